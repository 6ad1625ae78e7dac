import type { Stood } from "../chips-of.ts";
import { STOP_WORDS } from "../languages.ts";
import { has, type Mention, type Mentions } from "../mention.ts";
import { clauseOf, isIn, isRefusing, sentenceOf } from "../polarity/clause.ts";
import { isAnd, isOr } from "../polarity/lists.ts";
import type { Token } from "../words.ts";
import type { Weighed } from "./verdicts.ts";

/** No word refuses what a list, a clause of its own or an exception names. */
export function isUnrefused(one: Weighed, ruled: Stood): boolean {
  const { mention } = one;
  return (
    isListedAlone(one, ruled) ||
    isNamedAlone(one, ruled) ||
    isExceptedFrom(one, ruled) ||
    isException(mention, ruled) ||
    isShort(ruled)
  );
}

/** "Podcasts no Brasil": in so few tokens, what is not the word for "no" refuses nothing. */
const SHORT = 6;

function isShort({ text, tokens, mentions }: Stood): boolean {
  return tokens.length <= SHORT && /\sno\s/.test(text) && !mentions.scope.some(isRefusing);
}

/** "Avoid radio, print and cinema.": the sentence begins with what refuses, and is nothing but the list behind it. */
export function isPlainlyRefused({ mention, ruled }: Weighed, { tokens, mentions, stances }: Stood): boolean {
  if (ruled !== "refused") return false;
  const sentence = sentenceOf(mention, tokens);
  const first = tokens.find(({ kind, start }) => kind !== "break" && start >= sentence.start);
  const refusing = mentions.scope.find((one) => one.start === first?.start && isRefusing(one));
  const listed = mentions.content.filter((one) => isIn(sentence, one));
  // "Only inventory outside the United States."
  const isOutside = mentions.scope.some((one) => has(one, "scope", "outside") && one.to === mention.from);
  if (!refusing) return isOutside && listed.length === 1;
  const others = tokens.filter(
    (token) => token.kind === "word" && token.start >= refusing.end && isIn(sentence, token) && !isAnd(token.plain),
  );
  return (
    listed.every((one) => stances.get(one)?.negated) && others.every((token) => listed.some((one) => isIn(one, token)))
  );
}

/** "Flights, radio, social", "Canada (excluding Quebec), radio": an item of a list refuses nothing, where no word does outside brackets. */
function isListedAlone({ mention, ruled }: Weighed, { text, tokens, mentions }: Stood): boolean {
  const isBreak = (token: Token | undefined) => !token || token.kind === "break";
  const isAlone = isBreak(tokens[mention.from - 1]) && isBreak(tokens[mention.to]);
  const isIdle = (one: Mention) => isNaming(one) || (!isInBrackets(mention, text) && isInBrackets(one, text));
  return ruled === "demanded" && isAlone && mentions.scope.every(isIdle);
}

/** "Podcasts. No politics. UK": what is all of its clause is not refused by a word that refuses something else in another clause. */
function isNamedAlone({ mention, ruled: as }: Weighed, ruled: Stood): boolean {
  const { tokens, mentions } = ruled;
  if (as !== "demanded" || !areSpent(ruled)) return false;
  const clause = clauseOf(mention, tokens);
  const isWithin = (one: Mention) => isIn(clause, one);
  if (mentions.scope.some((one) => isRefusing(one) && isWithin(one))) return false;
  const naming = [
    ...mentions.content.filter(isWithin),
    ...mentions.scope.filter((one) => has(one, "scope", "locator") && isWithin(one)),
  ];
  const within = tokens.filter((token) => isIn(clause, token));
  return within.every((token) => naming.some((one) => isIn(one, token)));
}

const spent = new WeakMap<Mentions, boolean>();

/** Whether a text refuses, and each word that does so something in its own clause. Once for a text: it may refuse hundreds of times. */
function areSpent(ruled: Stood): boolean {
  const known = spent.get(ruled.mentions);
  if (known !== undefined) return known;
  const { tokens, mentions, stances } = ruled;
  const refused = mentions.content.filter((one) => stances.get(one)?.negated);
  const refusing = mentions.scope.filter(isRefusing);
  const isSpent = (one: Mention) => {
    const own = clauseOf(one, tokens);
    return refused.some((other) => isIn(own, other)) || isFollowedByUnknown(one, mentions, tokens);
  };
  const are = refusing.length > 0 && refusing.every(isSpent);
  spent.set(mentions, are);
  return are;
}

/** "No rush, no frills": it refuses something all the same. */
function isFollowedByUnknown({ to }: Mention, { languages }: Mentions, tokens: readonly Token[]): boolean {
  const next = tokens[to];
  const isLittle = languages.some((language) => STOP_WORDS.get(language)?.has(next?.plain ?? ""));
  return next?.kind === "word" && !isLittle;
}

const ARTICLES: ReadonlySet<string> = new Set(
  "the der die das den dem la le les l el los las il lo i gli o a os as de het on auf sur en su em op na".split(" "),
);

/** "Avoid all sport apart from tennis". */
function isException({ from }: Mention, { mentions, stances }: Stood): boolean {
  const except = mentions.scope.find((one) => has(one, "scope", "except") && one.to === from);
  return mentions.content.some((one) => one.to === except?.from && stances.get(one)?.negated);
}

/** "Podcasts except crime", "streaming audio but not Spotify": what is refused is a part of it. */
function isExceptedFrom({ mention, ruled }: Weighed, { tokens, mentions, stances }: Stood): boolean {
  if (ruled === "refused") return false;
  const next = mentions.scope.filter(({ from }) => from >= mention.to && from - mention.to <= 1);
  const at = next.findLast(
    (one) => isRefusing(one) && !has(one, "scope", "none") && !isOr(tokens[one.from]?.plain ?? ""),
  );
  const isNext = (one: Mention) =>
    at && (one.from === at.to || (one.from === at.to + 1 && ARTICLES.has(tokens[at.to]?.plain ?? "")));
  const isRefused = (one: Mention) => isNext(one) && stances.get(one)?.negated;
  return at !== undefined && mentions.content.some(isRefused);
}

function isNaming({ senses }: Mention): boolean {
  return senses.every(({ kind, id }) => kind !== "scope" || NAMING.has(id));
}

function isInBrackets({ start }: Mention, text: string): boolean {
  const isBetween = (opening: string, closing: string) =>
    text.lastIndexOf(opening, start) > text.lastIndexOf(closing, start) && text.includes(closing, start);
  return isBetween("(", ")") || isBetween("（", "）");
}

/** Words that refuse nothing, whatever stands beside them. */
const NAMING: ReadonlySet<string> = new Set([
  "unclear-medium",
  "advertising",
  "than",
  "in-exchange",
  "locator",
  "people",
  "piece",
  "makes",
  "sells",
  "produces",
  "delivers",
  "of-writer",
  "in-hand",
  "firm",
]);
