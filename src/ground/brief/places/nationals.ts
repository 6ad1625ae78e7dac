import { has, type Mention, type Mentions } from "../mention.ts";

/** Of languages that write a people as they write the adjective, what stands before the noun: "los daneses", "quesos daneses". */
const ARTICLE =
  /(?:^|[\s(])(?:los|las|menos|excepto|i|gli|ai|agli|dai|dagli|tranne|niente|os|as|aos|às|pelos|pelas|exceto)\s$/iu;
/** "Schweizer Uhren": before a noun it is the adjective. */
const ADJECTIVE = /er$/u;
const NOUN = /^\s\p{Lu}/u;
/** "For", "only", "no", "we seek", "except". */
const MEANING = ["closer", "seeks", "exclusive", "negator", "none", "other-than", "aim"] as const;
/** They begin a sentence, with an article at most. */
const OPENING = /(?:^|[.!?:;\n]\s?)(?:\p{L}{1,3}\s)?$/u;
/** "We are Danes", "unsere Gründer sind Schweizer": somebody else than who is sought. */
const OTHERS = ["self", "others", "produces", "sells"] as const;
/** In characters. */
const NEAR = 24;

/** "Danes who cycle", "alles für Polen", "los chilenos": the people of a country by a noun of their own. */
export function isNation(place: Mention, text: string, { scope }: Mentions): boolean {
  const { from, to, start, end } = place;
  if (!scope.some((one) => one.from === from && one.to === to && has(one, "scope", "nationals"))) return false;
  const word = text.slice(start, end);
  if (!/^\p{Lu}/u.test(word) && !ARTICLE.test(text.slice(0, start))) return false;
  // "We teach Ukrainians", "Italians sold us the machine" only tell of them.
  const isMeant = scope.some((one) => isJustBefore(one, place, text) && MEANING.some((id) => has(one, "scope", id)));
  if (!isMeant && !OPENING.test(text.slice(0, start))) return false;
  if (ADJECTIVE.test(word) && NOUN.test(text.slice(end))) return false;
  return !scope.some(
    (one) =>
      one.end <= start &&
      start - one.end <= NEAR &&
      OTHERS.some((id) => has(one, "scope", id)) &&
      !/[.,;:!?\n]/.test(text.slice(one.end, start)),
  );
}

/** With an article between at most. */
export function isJustBefore({ end }: Mention, { start }: Mention, text: string): boolean {
  return end < start && start - end <= 5 && /^\s+(?:\p{L}{1,3}\s)?$/u.test(text.slice(end, start));
}
