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
  if (content.some((one) => isLabelOfSex(one, tokens)))
    return withoutHomonyms(
      content.filter((one) => !isLabelOfSex(one, tokens)),
      scope,
      tokens,
    );
  if (homonyms.size + nouns.size === 0) return content;
  const hasCapitals = tokens.some(({ isCapital, text }) => isCapital && text.length >= LONGER_THAN_LETTERS);
  const isLocated = ({ from }: Mention) => scope.some((one) => one.to === from && has(one, "scope", "locator"));
  const places = content.filter(({ senses }) => senses.some(({ kind }) => PLACES.has(kind)));
  const isListed = (one: Mention) => places.some((other) => areJoined(one, other, tokens));
  // "Display in Bath", "Bath, UK", and not "in nice surroundings" or "gardening, reading, London".
  const isMeant = (one: Mention) => {
    const isName = tokens[one.from]?.isCapital === true || isLast(one, tokens);
    const isOfSubjects = content.some(
      (other) => other.to < one.from && !places.includes(other) && areJoined(other, one, tokens),
    );
    return isName && (isLocated(one) || (isListed(one) && !isOfSubjects));
  };
  return content.flatMap((mention) => {
    const token = tokens[mention.from];
    const isNoun = nouns.has(mention.start);
    if (!(isNoun || homonyms.has(mention.start)) || mention.to - mention.from > 1) return [mention];
    const isSpelt = isNoun ? token?.isAllCapitals : hasCapitals && token?.isCapital;
    if (isNoun && isMeant(mention)) return [{ ...mention, senses: mention.senses.filter(isOfPlace) }];
    if (isSpelt || (!isNoun && !hasCapitals && (isLocated(mention) || isListed(mention)))) return [mention];
    const senses = mention.senses.filter((sense) => !isOfPlace(sense));
    return senses.length > 0 ? [{ ...mention, senses }] : [];
  });
}

/** "Sex: female". */
function isLabelOfSex(one: Mention, tokens: readonly Token[]): boolean {
  const { plain = "" } = tokens[one.from] ?? {};
  return SEXES.has(plain) && has(one, "topic", "adult-content") && tokens[one.to]?.text.startsWith(":") === true;
}

const SEXES: ReadonlySet<string> = new Set("sex sexe sexes sexo sesso seks جنس الجنس".split(" "));

function isOfPlace({ kind }: Mention["senses"][number]): boolean {
  return PLACES.has(kind);
}

function isLast({ to }: Mention, tokens: readonly Token[]): boolean {
  return tokens[to] === undefined || tokens[to].kind === "break";
}
