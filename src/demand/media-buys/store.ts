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
import { askAhead, sendAhead } from "../../ground/db/writing/index.ts";
import type { Page } from "../../ground/kernel/query.ts";
import type { Honoured } from "../../ground/seller-agent/index.ts";
import { listOpenChanges, openChangesOf } from "./changes/store.ts";
import { listCreativeSyncs } from "./creatives/store.ts";
import type { MediaBuy } from "./media-buy.ts";
import type { MediaBuyState } from "./media-buy-state.ts";
import { packageRows, packagesOf, savingPackages } from "./packages/store.ts";
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
 * Locks a buy that was read before. The returned function says later whether the buy is still as it was read: not
 * written since, and with the same pending change. Requesting a change locks the buy too.
 */
export function holdMediaBuy(db: Db, customerId: number, buy: MediaBuy): () => Promise<boolean> {
  const { mediaBuyId } = buy;
  const held = askAhead(db, holding({ customerId, mediaBuyId }));
  const asked = askAhead(db, askingForChanges({ customerId, mediaBuyIds: [mediaBuyId] }));
  return async () => {
    const [[row], [pending]] = await Promise.all([held(), asked()]);
    return row?.revision === buy.revision && pending?.change_id === buy.pending?.changeId;
  };
}

const holding = preparedStatement(
  (_, { customerId, mediaBuyId }: { readonly customerId: number; readonly mediaBuyId: string }) => sql<{
    revision: number;
  }>`
    select revision from media_buys where customer_id = ${customerId} and media_buy_id = ${mediaBuyId} for no key update`,
);

const askingForChanges = preparedStatement(
  (db, { customerId, mediaBuyIds }: { readonly customerId: number; readonly mediaBuyIds: readonly string[] }) =>
    openChangesOf(db, customerId, mediaBuyIds),
);

/** Writes a locked buy and the changes of its packages. Returns its new state. */
export async function saveMediaBuy(db: Db, customerId: number, before: MediaBuy, buy: MediaBuy): Promise<MediaBuy> {
  const revision = before.revision + 1;
  const changed = buy.packages.filter((part) => !before.packages.includes(part));
  const rows = JSON.stringify([writtenOf(buy, revision)]);
  const { mediaBuyId } = buy;
  await sendAhead(db, savingWithPackages({ customerId, mediaBuyId, rows, packages: packageRows(changed) }));
  return { ...buy, revision };
}

interface WrittenBuy {
  readonly customerId: number;
  readonly mediaBuyId: string;
  readonly rows: string;
  readonly packages: string;
}

const savingWithPackages = preparedStatement(
  (_, { customerId, mediaBuyId, rows, packages }: WrittenBuy) => sql`
    with parts as (${savingPackages(customerId, mediaBuyId, packages)}) ${savingMediaBuys(customerId, rows)}`,
);

/** Stores what the seller honours, unless it is already stored. Returns what is stored. */
export async function saveHonoured(
  db: Db,
  customerId: number,
  mediaBuyId: string,
  honoured: Honoured,
): Promise<Honoured> {
  const { honoured: kept } = await db
    .updateTable("media_buys")
    .set({ honoured: sql`coalesce(honoured, ${JSON.stringify(honoured)}::jsonb)` })
    .where("customer_id", "=", customerId)
    .where("media_buy_id", "=", mediaBuyId)
    .returning("honoured")
    .executeTakeFirstOrThrow();
  return kept as unknown as Honoured;
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
