import { has, type Mention } from "../mention.ts";
import type { Token } from "../words.ts";
import { areJoined } from "./joints.ts";

const PLACES: ReadonlySet<string> = new Set(["country", "region", "city"]);

/** `CTV` and `TKP` are in capitals where nothing else is. */
const LONGER_THAN_LETTERS = 5;

/**
 * Without places whose name is a word of daily life where it is one: French `eau` is water, and the Emirates only as `EAU`. A
 * text without capitals means the place where it says "in" before it, or names another beside it; and so do nouns in German,
 * which always have a capital, unless they consist of capitals (`DACH`).
 */
export function withoutHomonyms(
  content: readonly Mention[],
  scope: readonly Mention[],
  tokens: readonly Token[],
): readonly Mention[] {
  const startsOf = (id: string) => new Set(scope.filter((one) => has(one, "scope", id)).map(({ start }) => start));
  const [homonyms, nouns] = [startsOf("homonym"), startsOf("homonym-noun")];
  if (homonyms.size + nouns.size === 0) return content;
  const hasCapitals = tokens.some(({ isCapital, text }) => isCapital && text.length >= LONGER_THAN_LETTERS);
  const isLocated = ({ from }: Mention) => scope.some((one) => one.to === from && has(one, "scope", "locator"));
  const places = content.filter(({ senses }) => senses.some(({ kind }) => PLACES.has(kind)));
  const isListed = (one: Mention) => places.some((other) => areJoined(one, other, tokens));
  return content.flatMap((mention) => {
    const token = tokens[mention.from];
    const isNoun = nouns.has(mention.start);
    if (!(isNoun || homonyms.has(mention.start)) || mention.to - mention.from > 1) return [mention];
    const isSpelt = isNoun ? token?.isAllCapitals : hasCapitals && token?.isCapital;
    if (isSpelt || ((isNoun || !hasCapitals) && (isLocated(mention) || isListed(mention)))) return [mention];
    const senses = mention.senses.filter(({ kind }) => !PLACES.has(kind));
    return senses.length > 0 ? [{ ...mention, senses }] : [];
  });
}
