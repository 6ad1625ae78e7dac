import { DAY_MS, dayOf, startOfDay } from "../../../ground/kernel/clock.ts";

/** The calendar day in a time zone, `YYYY-MM-DD`. */
export function dayIn(zone: string, at: Date): string {
  return dayOf(new Date(at.getTime() + offsetMs(zone, at)));
}

/** The instant at which a day begins in a time zone, including the days on which its clocks change. */
export function midnightIn(zone: string, day: string): Date {
  const utc = startOfDay(day).getTime();
  // The offset depends on the instant, and the instant on the offset. Two rounds are enough, because offsets change by
  // hours and not by days.
  const guess = utc - offsetMs(zone, new Date(utc));
  const exact = utc - offsetMs(zone, new Date(guess));
  return new Date(exact);
}

/** ISO 8601 with the zone's offset, such as `2026-11-01T00:00:00.000-07:00`. */
export function writtenIn(zone: string, at: Date): string {
  const offset = offsetMs(zone, at);
  const local = new Date(at.getTime() + offset).toISOString().slice(0, -1);
  const minutes = Math.abs(offset) / 60_000;
  const two = (count: number) => String(Math.floor(count)).padStart(2, "0");
  return `${local}${offset < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
}

/** The local time in a zone, without naming the zone: `2026-11-01 00:00:00`. */
export function clockTimeIn(zone: string, at: Date): string {
  return writtenIn(zone, at).slice(0, 19).replace("T", " ");
}

/** The next day, or the day this many days later. */
export function dayAfter(day: string, days = 1): string {
  return dayOf(new Date(startOfDay(day).getTime() + days * DAY_MS));
}

/** The last day of a window of at most `mostDays` days. */
export function windowEnd(from: string, endDay: string, mostDays: number): string {
  const last = dayAfter(from, mostDays - 1);
  return last < endDay ? last : endDay;
}

export function isZone(zone: string): boolean {
  return formatOf(zone) !== undefined;
}

const formats = new Map<string, Intl.DateTimeFormat | undefined>();

function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  if (!formats.has(zone)) {
    try {
      formats.set(zone, new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" }));
    } catch {
      formats.set(zone, undefined);
    }
  }
  return formats.get(zone);
}

/** A zone's offset from UTC at a given time; an unknown zone counts as UTC. */
function offsetMs(zone: string, at: Date): number {
  const name = formatOf(zone)
    ?.formatToParts(at)
    .find(({ type }) => type === "timeZoneName")?.value;
  const [, sign, hours, minutes = "0"] = /^GMT([+-])(\d{2})(?::(\d{2}))?/.exec(name ?? "") ?? [];
  if (hours === undefined) return 0;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
