import { DAY_MS } from "../../../../ground/kernel/clock.ts";
import { type Decimal, decimalOf } from "../../../../ground/kernel/money.ts";

/** Groups of three digits with the same separator throughout. A dot is not accepted, because it could be a decimal point. */
const GROUPED = /^\d{1,3}(?:,\d{3})+$|^\d{1,3}(?:[ \u00A0\u202F]\d{3})+$|^\d{1,3}(?:_\d{3})+$/;

/** A whole number of zero or more; undefined for anything else. */
export function wholeNumberIn(value: unknown): number | undefined {
  if (typeof value === "number") return isCount(value) ? value : undefined;
  if (typeof value !== "string") return undefined;
  const text = value.trim();
  if (!/^\d{1,16}$/.test(text) && !(text.length <= 24 && GROUPED.test(text))) return undefined;
  const number = Number(text.replaceAll(/\D/g, ""));
  return isCount(number) ? number : undefined;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/** A price of zero or more, with a decimal point or comma; `1,200` is ambiguous. */
export function priceIn(value: unknown): Decimal | undefined {
  if (typeof value === "number")
    return Number.isFinite(value) && value >= 0 && value < 1e9 ? decimalOf(value) : undefined;
  if (typeof value !== "string") return undefined;
  const text = value.trim();
  if (!/^\d{1,9}(?:[.,]\d{1,6})?$/.test(text) || /,\d{3}$/.test(text)) return undefined;
  return decimalOf(text.replace(",", "."));
}

/** Whether a date without a time stands for the beginning or the end of its day. */
type Edge = "start" | "end";

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):?[0-5]\d)$/;
/** The day from which spreadsheets count, shifted by one because they count 29 February 1900, a day that never existed. */
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);
const [FIRST_SERIAL, PAST_SERIALS] = [20_000, 80_000];
const LAST_SECOND_MS = DAY_MS - 1_000;

/**
 * An ISO date, with a zone if it has a time, or a spreadsheet's serial number; undefined for anything else, including
 * dates with slashes.
 */
export function instantIn(value: unknown, edge: Edge): Date | undefined {
  if (value instanceof Date) return instantIn(value.toISOString(), edge);
  const text = typeof value === "string" ? value.trim() : "";
  const serial = typeof value === "number" ? value : /^\d{5}(?:\.\d{1,12})?$/.test(text) ? Number(text) : Number.NaN;
  if (serial >= FIRST_SERIAL && serial < PAST_SERIALS) return fromSerial(serial, edge);
  const [, day] = INSTANT.exec(text) ?? [];
  if (day !== undefined) return dayStart(day) === undefined ? undefined : new Date(text);
  const start = dayStart(text);
  return start === undefined ? undefined : new Date(edge === "end" ? start + LAST_SECOND_MS : start);
}

function fromSerial(serial: number, edge: Edge): Date {
  const whole = Number.isInteger(serial);
  const at = SERIAL_EPOCH + Math.round(serial * DAY_MS);
  return new Date(whole && edge === "end" ? at + LAST_SECOND_MS : at);
}

/** Undefined for a day that does not exist. */
function dayStart(text: string): number | undefined {
  const [, year, month, day] = (DAY.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const at = new Date(Date.UTC(year, month - 1, day));
  const exists = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return exists ? at.getTime() : undefined;
}
