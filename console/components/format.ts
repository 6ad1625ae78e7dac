const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });
const SHORT_DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const MOMENT = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
const COUNT = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });
const SHARE = new Intl.NumberFormat("en-GB", { style: "percent", maximumFractionDigits: 2 });

/** A day, of a day or of a moment, in UTC. */
export function dayOf(value: string): string {
  return DAY.format(new Date(value));
}

/** A moment with its zone. */
export function momentOf(value: string): string {
  return `${MOMENT.format(new Date(value))} UTC`;
}

/** The API's text, with its times formatted for people. */
export function readable(sentence: string): string {
  return sentence.replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z/g, momentOf);
}

export function countOf(value: number): string {
  return COUNT.format(value);
}

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** A size in bytes, in the unit with at most three digits before the point. */
export function sizeOf(bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const unit = UNITS[step] ?? "byte";
  return new Intl.NumberFormat("en-GB", { style: "unit", unit, maximumFractionDigits: 1 }).format(bytes / 1000 ** step);
}

export function shareOf(value: number): string {
  return SHARE.format(value);
}

/** Money in few characters, for an axis. */
export function shortMoneyOf(amount: number, currency: string): string {
  const short = { notation: "compact", minimumFractionDigits: 0, maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat("en-GB", { style: "currency", currency, currencyDisplay: "code", ...short }).format(
    amount,
  );
}

/** Day and month only, for an axis. */
export function shortDayOf(value: Date): string {
  return SHORT_DAY.format(value);
}

/** Money with its currency in front, so that the digits in a column of amounts are aligned. */
export function moneyOf(amount: number, currency: string): string {
  const format = new Intl.NumberFormat("en-GB", { style: "currency", currency, currencyDisplay: "code" });
  return format.format(amount);
}
