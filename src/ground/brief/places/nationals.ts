import { has, type Mention, type Mentions } from "../mention.ts";
import { firstOfList } from "./place-lists.ts";

/** Of languages that write a people as they write the adjective, what stands before the noun: "los daneses", "quesos daneses". */
const ARTICLE =
  /(?:^|[\s(])(?:los|las|menos|excepto|i|gli|ai|agli|dai|dagli|tranne|niente|os|as|aos|às|pelos|pelas|exceto)\s$/iu;
/** "Aux Français", "ai danesi", "ad austriaci", "an Deutsche": to them, with nothing else that says so. */
const TO_THEM = /(?:^|[\s(])(?:aux|ai|agli|alle|ad?|aos|às|a\s(?:los|las)|an(?:\sdie)?|aan(?:\sde)?)\s$/iu;
/** "Schweizer Uhren": before a noun it is the adjective. */
const ADJECTIVE = /er$/u;
const NOUN = /^\s\p{Lu}/u;
/** "For", "only", "no", "we seek", "except". */
const MEANING = ["closer", "seeks", "exclusive", "negator", "none", "other-than", "aim"] as const;
/** "Belgi di nascita": who writes. */
const BY_BIRTH =
  /^\s(?:by birth|von Geburt|de naissance|de nacimiento|di nascita|de nascimento|van geboorte|z urodzenia)/iu;
const SEEKING = MEANING.filter((id) => id !== "closer");
/** They begin a sentence, with an article at most. */
const OPENING = /(?:^|[.!?:;\n]\s?)(?:\p{L}{1,3}\s)?$/u;
/** "We are Danes", "unsere Gründer sind Schweizer": somebody else than who is sought. */
const OTHERS = ["self", "others", "produces", "sells"] as const;
/** In characters. */
const NEAR = 24;

/** "Danes who cycle", "alles für Polen", "los chilenos": the people of a country by a noun of their own. */
export function isNation(place: Mention, text: string, { scope, content }: Mentions): boolean {
  const { from, to, end } = place;
  // "For Danes and Swedes": what stands before a list is said of all in it.
  const first = firstOfList(place, text, content);
  const { start } = first.senses.every(({ isHint }) => isHint) ? first : place;
  if (!scope.some((one) => one.from === from && one.to === to && has(one, "scope", "nationals"))) return false;
  const word = text.slice(place.start, end);
  // "We teach Ukrainians", "Italians sold us the machine" only tell of them.
  const isMeant =
    TO_THEM.test(text.slice(0, start)) ||
    scope.some((one) => isJustBefore(one, { start }, text) && MEANING.some((id) => has(one, "scope", id)));
  if (BY_BIRTH.test(text.slice(end))) return false;
  if (!isMeant && !/^\p{Lu}/u.test(word) && !ARTICLE.test(text.slice(0, start))) return false;
  if (!isMeant && !OPENING.test(text.slice(0, start))) return false;
  if (ADJECTIVE.test(word) && NOUN.test(text.slice(end))) return false;
  // "Sold to Danes only."
  const isOnly = (one: Mention) => has(one, "scope", "exclusive") && start - one.end <= NEAR && one.end <= start;
  if (scope.some(isOnly)) return true;
  return !scope.some(
    (one) =>
      one.end <= start &&
      start - one.end <= NEAR &&
      OTHERS.some((id) => has(one, "scope", id)) &&
      !/[.,;:!?\n]/.test(text.slice(one.end, start)),
  );
}

/** What people of a trade are called, beside a nation: topics by their id. */
const TRADES: ReadonlySet<string> = new Set(["truck-drivers", "nursing-staff", "small-business"]);

/** "American quilters who". */
const WHO_BEHIND = /^\s\p{Ll}[\p{Ll}-]+,?\swho\s/u;

/** "Our growers" are no people who are spoken to. */
const FOR = /(?:^|\s)(?:for|für|voor|pour|para|per|dla)\s(?:\p{L}{2,3}\s)?$/iu;

/** "For Flemish shopkeepers", "agli autotrasportatori polacchi": people of a trade who are spoken to. */
export function isOfTrade(place: Mention, text: string, { scope, content }: Mentions): boolean {
  const trade = content.find(
    (one) =>
      (one.to === place.from || one.from === place.to) &&
      one.senses.some(({ kind, id }) => kind === "topic" && (id.endsWith("-trade") || TRADES.has(id))),
  );
  if (WHO_BEHIND.test(text.slice(place.end))) return true;
  if (!trade) return false;
  const first = firstOfList(place, text, content);
  const pair = { start: Math.min(first.start, trade.start) };
  const before = text.slice(0, pair.start);
  return (
    TO_THEM.test(before) ||
    FOR.test(before) ||
    scope.some((one) => isJustBefore(one, pair, text) && SEEKING.some((id) => has(one, "scope", id)))
  );
}

/** With an article between at most. */
export function isJustBefore({ end }: Mention, { start }: Pick<Mention, "start">, text: string): boolean {
  return end < start && start - end <= 5 && /^\s+(?:\p{L}{1,3}\s)?$/u.test(text.slice(end, start));
}

/** Arabic nations by a noun of several people, which an adjective's endings are not: القطريين, الأتراك. */
const ARABIC = /^و?ال\p{Script=Arabic}+[^يةهى]$/u;
/** وحدهم, "alone". */
const ALONE = /^(?:\sو\p{Script=Arabic}+)?\s(?:وحدهم|فقط|حصرا|دون غيرهم)/u;

/** "We address Qataris and Bahrainis": in Arabic the word that seeks them stands before all of a list. */
export function isNationInArabic({ start, end }: Mention, text: string, { scope }: Mentions): boolean {
  if (!ARABIC.test(text.slice(start, end).trim())) return false;
  if (ALONE.test(text.slice(end))) return true;
  return scope.some(
    (one) =>
      one.end <= start &&
      start - one.end <= NEAR &&
      (has(one, "scope", "seeks") || has(one, "scope", "aim")) &&
      !/[.؟!?\n:]/.test(text.slice(one.end, start)),
  );
}
