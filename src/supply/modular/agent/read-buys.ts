import type { Context } from "../../../ground/kernel/context.ts";
import { refusal, rejected } from "../../../ground/seller-agent/implementing/refusal.ts";
import type {
  DeliveryAnswer,
  DeliveryRequest,
  MediaBuyOutcome,
  SellerMediaBuy,
} from "../../../ground/seller-agent/index.ts";
import { listBookingsOfBuys } from "../ledger/store.ts";
import type { ModularSource } from "../modular-source.ts";
import { listModules } from "../modules/store.ts";
import { stageModuleOf } from "../trafficking/begin-stage.ts";
import { type BuyWithStatus, isUndecided, rejectionOf, toSellerMediaBuy } from "./buy.ts";
import { listBuys, listDelivery } from "./store.ts";

const TASK = "create.";

export async function readBuys(
  ctx: Context,
  source: ModularSource,
  mediaBuyIds: readonly string[],
  now: Date,
): Promise<SellerMediaBuy[]> {
  const standings = await readStandings(ctx, source, mediaBuyIds);
  return standings.filter((one) => !isUndecided(one)).map((one) => toSellerMediaBuy(one, now));
}

/** The status of a create; undefined if there is no such task. */
export async function readTask(
  ctx: Context,
  source: ModularSource,
  taskId: string,
  now: Date,
): Promise<MediaBuyOutcome | undefined> {
  if (!taskId.startsWith(TASK)) return undefined;
  const [standing] = await readStandings(ctx, source, [taskId.slice(TASK.length)]);
  return standing && outcomeBy(standing, now);
}

export async function outcomeOf(
  ctx: Context,
  source: ModularSource,
  mediaBuyId: string,
  now: Date,
): Promise<MediaBuyOutcome> {
  const [standing] = await readStandings(ctx, source, [mediaBuyId]);
  if (!standing) throw new Error(`the media buy ${mediaBuyId} is gone`);
  return outcomeBy(standing, now);
}

function outcomeBy(standing: BuyWithStatus, now: Date): MediaBuyOutcome {
  const { mediaBuyId } = standing.buy;
  if (isUndecided(standing))
    return { kind: "submitted", taskId: `${TASK}${mediaBuyId}`, message: "Our team books it.", mediaBuyId };
  const reason = rejectionOf(standing);
  if (reason !== null) return rejected(refusal("MEDIA_BUY_REJECTED", reason, null, "terminal"));
  return { kind: "done", mediaBuy: toSellerMediaBuy(standing, now) };
}

async function readStandings(
  { db }: Context,
  source: ModularSource,
  mediaBuyIds: readonly string[],
): Promise<BuyWithStatus[]> {
  if (mediaBuyIds.length === 0) return [];
  const buys = await listBuys(db, source, mediaBuyIds);
  const bookings = Map.groupBy(await listBookingsOfBuys(db, source, mediaBuyIds), ({ mediaBuyId }) => mediaBuyId);
  const isTrafficked = stageModuleOf(await listModules(db, source), "TRAFFIC_CAMPAIGN") !== undefined;
  return buys.map((buy) => ({ buy, bookings: bookings.get(buy.mediaBuyId) ?? [], isTrafficked }));
}

/** Delivery according to the reports imported so far. No day is final, because a later report can restate it. */
export async function readDelivery(
  { db }: Context,
  source: ModularSource,
  { mediaBuyIds, startDay, endDay }: DeliveryRequest,
): Promise<DeliveryAnswer> {
  const days = await listDelivery(db, source, { mediaBuyIds, startDay, endDay });
  return { timeZone: "UTC", currency: null, rows: days.map((day) => ({ ...day, conversions: 0, final: false })) };
}
