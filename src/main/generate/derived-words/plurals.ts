import type { Language } from "../../../ground/brief/languages.ts";

type Rule = readonly [ending: RegExp, plural: string];

/** How nouns form their plurals, in spellings without accents. The first rule that applies is used; rare plurals are missing. */
const RULES: Readonly<Partial<Record<Language, readonly Rule[]>>> = {
  de: [
    [/(?<=e)$/, "n"],
    [/(?<=el|er)$/, "n"],
    [/(?<=[^e]in)$/, "nen"],
    [/(?<=[aiouy])$/, "s"],
    [/(?<=en)$/, ""],
    [/(?<=ung|heit|keit|schaft|ion|anz|enz|tat|ei|ik|thek|bahn)$/, "en"],
    [/(?<=geschaft|platz|markt|hof|betrieb|werk|park|club|verein)$/, "e"],
    [/(?<=haus|feld|bad)$/, "er"],
  ],
  fr: [
    [/(?<=[sxz])$/, ""],
    [/(?<=eau|eu)$/, "x"],
    [/al$/, "aux"],
    [/$/, "s"],
  ],
  es: [
    [/(?<=[aeiou])$/, "s"],
    [/z$/, "ces"],
    [/(?<=s)$/, ""],
    [/$/, "es"],
  ],
  it: [
    [/co$/, "chi"],
    [/go$/, "ghi"],
    [/ca$/, "che"],
    [/ga$/, "ghe"],
    [/io$/, "i"],
    [/[oe]$/, "i"],
    [/a$/, "e"],
  ],
  pt: [
    [/ao$/, "oes"],
    [/m$/, "ns"],
    [/([aeou])l$/, "$1is"],
    [/(?<=[rzn])$/, "es"],
    [/(?<=[aeiou])$/, "s"],
  ],
  nl: [
    [/(?<=[^aeiou])([aeou])\1([^aeiou])$/, "$1$2en"],
    [/(?<=el|er|en|je|[aiouy])$/, "s"],
    [/(?<=[^aeiou][aeiou])([bdfgklmnprst])$/, "$1$1en"],
    [/(?<=e)$/, "n"],
    [/$/, "en"],
  ],
};

/** German nouns whose ending does not determine the plural have one of these endings. */
const GERMAN = ["e", "en", "er", "s"];

/** The possible plurals of a single word; empty for languages whose words are looked up by their stems. */
export function pluralsOf(word: string, language: Language): string[] {
  if (word.includes(" ")) return [];
  const rule = RULES[language]?.find(([ending]) => ending.test(word));
  if (rule) return [word.replace(...rule)];
  return language === "de" ? GERMAN.map((ending) => word + ending) : [];
}
