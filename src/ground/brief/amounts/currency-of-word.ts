import { has, type Mention } from "../mention.ts";

/** Which currency a word for several is, by the country that the text names; at last, what it is where it names none of these. */
const FAMILIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  crowns: { NO: "NOK", DK: "DKK", SE: "SEK", CZ: "CZK", IS: "ISK" },
  pesos: { AR: "ARS", CL: "CLP", CO: "COP", UY: "UYU", DO: "DOP", PH: "PHP", MX: "MXN", "": "MXN" },
  dirhams: { MA: "MAD", AE: "AED", "": "AED" },
  dinars: { DZ: "DZD", TN: "TND", KW: "KWD", BH: "BHD", JO: "JOD", RS: "RSD", IQ: "IQD" },
  rupees: { PK: "PKR", LK: "LKR", IN: "INR", "": "INR" },
  shillings: { KE: "KES", TZ: "TZS", UG: "UGX" },
};

/** The currency that a word means in a text about these countries; undefined for a word that is none, or that may be several. */
export function currencyOf(word: Mention, countries: ReadonlySet<string>): string | undefined {
  const own = word.senses.find(({ id }) => CODE.test(id))?.id;
  if (own !== undefined) return own;
  const family = Object.entries(FAMILIES).find(([id]) => has(word, "money", id))?.[1];
  if (!family) return undefined;
  const there = Object.entries(family).filter(([country]) => countries.has(country));
  return there.length === 1 ? there[0]?.[1] : there.length === 0 ? family[""] : undefined;
}

/** Whether a meaning of a word for money is a currency, or one of several. */
export function isCurrency(id: string): boolean {
  return CODE.test(id) || id in FAMILIES;
}

const CODE = /^[A-Z]{3}$/;
