import { LANGUAGES, type Language } from "../languages.ts";
import { lexicon, type Sense } from "../lexicon/lexicon.ts";
import { CERTAINTY } from "../mention.ts";

const PLACES: readonly Sense["kind"][] = ["country", "region", "city"];

interface NamedAbroad {
  readonly senses: readonly Sense[];
  readonly length: number;
  readonly certainty: number;
}

/** A place may have its native name, such as `Österreich` in an English text. */
export function placeAbroad(plain: string, spoken: readonly Language[]): NamedAbroad | undefined {
  const { singlesOf, vocabularyOf } = lexicon();
  // Japanese has no single words. Elsewhere a vocabulary need not be made for what is none of its words.
  const isNamedIn = (language: Language) => language === "ja" || singlesOf(language).has(plain);
  for (const language of LANGUAGES.filter((one) => !spoken.includes(one) && isNamedIn(one))) {
    const found = vocabularyOf(language).senses.get(plain);
    const isName = found?.every(({ kind, isHint }) => PLACES.includes(kind) && !isHint);
    if (found && isName) return { senses: found, length: 1, certainty: CERTAINTY.foreign };
  }
  return undefined;
}

/** Arabic joins "and", "in" and "for" to a name: `ومصر`. */
export function placeJoined(plain: string, spoken: readonly Language[]): NamedAbroad | undefined {
  if (!spoken.includes("ar") || !/^[وفبل]\p{L}{3}/u.test(plain)) return undefined;
  const found = lexicon().vocabularyOf("ar").senses.get(plain.slice(1));
  const isName = found?.every(({ kind, isHint }) => PLACES.includes(kind) && !isHint);
  return found && isName ? { senses: found, length: 1, certainty: CERTAINTY.word } : undefined;
}
