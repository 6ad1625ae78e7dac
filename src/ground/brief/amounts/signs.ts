/** The currency of a sign. */
export const SIGNS: Readonly<Record<string, string>> = { "€": "EUR", $: "USD", "£": "GBP", "¥": "JPY" };

const DOLLARS: readonly [letters: string, currency: string][] = [
  ["MX", "MXN"],
  ["NZ", "NZD"],
  ["US", "USD"],
  ["S", "SGD"],
  ["HK", "HKD"],
  ["R", "BRL"],
  ["A", "AUD"],
  ["C", "CAD"],
];

/** Which of the currencies with a dollar sign: `R$`, `C$`, and in French "19,90 $ CA". */
export function dollarAt(start: number, end: number, text: string): string | undefined {
  const before = text.slice(Math.max(0, start - 2), start).toUpperCase();
  const [, letters] = LETTERS_BEHIND.exec(text.slice(end, end + 4)) ?? [];
  const behind = DOLLARS.find(([one]) => letters?.startsWith(one));
  return (DOLLARS.find(([one]) => before.endsWith(one)) ?? behind)?.[1];
}

const LETTERS_BEHIND = /^\s?(US|CA|AU|NZ|HK|MX)(?!\p{L})/u;

/** Short forms with points between their letters, which are no words: "30 د.إ". */
const POINTED: Readonly<Record<string, string>> = {
  "د.إ": "AED",
  "ر.س": "SAR",
  "ج.م": "EGP",
  "د.ك": "KWD",
  "ر.ق": "QAR",
  "د.م": "MAD",
  "د.ب": "BHD",
  "ر.ع": "OMR",
};

/** Such a form right behind a number, with the white space before it and the point behind. */
export function pointedBehind(end: number, text: string): { currency: string; end: number } | undefined {
  const found = POINTED_FORM.exec(text.slice(end, end + 6));
  const currency = POINTED[found?.[1] ?? ""];
  return found && currency ? { currency, end: end + found[0].length } : undefined;
}

const POINTED_FORM = /^\s?(\p{L}\.\p{L})(?!\p{L})(?:\.(?=\s\P{L}|,|،))?/u;
