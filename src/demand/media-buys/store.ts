import { sql } from "kysely";
import { clocksAt, type Db, type InstallationDb, type NewRow, pageAndTotal, type Row } from "../../ground/db/index.ts";
import type { Page } from "../../ground/kernel/query.ts";
import type { BuyerIdentity, Honoured, MediaBuyStatus, Targeting } from "../../ground/seller-agent/index.ts";
import type { BuyingCampaign } from "./buying-campaign.ts";
import { listOpenChanges } from "./changes/store.ts";
import { listCreativeSyncs } from "./creatives/store.ts";
import type { MediaBuy, Party } from "./media-buy.ts";
import type { MediaBuyState } from "./media-buy-state.ts";
import { packagesOf, savePackages } from "./packages/store.ts";

export async function findMediaBuy(db: Db, customerId: number, mediaBuyId: string): Promise<MediaBuy | undefined> {
  const rows = await mediaBuys(db, customerId).where("media_buy_id", "=", mediaBuyId).execute();
  return (await whole(db, customerId, rows))[0];
}

/** Oldest first, in four statements however many there are. */
export async function listMediaBuysOfCampaigns(
  db: Db,
  customerId: number,
  campaignIds: readonly string[],
): Promise<MediaBuy[]> {
  const rows = await mediaBuys(db, customerId)
    .where(sql<boolean>`campaign_id = any(${campaignIds})`)
    .orderBy("created_at")
    .orderBy("media_buy_id")
    .execute();
  return whole(db, customerId, rows);
}

export interface MediaBuyFilter {
  readonly advertiserId: number;
  readonly campaignId?: string | undefined;
  readonly statuses: readonly MediaBuyState[];
}

/** Newest first, with the number of all that match. */
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

/** Whether a buy's campaign is no longer looked after; it is not archived before the transaction ends. */
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

/** The buy, locked until the end of the transaction: nobody else changes it or requests a change in the meantime. */
export async function lockMediaBuy(db: Db, customerId: number, mediaBuyId: string): Promise<MediaBuy | undefined> {
  return (await lockMediaBuys(db, customerId, [mediaBuyId]))[0];
}

/** Locked in the order of their ids, so that two who lock several never wait for each other. */
export async function lockMediaBuys(db: Db, customerId: number, mediaBuyIds: readonly string[]): Promise<MediaBuy[]> {
  const rows = await mediaBuys(db, customerId)
    .where(sql<boolean>`media_buy_id = any(${mediaBuyIds})`)
    .orderBy("media_buy_id")
    .forNoKeyUpdate()
    .execute();
  return whole(db, customerId, rows);
}

/**
 * Brings a campaign's drafts that were never sent to its present targeting, name and flight, the latter unless the buyer gave
 * them their own, and holds them against being sent.
 */
export async function updateOpenDrafts(
  db: Db,
  customerId: number,
  campaign: Pick<BuyingCampaign, "campaignId" | "name" | "flight" | "targeting">,
  at: Date,
): Promise<MediaBuy[]> {
  const rows = await db
    .updateTable("media_buys")
    .set(({ ref }) => ({
      name: sql<string>`case when named_by_buyer then ${ref("name")}
                        else ${campaign.name}::text || ': ' || ${ref("sales_agent_name")} end`,
      flight_start: sql<Date>`case when timed_by_buyer then flight_start else ${campaign.flight.start}::timestamptz end`,
      flight_end: sql<Date>`case when timed_by_buyer then flight_end else ${campaign.flight.end}::timestamptz end`,
      targeting: JSON.stringify(campaign.targeting),
      revision: sql<number>`revision + 1`,
      updated_at: at,
    }))
    .where("customer_id", "=", customerId)
    .where("campaign_id", "=", campaign.campaignId)
    .where("status", "=", "DRAFT")
    .where("submitted_at", "is", null)
    .returningAll()
    .execute();
  return whole(db, customerId, rows);
}

export async function insertMediaBuys(db: Db, customerId: number, buys: readonly MediaBuy[]): Promise<void> {
  const rows = buys.map((buy) => ({
    customer_id: customerId,
    media_buy_id: buy.mediaBuyId,
    campaign_id: buy.campaignId,
    advertiser_id: buy.advertiserId,
    sales_agent_id: buy.salesAgentId,
    sales_agent_name: buy.salesAgentName,
    storefront_id: buy.storefrontId,
    execution_key: buy.executionKey,
    targeting: { ...buy.targeting },
    created_at: buy.createdAt,
    ...changeable(buy),
    revision: buy.revision,
  })) satisfies NewRow<"media_buys">[];
  await sql`insert into media_buys select * from jsonb_populate_recordset(null::media_buys, ${JSON.stringify(rows)}::jsonb)`.execute(
    db,
  );
}

