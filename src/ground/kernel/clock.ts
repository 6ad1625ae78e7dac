/** A source of the current time. Live customers use real time; a sandbox customer's clock is ahead by as much as it has been advanced. */
export interface Clock {
  now(): Date;
}

export const wallClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is set. */
export function frozenClock(at: Date): Clock & { set(at: Date): void } {
  let time = at;
  return { now: () => new Date(time), set: (to) => void (time = to) };
}

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** `after(now, 5 * MINUTE_MS)` */
export function after(time: Date, ms: number): Date {
  return new Date(time.getTime() + ms);
}

/** The UTC calendar day of an instant, `YYYY-MM-DD`. */
export function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}

/** The instant at which a UTC day begins. */
export function startOfDay(day: string): Date {
  return new Date(`${day}T00:00:00.000Z`);
}

/** Every UTC day from `first` to `last`, both included. */
export function daysBetween(first: string, last: string): string[] {
  const days: string[] = [];
  for (let at = startOfDay(first).getTime(); at <= startOfDay(last).getTime(); at += DAY_MS)
    days.push(dayOf(new Date(at)));
  return days;
}

/** An instant on the wire, in ISO 8601 and UTC; null if there is none. */
export function instantOf(at: Date | null | undefined): string | null {
  return at ? at.toISOString() : null;
}
