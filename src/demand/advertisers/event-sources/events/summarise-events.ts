import type { output } from "zod";
import { after, DAY_MS, HOUR_MS } from "../../../../ground/kernel/clock.ts";
import type { Context } from "../../../../ground/kernel/context.ts";
import { Invalid } from "../../../../ground/kernel/errors.ts";
import { getAdvertiser } from "../../get-advertiser.ts";
import type { EventSummary, Hours } from "./event-summary.ts";
import type { EventSummaryQuery } from "./schema.ts";
import { countEventsByHour } from "./store.ts";

type Query = output<typeof EventSummaryQuery>;

/** Of the five kinds of event, only conversions reach us individually; the other kinds have no hourly counts here. */
export async function summariseEvents(ctx: Context, advertiserId: number, query: Query): Promise<EventSummary> {
  await getAdvertiser(ctx, advertiserId);
  const hours = hoursOf(query, ctx.now);
  if (query.eventType !== undefined && query.eventType !== "conversion") return { ...hours, counts: [] };
  return { ...hours, counts: await countEventsByHour(ctx.db, ctx.viewer.customerId, advertiserId, hours) };
}

const LONGEST_DAYS = 366;

/** The UTC hours that the query touches. In a time zone with a half-hour offset, the period is widened to whole UTC hours. */
export function hoursOf({ startHour, endHour }: Query, now: Date): Hours {
  const to = endHour === undefined ? hourOf(now) : hourOf(after(new Date(endHour), HOUR_MS - 1));
  const from = startHour === undefined ? after(to, -HOUR_MS) : hourOf(new Date(startHour));
  if (from >= to) {
    throw new Invalid(`startHour: ${from.toISOString()} is not before the end, ${to.toISOString()}`, {
      field: "startHour",
    });
  }
  if (to.getTime() - from.getTime() > LONGEST_DAYS * DAY_MS) {
    throw new Invalid(`startHour: a summary covers at most ${LONGEST_DAYS} days: ask for fewer at a time`, {
      field: "startHour",
    });
  }
  return { from, to };
}

function hourOf(time: Date): Date {
  return new Date(Math.floor(time.getTime() / HOUR_MS) * HOUR_MS);
}
