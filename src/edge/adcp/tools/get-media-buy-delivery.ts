import { z } from "zod";
import { after, DAY_MS, dayOf, SECOND_MS, startOfDay } from "../../../ground/kernel/clock.ts";
import { flightDay } from "../../../ground/kernel/inputs/flight.ts";
import type { DeliveryRow } from "../../../ground/seller-agent/index.ts";
import { type Purchase, readPurchases } from "../../../supply/callers/index.ts";
import { type AddedDelivery, readAddedDelivery } from "../../../supply/callers/rehearsals/index.ts";
import { DeliveryAnswer } from "../answers/delivery.ts";
import { refused } from "../protocol/failure.ts";
import { sellerCall } from "../request-context.ts";
import { AccountRef, fromAdcpAccount } from "../words/account.ts";
import { toAdcpDelivery, toAdcpTotals } from "../words/delivery.ts";
import { notFound, StatusFilter } from "./get-media-buys.ts";
import { productsForSale } from "./get-products.ts";
import { statusAmong } from "./standings.ts";
import { completed, tool } from "./tool.ts";

/** The maximum number in one report, because reports are not paginated. */
const MOST_REPORTED = 200;

const Input = z.object({
  account: AccountRef.optional(),
  media_buy_ids: z.array(z.string()).min(1).max(MOST_REPORTED).optional(),
  status_filter: StatusFilter,
  start_date: flightDay.optional().describe("The first day, in UTC; by default the start of the earliest flight"),
  end_date: flightDay.optional().describe("The last day, inclusive; by default today"),
  time_granularity: z.literal("daily").optional(),
  include_package_daily_breakdown: z.boolean().optional().describe("Always included"),
});

type ToolRequest = z.output<typeof Input>;

export const getMediaBuyDelivery = tool({
  name: "get_media_buy_delivery",
  title: "Get the delivery of media buys",
  description:
    "Impressions, spend and other delivery metrics of your media buys, by package and day. Days that are not final may change.",
  input: Input,
  answer: DeliveryAnswer,
  refs: { "account.account_id": "declaredAccount", media_buy_ids: "order" },
  async handle(asked, requestContext) {
    const account = await fromAdcpAccount(asked.account, requestContext);
    const call = sellerCall(requestContext, account);
    const ids = asked.media_buy_ids;
    const purchases = await readPurchases(requestContext.resolved.caller, {
      mediaBuyIds: ids,
      account: ids ? undefined : account,
      limit: MOST_REPORTED,
    });
    if (ids && purchases.length === 0) throw notFound();
    const days = daysOf(asked, purchases, call.now);
    const mediaBuyIds = purchases.map(({ mediaBuyId }) => mediaBuyId);
    const { agent } = requestContext.resolved;
    const [rehearsed, standings, report, products] = await Promise.all([
      readAddedDelivery(requestContext.resolved.caller, mediaBuyIds),
      agent.getMediaBuys({ mediaBuyIds }, call),
      agent.getMediaBuyDelivery({ mediaBuyIds, ...days }, call),
      purchases.length > 0 ? productsForSale(requestContext, call) : [],
    ]);
    const deliveries = purchases.flatMap((purchase) => {
      const standing = statusAmong(standings, purchase);
      if (!standing || (asked.status_filter && !asked.status_filter.includes(standing.status))) return [];
      const rows = [
        ...report.rows.filter(({ mediaBuyId }) => mediaBuyId === purchase.mediaBuyId),
        ...rowsOf(purchase, rehearsed.get(purchase.mediaBuyId), days.endDay),
      ];
      return [{ purchase, standing, rows, products, measured: rehearsed.get(purchase.mediaBuyId)?.measured ?? null }];
    });
    const { impressions, spend, clicks, completed_views } = toAdcpTotals(deliveries.flatMap(({ rows }) => rows));
    return completed({
      reporting_period: periodOf(days),
      currency: report.currency ?? purchases[0]?.currency ?? "USD",
      aggregated_totals: { impressions, spend, clicks, completed_views, media_buy_count: deliveries.length },
      media_buy_deliveries: deliveries.map(toAdcpDelivery),
    });
  },
});

/** Simulated delivery is counted for the first package, on the last requested day. */
function rowsOf(
  { mediaBuyId, packages: [first] }: Purchase,
  added: AddedDelivery | undefined,
  day: string,
): DeliveryRow[] {
  if (!first || !added) return [];
  const { measured: _, ...counted } = added;
  return [{ mediaBuyId, packageId: first.packageId, day, ...counted, views: 0, completedViews: 0, final: false }];
}

function daysOf({ start_date, end_date }: ToolRequest, purchases: readonly Purchase[], now: Date) {
  const endDay = end_date ?? dayOf(now);
  const starts = purchases.map(({ flight }) => dayOf(flight.start)).filter((day) => day < endDay);
  const startDay = start_date ?? starts.toSorted()[0] ?? endDay;
  if (startDay <= endDay) return { startDay, endDay };
  throw refused("INVALID_REQUEST", "end_date: the period ends before it starts", "end_date");
}

function periodOf({ startDay, endDay }: { readonly startDay: string; readonly endDay: string }) {
  const end = after(startOfDay(endDay), DAY_MS - SECOND_MS);
  return { start: startOfDay(startDay).toISOString(), end: end.toISOString() };
}
