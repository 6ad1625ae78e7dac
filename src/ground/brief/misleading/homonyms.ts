import { has, type Mention } from "../mention.ts";
import type { Token } from "../words.ts";

const PLACES: ReadonlySet<string> = new Set(["country", "region", "city"]);

/** `CTV` and `TKP` are in capitals where nothing else is. */
const LONGER_THAN_LETTERS = 5;

/**
 * Without places whose name is a word of daily life where it is one: French `eau` is water, and the Emirates only as `EAU`. A
 * text without capitals means the place where it says "in" before it.
 */
export function withoutHomonyms(
  content: readonly Mention[],
  scope: readonly Mention[],
  tokens: readonly Token[],
): readonly Mention[] {
  const homonyms = new Set(scope.filter((one) => has(one, "scope", "homonym")).map(({ start }) => start));
  if (homonyms.size === 0) return content;
  const hasCapitals = tokens.some(({ isCapital, text }) => isCapital && text.length >= LONGER_THAN_LETTERS);
  const isName = ({ from }: Mention) =>
    hasCapitals
      ? tokens[from]?.isCapital === true
      : scope.some((one) => one.to === from && has(one, "scope", "locator"));
  return content.flatMap((mention) => {
    if (!homonyms.has(mention.start) || mention.to - mention.from > 1 || isName(mention)) return [mention];
    const senses = mention.senses.filter(({ kind }) => !PLACES.has(kind));
    return senses.length > 0 ? [{ ...mention, senses }] : [];
  });
}
