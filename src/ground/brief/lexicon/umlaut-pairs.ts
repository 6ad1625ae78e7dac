import type { Language } from "../languages.ts";

/** German words that only an umlaut tells from others: `Kuchen` are baked, and in `Küchen`. By their letters, how they are written with it. */
const PAIRS: ReadonlyMap<string, string> = new Map([
  ["kuchen", "küchen"],
  ["burger", "bürger"],
]);

/** Spanish ones that only a tilde does: `unas` are some, and `uñas` nails. */
const TILDES: ReadonlyMap<string, string> = new Map([
  ["cuna", "cuña"],
  ["cunas", "cuñas"],
  ["unas", "uñas"],
  ["pena", "peña"],
  ["penas", "peñas"],
  ["cana", "caña"],
  ["canas", "cañas"],
  ["mono", "moño"],
]);

const UMLAUTS = /[äöü]/;
const TILDE = "ñ";

/** By what a word is looked up: its letters, or the whole of it where an umlaut or a tilde makes another word of them. */
export function lettersOf(text: string, plain: string, language: Language): string {
  if (language === "es") return text.toLowerCase().includes(TILDE) ? (TILDES.get(plain) ?? plain) : plain;
  if (language !== "de") return plain;
  const written = PAIRS.get(plain);
  return written !== undefined && UMLAUTS.test(text) ? written : plain;
}

/** The same of a part of a compound: `Küchenkäufer`. */
export function lettersOfPart(part: string, whole: string): string {
  const written = PAIRS.get(part);
  return written !== undefined && whole.includes(written) ? written : part;
}
