const { UTC } = Date;
const ZERO = 48;

/**
 * A `timestamptz` as PostgreSQL writes it in UTC, `2026-11-02 12:00:00.123456+00`, by its places. The driver's own parser takes it
 * apart with regular expressions, and a page of a list has a hundred of them. Undefined for whatever else PostgreSQL may
 * write: another zone, infinity, a year of more than four digits.
 */
export function instantIn(text: string): Date | undefined {
  const { length } = text;
  if (length < 22 || length > 29 || text.charCodeAt(10) !== 32 || !text.endsWith("+00")) return undefined;
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)];
  const [hour, minute, second] = [digits(text, 11, 13), digits(text, 14, 16), digits(text, 17, 19)];
  // The driver cuts off what is less than a millisecond. Date.UTC means the twentieth century by a year below 100.
  const ms = UTC(year, month - 1, day, hour, minute, second, millisecondsIn(text, length - 3));
  return year < 100 || Number.isNaN(ms) ? undefined : new Date(ms);
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) value = value * 10 + text.charCodeAt(at) - ZERO;
  return value;
}

/** PostgreSQL leaves out the zeros at the end. */
function millisecondsIn(text: string, end: number): number {
  if (end === 19) return 0;
  const given = digits(text, 20, Math.min(23, end));
  return end === 21 ? given * 100 : end === 22 ? given * 10 : given;
}
