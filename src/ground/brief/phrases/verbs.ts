import { type Language, STOP_WORDS } from "../languages.ts";
import type { Mention } from "../mention.ts";
import type { Page } from "../polarity/lists.ts";

/** In these languages the verb is negated as well: "w żadnym wypadku reklamy nie mogą", "não quer nada que seja sobre carros". */
const CONCORDS: Readonly<Partial<Record<Language, ReadonlySet<string>>>> = {
  pl: new Set(["nie"]),
  fr: new Set(["rien", "aucun", "aucune", "jamais"]),
  es: new Set(["nada", "ningun", "ninguna", "ningunos", "ningunas", "nunca", "jamas"]),
  it: new Set(["niente", "nulla", "nessun", "nessuno", "nessuna", "mai"]),
  pt: new Set(["nada", "nenhum", "nenhuma", "nunca", "jamais"]),
};

export function isConcord({ from }: Mention, { tokens, languages }: Page): boolean {
  const [language] = languages;
  return language !== undefined && (CONCORDS[language]?.has(tokens[from]?.plain ?? "") ?? false);
}

export const SUBJECTS: ReadonlySet<string> = new Set(["topic", "audience", "season"]);
/** They negate a verb as well as a noun; English "no" does not. */
const BARE: ReadonlySet<string> = new Set(["no", "nao", "non", "nie", "pas"]);

/** "A dishwasher that does not fail": next to the negator is a word that says nothing of advertising. */
export function isOfVerb({ from, to }: Mention, { tokens, contentAt, scopeAt, languages }: Page): boolean {
  const next = tokens[to];
  if (to - from > 1 || languages[0] === "en" || !BARE.has(tokens[from]?.plain ?? "") || next?.kind !== "word")
    return false;
  const isScope = scopeAt.get(to)?.some(({ senses }) => senses.some(({ kind }) => kind === "scope")) ?? false;
  if (contentAt.has(to) || isScope || next.plain.length < SHORTEST_VERB) return false;
  return next.plain.length >= LONG_VERB || !languages.some((language) => STOP_WORDS.get(language)?.has(next.plain));
}

const SHORTEST_VERB = 3;
/** What lists call a word without meaning may be a verb: Portuguese `chega`. */
const LONG_VERB = 5;
