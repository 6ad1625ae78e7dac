/** ISO 4217's codes: "90 ZAR". */
const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

/** In capitals, so that no word is one. */
export function codeAt(start: number, end: number, text: string): string | undefined {
  const [behind, before] = [text.slice(end), text.slice(Math.max(0, start - LONGEST_FIELD), start)];
  const codes = [
    CODE_BEHIND.exec(behind),
    CODE_BEFORE.exec(before),
    FIELD_BEHIND.exec(behind),
    FIELD_BEFORE.exec(before),
  ];
  return codes.map((found) => found?.[1]).find((code) => code !== undefined && CODES.has(code));
}

const CODE_BEHIND = /^\s?([A-Z]{3})(?![\p{L}\d])/u;
const CODE_BEFORE = /(?<![\p{L}\d])([A-Z]{3})\s?$/u;

/** As a program writes it: `"amount": 12, "currency": "GBP"`, in either order. */
const FIELD_BEHIND =
  /^"?\s?,\s?"?(?:currency(?:Code|_code)?|ccy|devise|Währung|waehrung|moneda|valuta|moeda|waluta|通貨|العملة)"?\s?:\s?"?([A-Z]{3})(?![\p{L}\d])/u;
const FIELD_BEFORE =
  /"?(?:currency(?:Code|_code)?|ccy|devise|Währung|waehrung|moneda|valuta|moeda|waluta|通貨|العملة)"?\s?:\s?"?([A-Z]{3})"?\s?,\s?"?[a-zA-Z_]{1,20}"?\s?:\s?"?$/u;
/** In characters. */
const LONGEST_FIELD = 80;
