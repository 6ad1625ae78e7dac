import { DAY_MS } from "../../../../ground/kernel/clock.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

/** The local time that a time zone's clocks show, encoded as if it were UTC. */
function shownIn(zone: string, at: number): number {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
  formats.set(zone, format);
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The day in a time zone, `YYYY-MM-DD`. */
export function dayIn(zone: string, at: Date): string {
  return new Date(shownIn(zone, at.getTime())).toISOString().slice(0, 10);
}

/**
 * The instant at which a time zone's clocks show a local time such as `2026-11-01T00:00:00`. A time that is skipped moves to the first hour
 * after the gap.
 */
export function instantIn(zone: string, local: string): Date {
  const shown = Date.parse(`${local}Z`);
  let at = shown - (shownIn(zone, shown) - shown);
  // Repeated because the offset may differ between the first guess and the instant itself.
  at = shown - (shownIn(zone, at) - at);
  return new Date(at);
}

export function startOfDayIn(zone: string, day: string): Date {
  return instantIn(zone, `${day}T00:00:00`);
}

export function isMidnightIn(zone: string, at: Date): boolean {
  return startOfDayIn(zone, dayIn(zone, at)).getTime() === at.getTime();
}

/** `2026-11-01T00:00:00.000-04:00`: an instant with the offset that the time zone had then. */
export function withOffset(zone: string, at: Date): string {
  const shown = shownIn(zone, at.getTime());
  const minutes = Math.round((shown - at.getTime()) / 60_000);
  const sign = minutes < 0 ? "-" : "+";
  const two = (value: number) => String(value).padStart(2, "0");
  const offset = `${sign}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
  return `${new Date(shown).toISOString().slice(0, -1)}${offset}`;
}

export function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}

/** Both days are included. */
export function daysFrom(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = nextDay(day)) days.push(day);
  return days;
}

export function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
