import { z } from "zod";
import { dayOf } from "../kernel/clock.ts";
import { decimalOf } from "../kernel/money.ts";
import { currencyCode, instant, readEach } from "./adcp.ts";
import type { Payload } from "./external/wire/connection.ts";
import { type DeliveryAnswer, type DeliveryRequest, type DeliveryRow, SellerUnreachable } from "./port.ts";

const count = z.number().nonnegative().catch(0);
/** Negative where a seller takes back what it reported too much. */
const signed = z.union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/)]).transform(decimalOf);
const metrics = {
  impressions: count,
  clicks: count,
  views: count,
  completed_views: count,
  conversions: count,
  spend: signed,
};
const final = z.boolean().nullish().catch(null);

const Metrics = z.looseObject(metrics);
const Day = z.looseObject({ ...metrics, date: z.iso.date(), is_final: final });
const days = z.array(z.unknown()).catch([]);
const ByPackage = z.looseObject({
  ...metrics,
  package_id: z.string(),
  currency: currencyCode.nullish().catch(null),
  is_final: final,
  daily_breakdown: days,
});
const ByMediaBuy = z.looseObject({
  media_buy_id: z.string(),
  is_final: final,
  by_package: z.array(z.unknown()).catch([]),
  daily_breakdown: days,
});
const Delivery = z.looseObject({
  currency: currencyCode.nullish().catch(null),
  reporting_period: z.looseObject({ start: instant }).nullish().catch(null),
  media_buy_deliveries: z.array(z.unknown()).catch([]),
});

type MediaBuy = z.infer<typeof ByMediaBuy>;
type Package = z.infer<typeof ByPackage>;

export function toAdcpDeliveryRequest({ mediaBuyIds, startDay, endDay }: DeliveryRequest): Payload {
  return { media_buy_ids: mediaBuyIds, start_date: startDay, end_date: endDay, include_package_daily_breakdown: true };
}

/**
 * Reads a delivery report as rows of package and day; AdCP's reporting periods are UTC. A seller without a daily breakdown
 * reports totals over a period: they stand on the period's first day, where the next report of the same period replaces them,
 * so ask such a seller from the same first day every time.
 */
export function fromAdcpDelivery(data: Payload, asked: DeliveryRequest, seller: string): DeliveryAnswer {
  const { currency, reporting_period, media_buy_deliveries } = Delivery.parse(data);
  const mediaBuys = readEach(ByMediaBuy, media_buy_deliveries, "media_buy_id").read;
  const entries = mediaBuys.map((mediaBuy) => ({
    mediaBuy,
    packages: readEach(ByPackage, mediaBuy.by_package, "package_id").read,
  }));
  const currencies = new Set(
    entries.flatMap(({ packages }) => packages.flatMap((entry) => entry.currency ?? currency ?? [])),
  );
  if (currencies.size > 1)
    throw new SellerUnreachable(seller, "malformed", `one report in several currencies: ${[...currencies].join(", ")}`);
  const firstDay = reporting_period ? dayOf(reporting_period.start) : asked.startDay;
  return {
    timeZone: "UTC",
    currency: [...currencies][0] ?? currency ?? "USD",
    rows: entries.flatMap(({ mediaBuy, packages }) => {
      // The days of a buy with one package are that package's.
      const shared = packages.length === 1 ? mediaBuy.daily_breakdown : [];
      return packages.flatMap((entry) => rowsOf(mediaBuy, entry, shared, asked, firstDay));
    }),
  };
}

function rowsOf(
  mediaBuy: MediaBuy,
  entry: Package,
  shared: unknown[],
  asked: DeliveryRequest,
  firstDay: string,
): DeliveryRow[] {
  const settled = entry.is_final ?? mediaBuy.is_final ?? false;
  const row = (day: string, measured: z.infer<typeof Metrics>, isFinal: boolean): DeliveryRow => {
    return {
      mediaBuyId: mediaBuy.media_buy_id,
      packageId: entry.package_id,
      day,
      ...metricsOf(measured),
      final: isFinal,
    };
  };
  const daily = readEach(Day, entry.daily_breakdown.length > 0 ? entry.daily_breakdown : shared, "date").read;
  if (daily.length === 0) return [row(firstDay, entry, settled)];
  const inRange = daily.filter(({ date }) => date >= asked.startDay && date <= asked.endDay);
  return inRange.map((day) => row(day.date, day, day.is_final ?? settled));
}

function metricsOf({ impressions, clicks, spend, views, completed_views, conversions }: z.infer<typeof Metrics>) {
  return { impressions, clicks, spend, views, completedViews: completed_views, conversions };
}
