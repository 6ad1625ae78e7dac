import { sql } from "kysely";
import type { Row } from "../../../ground/db/index.ts";
import type {
  BuyerIdentity,
  HonouredDimensions,
  MediaBuyStatus,
  Targeting,
} from "../../../ground/seller-agent/index.ts";
import type { MediaBuy, Party } from "../media-buy.ts";
import type { MediaBuyState } from "../media-buy-state.ts";

/** The columns of a buy that may change after it was created. */
export function changeableOf(buy: MediaBuy) {
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

/** The same columns as they are written, and the buyer, which is set when the buy is first sent. */
export function writtenOf(buy: MediaBuy, revision: number) {
  const { mediaBuyId: media_buy_id, buyer } = buy;
  return { media_buy_id, ...changeableOf(buy), buyer, revision };
}

type Written = Exclude<keyof ReturnType<typeof writtenOf>, "media_buy_id">;

const WRITTEN = [
  "name",
  "named_by_buyer",
  "timed_by_buyer",
  "flight_start",
  "flight_end",
  "status",
  "submitted_at",
  "in_doubt",
  "sent_at",
  "seller_media_buy_id",
  "seller_status",
  "task_id",
  "waiting_on",
  "waiting_for",
  "creatives_refused",
  "waiting_since",
  "error_code",
  "error_message",
  "lease_until",
  "attempts",
  "fence",
  "next_check_at",
  "checked_at",
  "delivered_through",
  "updated_at",
  "buyer",
  "revision",
] as const satisfies readonly Written[];

/** A type error here means that a column is missing from the list. */
const COLUMNS: [Written] extends [(typeof WRITTEN)[number]] ? readonly string[] : never = WRITTEN;

/** The statement that writes rows made by `writtenOf`, passed as JSON. */
export function savingMediaBuys(customerId: number, rows: string) {
  const changes = COLUMNS.map((column) => sql`${sql.ref(column)} = ${sql.ref(`now.${column}`)}`);
  return sql`
    update media_buys set ${sql.join(changes)}
    from jsonb_populate_recordset(null::media_buys, ${rows}::jsonb) as now
    where media_buys.customer_id = ${customerId} and media_buys.media_buy_id = now.media_buy_id`;
}

export function fromMediaBuyRow(row: Row<"media_buys">): Omit<MediaBuy, "packages" | "pending" | "creatives"> {
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
    // Only saveMediaBuy writes this column, in this shape.
    buyer: row.buyer as unknown as BuyerIdentity | null,
    inDoubt: row.in_doubt,
    sentAt: row.sent_at,
    // Only written in these shapes.
    targeting: row.targeting as unknown as Targeting,
    honoured: row.honoured as unknown as HonouredDimensions | null,
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
