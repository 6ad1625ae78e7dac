import { LANGUAGES, type Language, stemOf } from "./languages.ts";
import { lexicon, type Sense } from "./lexicon/lexicon.ts";
import type { Token } from "./words.ts";

/** Shorter words mean something else in other languages. */
const SHORTEST_INTERNATIONAL = 6;
/** One language alone may have it with another meaning: a Portuguese `ingresso` is a ticket, an Italian one an entrance. */
const WITNESSES = 2;

/** The topics that an unknown word has in other languages: many are international, up to their endings, like `radiologues`. */
export function topicsAbroad({ text, plain }: Token, spoken: readonly Language[]): readonly Sense[] | undefined {
  const [first = "en"] = spoken;
  const stem = stemOf(text, first);
  if (plain.length < SHORTEST_INTERNATIONAL || spoken.includes("en")) return undefined;
  const found = LANGUAGES.filter((language) => !spoken.includes(language)).flatMap((language) => {
    const { senses, stems } = lexicon().vocabularyOf(language);
    const known = senses.get(plain) ?? (stem.length >= SHORTEST_INTERNATIONAL ? stems.get(stem) : undefined);
    return known ? [known] : [];
  });
  if (found.length < WITNESSES) return undefined;
  return agreed(found)?.map((sense) => ({ ...sense, isDerived: true }));
}

/** The topics of the first, if all others have some of them and nothing else. */
function agreed(found: readonly (readonly Sense[])[]): readonly Sense[] | undefined {
  const [first = []] = found;
  const isOne = found.every((senses) =>
    senses.every(({ kind, id, isHint }) => kind === "topic" && !isHint && first.some((one) => one.id === id)),
  );
  return first.length > 0 && isOne ? first : undefined;
}