/** Writes a buy that is locked, and what changed of its packages. Answers it as it now stands. */
export async function saveMediaBuy(db: Db, customerId: number, before: MediaBuy, buy: MediaBuy): Promise<MediaBuy> {
  const revision = before.revision + 1;
  await db
    .updateTable("media_buys")
    .set({ ...changeable(buy), buyer: buy.buyer && JSON.stringify(buy.buyer), revision })
    .where("customer_id", "=", customerId)
    .where("media_buy_id", "=", buy.mediaBuyId)
    .execute();
  if (buy.packages !== before.packages) await savePackages(db, customerId, buy.mediaBuyId, buy.packages);
  return { ...buy, revision };
}

/** Answers what the seller honours by what was written down first. */
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

/** The first check that a customer's clock has made due by then. */
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

/** What is due by each customer's own clock, the longest overdue first. */
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

/** The complete buys of these rows: three further statements, in parallel. */
async function whole(db: Db, customerId: number, rows: readonly Row<"media_buys">[]): Promise<MediaBuy[]> {
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
    ...fromRow(row),
    packages: packages.get(row.media_buy_id) ?? [],
    pending: pending.get(row.media_buy_id) ?? null,
    creatives: creatives.get(row.media_buy_id) ?? null,
  }));
}

function changeable(buy: MediaBuy) {
  return {
    name: buy.name,
    named_by_buyer: buy.isNamedByBuyer,
    timed_by_buyer: buy.isTimedByBuyer,
    flight_start: buy.flight.start,
    flight_end: buy.flight.end,
    status: buy.status,
    submitted_at: buy.submittedAt,
    in_doubt: buy.inDoubt,
    sent_at: buy.sentAt,
    seller_media_buy_id: buy.sellerMediaBuyId,
    seller_status: buy.sellerStatus,
    task_id: buy.taskId,
    waiting_on: buy.waitingOn,
    waiting_for: buy.waitingFor,
    creatives_refused: buy.creativesRefused,
    waiting_since: buy.since,
    error_code: buy.error?.code ?? null,
    error_message: buy.error?.message ?? null,
    lease_until: buy.leaseUntil,
    attempts: buy.attempts,
    fence: buy.fence,
    next_check_at: buy.nextCheckAt,
    checked_at: buy.checkedAt,
    delivered_through: buy.deliveredThrough,
    updated_at: buy.updatedAt,
  };
}

function fromRow(row: Row<"media_buys">): Omit<MediaBuy, "packages" | "pending" | "creatives"> {
  return {
    mediaBuyId: row.media_buy_id,
    campaignId: row.campaign_id,
    advertiserId: row.advertiser_id,
    salesAgentId: row.sales_agent_id,
    salesAgentName: row.sales_agent_name,
    storefrontId: row.storefront_id,
    name: row.name,
    isNamedByBuyer: row.named_by_buyer,
    isTimedByBuyer: row.timed_by_buyer,
    status: row.status as MediaBuyState,
    since: row.waiting_since ?? row.created_at,
    executionKey: row.execution_key,
    flight: { start: row.flight_start, end: row.flight_end },
    submittedAt: row.submitted_at,
    // Only written by saveMediaBuy, in this shape.
    buyer: row.buyer as unknown as BuyerIdentity | null,
    inDoubt: row.in_doubt,
    sentAt: row.sent_at,
    // Only written in this shape.
    targeting: row.targeting as unknown as Targeting,
    honoured: row.honoured as unknown as Honoured | null,
    sellerMediaBuyId: row.seller_media_buy_id,
    sellerStatus: row.seller_status as MediaBuyStatus | null,
    taskId: row.task_id,
    waitingOn: row.waiting_on as Party | null,
    waitingFor: row.waiting_for,
    creativesRefused: row.creatives_refused,
    error: row.error_code === null ? null : { code: row.error_code, message: row.error_message ?? "" },
    leaseUntil: row.lease_until,
    attempts: row.attempts,
    fence: row.fence,
    revision: row.revision,
    nextCheckAt: row.next_check_at,
    checkedAt: row.checked_at,
    deliveredThrough: row.delivered_through,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
