import { z } from "zod";
import { dayOf } from "../kernel/clock.ts";
import { decimalOf } from "../kernel/money.ts";
import { currencyCode, instant, readEach } from "./adcp.ts";
import type { Payload } from "./external/wire/connection.ts";
import { type DeliveryAnswer, type DeliveryRequest, type DeliveryRow, SellerUnreachable } from "./port.ts";

const count = z.number().nonnegative().catch(0);
/** Negative if a seller corrects a report that was too high. */
const signed = z.union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/)]).transform(decimalOf);
const metrics = {
  impressions: count,
  clicks: count,
  views: count,
  completed_views: count,
  conversions: count,
  spend: signed,
  conversion_value: signed.catch("0"),
};
const final = z.boolean().nullish().catch(null);

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
type Measured = Pick<z.infer<typeof Day>, keyof typeof metrics | "date" | "is_final">;

export function toAdcpDeliveryRequest({ mediaBuyIds, startDay, endDay }: DeliveryRequest): Payload {
  return { media_buy_ids: mediaBuyIds, start_date: startDay, end_date: endDay, include_package_daily_breakdown: true };
}

/**
 * Parses a delivery report into one row for each package and day; AdCP's reporting periods are in UTC. A seller without a daily breakdown
 * reports totals over a period. They are stored on the period's first day, where the next report of the same period replaces them, so such
 * a seller must always be asked from the same first day.
 */
export function fromAdcpDelivery(data: Payload, asked: DeliveryRequest, seller: string): DeliveryAnswer {
  const { currency, reporting_period, entries } = readReport(data, seller);
  const firstDay = reporting_period ? dayOf(reporting_period.start) : asked.startDay;
  const rows = entries.flatMap(({ mediaBuy, entry, days }) => {
    if (days.length === 0) return [rowOf(mediaBuy, entry, { ...entry, date: firstDay, is_final: null })];
    const inRange = days.filter(({ date }) => date >= asked.startDay && date <= asked.endDay);
    return inRange.map((day) => rowOf(mediaBuy, entry, day));
  });
  return { timeZone: "UTC", currency, rows };
}

/**
 * Parses a report that the seller sent unasked, with all of its days. Undefined if a package only has totals: they would be added to the
 * days that the seller reports when asked, and so be counted twice.
 */
export function fromAdcpPushedDelivery(data: Payload, seller: string): DeliveryAnswer | undefined {
  const { currency, entries } = readReport(data, seller);
  if (entries.some(({ days }) => days.length === 0)) return undefined;
  const rows = entries.flatMap(({ mediaBuy, entry, days }) => days.map((day) => rowOf(mediaBuy, entry, day)));
  return rows.length > 0 ? { timeZone: "UTC", currency, rows } : undefined;
}

function readReport(data: Payload, seller: string) {
  const { currency, reporting_period, media_buy_deliveries } = Delivery.parse(data);
  const entries = readEach(ByMediaBuy, media_buy_deliveries, "media_buy_id").read.flatMap(entriesOf);
  const currencies = new Set(entries.flatMap(({ entry }) => entry.currency ?? currency ?? []));
  if (currencies.size > 1)
    throw new SellerUnreachable(seller, "malformed", `one report in several currencies: ${[...currencies].join(", ")}`);
  return { reporting_period, entries, currency: [...currencies][0] ?? currency ?? null };
}

function entriesOf(mediaBuy: MediaBuy) {
  const packages = readEach(ByPackage, mediaBuy.by_package, "package_id").read;
  // If a buy has only one package, the days of the buy are those of the package.
  const shared = packages.length === 1 ? mediaBuy.daily_breakdown : [];
  return packages.map((entry) => {
    const reported = entry.daily_breakdown.length > 0 ? entry.daily_breakdown : shared;
    return { mediaBuy, entry, days: readEach(Day, reported, "date").read };
  });
}

function rowOf(mediaBuy: MediaBuy, entry: Package, day: Measured): DeliveryRow {
  const { impressions, clicks, spend, views, completed_views, conversions, conversion_value } = day;
  return {
    mediaBuyId: mediaBuy.media_buy_id,
    packageId: entry.package_id,
    day: day.date,
    impressions,
    clicks,
    spend,
    views,
    completedViews: completed_views,
    conversions,
    conversionValue: conversion_value,
    final: day.is_final ?? entry.is_final ?? mediaBuy.is_final ?? false,
  };
}
