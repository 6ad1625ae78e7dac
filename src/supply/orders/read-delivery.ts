import { refusal } from "../../ground/seller-agent/implementing/refusal.ts";
import {
  type DeliveryAnswer,
  type DeliveryRequest,
  type DeliveryRow,
  type SellerCall,
  SellerRefused,
  SellerUnreachable,
} from "../../ground/seller-agent/index.ts";
import { netOf } from "../instructions/index.ts";
import { type NewSourceCall, outcomeOfFailure, recordCalls } from "../sources/calls/index.ts";
import { askInTime, asSellerFailure, asUnreachable, forSources } from "./ask-source.ts";
import { saveDelivery } from "./delivered/save-delivery.ts";
import { type OpenedGroup, openLegs } from "./legs/leg-groups.ts";
import type { BuyerOfStorefront, Leg, Order } from "./order.ts";
import { reportDelivery } from "./outcomes/report-delivery.ts";
import { readOrders } from "./read-orders.ts";
import type { SellerSide } from "./seller-side.ts";

/**
 * What a buyer's orders delivered, row by row as their sources report it. A source that does not answer, or reports in
 * another currency than the orders', is left out. Throws `SellerUnreachable` if no source is left.
 */
export async function readDelivery(
  side: SellerSide,
  buyer: BuyerOfStorefront,
  request: DeliveryRequest,
  call: SellerCall,
): Promise<DeliveryAnswer> {
  const orders = await readOrders(side, buyer, request.mediaBuyIds);
  const currency = currencyOf(orders);
  const groups = await openLegs(side, orders, ({ state }) => state === "booked");
  const share = forSources(call);
  const asked = await Promise.all(groups.map((group) => timed(group, request, currency, share)));
  const reports = asked.map(({ report }) => report);
  const answers = reports.filter((report): report is DeliveryAnswer => !(report instanceof Error));
  const failures = reports.filter((report) => report instanceof Error);
  for (const failure of failures)
    side.out.log.warn({ err: failure, requestId: call.requestId }, "a source did not report its delivery");
  const calls = asked.map(callOf);
  if (failures[0] && answers.length === 0) {
    await side.write((ctx) => recordCalls(ctx, calls));
    throw asUnreachable(failures[0]);
  }
  const rows = answers.flatMap((answer) => answer.rows);
  if (calls.length > 0)
    await side.write(async (ctx) => {
      await recordCalls(ctx, calls);
      if (rows.length === 0) return;
      await saveDelivery(ctx, orders, answers);
      await reportDelivery(ctx, orders, { rows, currency });
    });
  const zones = new Set(answers.map(({ timeZone }) => timeZone));
  const [timeZone = "UTC"] = zones;
  // An answer has one time zone for all of its days. If the sources use different ones, none of them would be right for
  // the others.
  return { timeZone: zones.size === 1 ? timeZone : "UTC", currency, rows };
}

export function currencyOf(orders: readonly Order[]): string {
  const packages = orders.flatMap(({ legs }) => legs).flatMap((leg) => leg.packages);
  const [currency = "USD", ...others] = new Set(packages.map((part) => part.currency));
  if (others.length === 0) return currency;
  const message = "these media buys are in different currencies: ask for those of one at a time";
  throw new SellerRefused("the storefront", [refusal("VALIDATION_ERROR", message, "media_buy_ids")]);
}

interface DeliveryQuery {
  readonly group: OpenedGroup;
  readonly report: Awaited<ReturnType<typeof reportOf>>;
  readonly tookMs: number;
}

async function timed(group: OpenedGroup, ...rest: [DeliveryRequest, string, SellerCall]): Promise<DeliveryQuery> {
  const began = performance.now();
  const report = await reportOf(group, ...rest);
  return { group, report, tookMs: Math.round(performance.now() - began) };
}

function callOf({ group, report, tookMs }: DeliveryQuery): NewSourceCall {
  const [{ inventorySourceId: source }] = group.legs;
  const asked = { source, tool: "get_media_buy_delivery", origin: "live_demand", tookMs } as const;
  if (!(report instanceof Error)) return { ...asked, outcome: "completed" };
  const cause = report instanceof SellerUnreachable ? report.reason : "refused";
  return { ...asked, outcome: group.agent ? outcomeOfFailure(report) : "skipped", cause, detail: report.message };
}

/** One source's report on legs, or why there is none. */
export async function reportOf(
  { agent, buyer, legs }: OpenedGroup,
  request: DeliveryRequest,
  currency: string,
  call: SellerCall,
): Promise<DeliveryAnswer | SellerRefused | SellerUnreachable> {
  const name = legs[0].sourceName;
  if (!agent) return new SellerUnreachable(name, "unauthorized", "it no longer opens for this buyer");
  const mediaBuyIds = legs.flatMap(({ sellerMediaBuyId }) => sellerMediaBuyId ?? []);
  try {
    const asked = { ...request, mediaBuyIds };
    const report = await askInTime(name, call, () => agent.getMediaBuyDelivery(asked, { ...call, buyer }));
    return reportOfLegs(report, legs, currency);
  } catch (thrown) {
    return asSellerFailure(name, thrown);
  }
}

/**
 * A source's report with the storefront's ids and the buyer's prices. Throws `SellerUnreachable` if it is in a currency
 * in which nothing was sold.
 */
export function reportOfLegs(report: DeliveryAnswer, legs: readonly [Leg, ...Leg[]], currency: string): DeliveryAnswer {
  if (report.rows.length > 0 && report.currency !== null && report.currency !== currency) {
    const message = `it reports in ${report.currency} what was sold in ${currency}`;
    throw new SellerUnreachable(legs[0].sourceName, "malformed", message);
  }
  return { ...report, currency, rows: report.rows.flatMap((row) => ourRow(row, legs)) };
}

function ourRow(row: DeliveryRow, legs: readonly Leg[]): DeliveryRow[] {
  const leg = legs.find(({ sellerMediaBuyId }) => sellerMediaBuyId === row.mediaBuyId);
  const part = leg?.packages.find(({ sellerPackageId }) => sellerPackageId === row.packageId);
  if (!leg || !part) return [];
  const spend = netOf(row.spend, part.discountPercent);
  return [{ ...row, mediaBuyId: leg.orderId, packageId: part.packageId, spend }];
}
