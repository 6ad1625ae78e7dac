import { sql } from "kysely";
import {
  clocksAt,
  type Db,
  type InstallationDb,
  pageAndTotal,
  preparedQuery,
  preparedStatement,
  type Row,
} from "../../ground/db/index.ts";
import { askAhead, askingTogether, sendAhead, writingTogether } from "../../ground/db/writing/index.ts";
import type { Page } from "../../ground/kernel/query.ts";
import type { HonouredDimensions } from "../../ground/seller-agent/index.ts";
import { listOpenChanges, openChangesOf } from "./changes/store.ts";
import { listCreativeSyncs } from "./creatives/store.ts";
import type { MediaBuy } from "./media-buy.ts";
import type { MediaBuyState } from "./media-buy-state.ts";
import { packageRow, packagesOf, savingPackages } from "./packages/store.ts";
import { fromMediaBuyRow, savingMediaBuys, writtenOf } from "./rows/store.ts";

export async function findMediaBuy(db: Db, customerId: number, mediaBuyId: string): Promise<MediaBuy | undefined> {
  const rows = await mediaBuys(db, customerId).where("media_buy_id", "=", mediaBuyId).execute();
  return (await whole(db, customerId, rows))[0];
}

/** The media buys of campaigns, oldest first, read in four statements however many there are. */
export async function listMediaBuysOfCampaigns(
  db: Db,
  customerId: number,
  campaignIds: readonly string[],
): Promise<MediaBuy[]> {
  return whole(db, customerId, await ofCampaigns(db, { customerId, campaignIds }));
}

const ofCampaigns = preparedQuery(
  (db, { customerId, campaignIds }: { readonly customerId: number; readonly campaignIds: readonly string[] }) =>
    mediaBuys(db, customerId)
      .where(sql<boolean>`campaign_id = any(${campaignIds})`)
      .orderBy("created_at")
      .orderBy("media_buy_id"),
);

export interface MediaBuyFilter {
  readonly advertiserId: number;
  readonly campaignId?: string | undefined;
  readonly statuses: readonly MediaBuyState[];
}

/** The buys that match, newest first, and their total number. */
export async function listMediaBuys(
  db: Db,
  customerId: number,
  { advertiserId, campaignId, statuses }: MediaBuyFilter,
  page: Page,
): Promise<{ mediaBuys: MediaBuy[]; total: number }> {
  let matching = mediaBuys(db, customerId)
    .where("advertiser_id", "=", advertiserId)
    .where(sql<boolean>`status = any(${statuses})`);
  if (campaignId !== undefined) matching = matching.where("campaign_id", "=", campaignId);
  const { rows, total } = await pageAndTotal(
    matching.orderBy("created_at", "desc").orderBy("media_buy_id", "desc"),
    page,
  );
  return { mediaBuys: await whole(db, customerId, rows), total };
}

/** Whether a buy's campaign is archived. The campaign is locked, so that it is not archived before the end of the transaction. */
export async function isCampaignArchived(db: Db, customerId: number, campaignId: string): Promise<boolean> {
  const row = await db
    .selectFrom("campaigns")
    .select("status")
    .where("customer_id", "=", customerId)
    .where("campaign_id", "=", campaignId)
    .forShare()
    .executeTakeFirst();
  return row?.status === "ARCHIVED";
}

/** The buy, locked until the end of the transaction: nobody else can change it or request a change in the meantime. */
export async function lockMediaBuy(db: Db, customerId: number, mediaBuyId: string): Promise<MediaBuy | undefined> {
  return (await lockMediaBuys(db, customerId, [mediaBuyId]))[0];
}

/** Locks the buys in the order of their ids, so that two transactions that lock several of them never deadlock. */
export async function lockMediaBuys(db: Db, customerId: number, mediaBuyIds: readonly string[]): Promise<MediaBuy[]> {
  const rows = await mediaBuys(db, customerId)
    .where(sql<boolean>`media_buy_id = any(${mediaBuyIds})`)
    .orderBy("media_buy_id")
    .forNoKeyUpdate()
    .execute();
  return whole(db, customerId, rows);
}

/**
 * Locks a buy that was read before, together with the others that the transaction settles. The returned function says later whether
 * the buy is still as it was read: not written since, and with the same pending change. Requesting a change locks the buy too.
 */
export function holdMediaBuy(db: Db, customerId: number, buy: MediaBuy): () => Promise<boolean> {
  const { mediaBuyId } = buy;
  const asked = holdTogether(db, customerId, mediaBuyId);
  return async () => {
    const { held, pending } = await asked();
    const isAsRead = held.some((row) => row.media_buy_id === mediaBuyId && row.revision === buy.revision);
    return isAsRead && pending.find((row) => row.media_buy_id === mediaBuyId)?.change_id === buy.pending?.changeId;
  };
}

const holdTogether = askingTogether((db, customerId, mediaBuyIds: readonly string[]) => {
  const holding = askAhead(db, holdingBuys({ customerId, mediaBuyIds }));
  const asking = askAhead(db, askingForChanges({ customerId, mediaBuyIds }));
  return async () => {
    const [held, pending] = await Promise.all([holding(), asking()]);
    return { held, pending };
  };
});

interface NamedBuys {
  readonly customerId: number;
  readonly mediaBuyIds: readonly string[];
}

