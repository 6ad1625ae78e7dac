import type { Context } from "../../../ground/kernel/context.ts";
import { type Template, templateOf } from "../feed/template.ts";
import { listBooked } from "../ledger/store.ts";
import type { ModularSource } from "../modular-source.ts";
import { lastDayOf } from "./delivery.ts";

/** For a mapping that uses these names for its columns. */
const COLUMNS = [
  "day",
  "bookingId",
  "upstreamOrderId",
  "availId",
  "impressions",
  "clicks",
  "spend",
  "views",
  "completedViews",
];
const MOST = 1_000;

export async function reportTemplate(ctx: Context, source: ModularSource): Promise<Template> {
  const booked = await listBooked(ctx.db, source, MOST);
  const rows = booked.map((booking) => ({
    day: lastDayOf(booking),
    bookingId: booking.bookingId,
    upstreamOrderId: booking.upstreamOrderId ?? "",
    availId: booking.availId,
  }));
  return templateOf(`${source.sourceId}-delivery.csv`, COLUMNS, rows);
}
