import type { Chip } from "./chip.ts";
import { lineOf } from "./lexicon/lexicon.ts";

const POINTS: ReadonlySet<string> = new Set(["south", "north", "east", "west"]);

/** "South of Lyon" is no part of a country. */
const OF = /^\s(?:of|von|de|du|del|di|da|van|od)\s/i;

/** "Germany, but not in the south": a bare point of the compass is a part of the only country that a brief names. */
export function located(chips: readonly Chip[], text: string): Chip[] {
  if (!chips.some(isPoint)) return [...chips];
  const countries = chips.filter(({ kind, negated }) => kind === "country" && !negated).map(({ value }) => value);
  const [only, ...others] = new Set(countries);
  return chips.flatMap((chip) => {
    if (!isPoint(chip)) return [chip];
    const part = `${chip.concept}-${only?.toLowerCase()}`;
    const isPart = others.length === 0 && lineOf("city", part) && !OF.test(text.slice(chip.span?.end));
    return isPart ? [{ ...chip, value: part, concept: part }] : [];
  });
}

function isPoint({ kind, concept }: Chip): boolean {
  return kind === "region" && POINTS.has(concept);
}