const holdingBuys = preparedStatement(
  (_, { customerId, mediaBuyIds }: NamedBuys) => sql<{ media_buy_id: string; revision: number }>`
    select media_buy_id, revision from media_buys
    where customer_id = ${customerId} and media_buy_id = any(${mediaBuyIds})
    order by media_buy_id for no key update`,
);

const askingForChanges = preparedStatement((db, { customerId, mediaBuyIds }: NamedBuys) =>
  openChangesOf(db, customerId, mediaBuyIds),
);

/** Writes a locked buy and the changes of its packages. Returns its new state. */
export async function saveMediaBuy(db: Db, customerId: number, before: MediaBuy, buy: MediaBuy): Promise<MediaBuy> {
  const saved = { ...buy, revision: before.revision + 1 };
  await saveWithPackages(db, customerId, [{ before, saved }]);
  return saved;
}

/** The same with what the transaction writes last: buys that it settles together are written by one statement. */
export async function saveMediaBuyLast(db: Db, customerId: number, before: MediaBuy, buy: MediaBuy): Promise<MediaBuy> {
  const saved = { ...buy, revision: before.revision + 1 };
  await leaveToSave(db, customerId, { before, saved });
  return saved;
}

interface ChangedBuy {
  readonly before: MediaBuy;
  readonly saved: MediaBuy;
}

const leaveToSave = writingTogether(saveWithPackages);

async function saveWithPackages(db: Db, customerId: number, buys: readonly ChangedBuy[]): Promise<void> {
  const rows = buys.map(({ saved }) => writtenOf(saved, saved.revision));
  const packages = buys.flatMap(({ before, saved }) => {
    const changed = saved.packages.filter((part) => !before.packages.includes(part));
    return changed.map((part) => packageRow(saved.mediaBuyId, part));
  });
  const written = { customerId, rows: JSON.stringify(rows), packages: JSON.stringify(packages) };
  await sendAhead(db, savingWithPackages(written));
}

interface WrittenBuys {
  readonly customerId: number;
  readonly rows: string;
  readonly packages: string;
}

const savingWithPackages = preparedStatement(
  (_, { customerId, rows, packages }: WrittenBuys) => sql`
    with parts as (${savingPackages(customerId, packages)}) ${savingMediaBuys(customerId, rows)}`,
);

/** Stores what the seller honours, unless it is already stored. Returns what is stored. */
export async function saveHonoured(
  db: Db,
  customerId: number,
  mediaBuyId: string,
  honoured: HonouredDimensions,
): Promise<HonouredDimensions> {
  const { honoured: kept } = await db
    .updateTable("media_buys")
    .set({ honoured: sql`coalesce(honoured, ${JSON.stringify(honoured)}::jsonb)` })
    .where("customer_id", "=", customerId)
    .where("media_buy_id", "=", mediaBuyId)
    .returning("honoured")
    .executeTakeFirstOrThrow();
  return kept as unknown as HonouredDimensions;
}

export interface DueCheck {
  readonly customerId: number;
  readonly mediaBuyId: string;
  readonly at: Date;
}

/** The first check that is due at `until` or before, by a customer's clock. */
export async function findNextCheck(db: Db, customerId: number, until: Date): Promise<DueCheck | undefined> {
  const row = await db
    .selectFrom("media_buys")
    .select(["media_buy_id", "next_check_at"])
    .where("customer_id", "=", customerId)
    .where("next_check_at", "<=", until)
    .orderBy("next_check_at")
    .limit(1)
    .executeTakeFirst();
  return row?.next_check_at ? { customerId, mediaBuyId: row.media_buy_id, at: row.next_check_at } : undefined;
}

/** Checks that are due by each customer's own clock, the longest overdue first. */
export async function listDueChecksOfAllCustomers(db: InstallationDb, wall: Date, limit: number): Promise<DueCheck[]> {
  const { rows } = await sql<DueCheck>`
    with ${clocksAt(wall)}
    select buy.customer_id as "customerId", buy.media_buy_id as "mediaBuyId", buy.next_check_at as at
    from clocks
    join media_buys buy on buy.customer_id = clocks.customer_id and buy.next_check_at <= clocks.now
    order by buy.next_check_at - clocks.ahead
    limit ${limit}`.execute(db);
  return rows;
}

function mediaBuys(db: Db, customerId: number) {
  return db.selectFrom("media_buys").selectAll().where("customer_id", "=", customerId);
}

/** The complete buys for these rows: three more statements, in parallel. */
export async function whole(db: Db, customerId: number, rows: readonly Row<"media_buys">[]): Promise<MediaBuy[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.media_buy_id);
  const [packages, open, syncs] = await Promise.all([
    packagesOf(db, customerId, ids),
    listOpenChanges(db, customerId, ids),
    listCreativeSyncs(db, customerId, ids),
  ]);
  const pending = new Map(open.map((change) => [change.mediaBuyId, change]));
  const creatives = new Map(syncs.map((sync) => [sync.mediaBuyId, sync]));
  return rows.map((row) => ({
    ...fromMediaBuyRow(row),
    packages: packages.get(row.media_buy_id) ?? [],
    pending: pending.get(row.media_buy_id) ?? null,
    creatives: creatives.get(row.media_buy_id) ?? null,
  }));
}
