import type { Stood } from "../chips-of.ts";
import { STOP_WORDS } from "../languages.ts";
import { has, type Mention, type Mentions } from "../mention.ts";
import { clauseOf, isIn, isRefusing, sentenceOf } from "../polarity/clause.ts";
import { isAnd, isOr } from "../polarity/lists.ts";
import type { Token } from "../words.ts";
import { isAffirmed, isHeading, isOut, isUnrefusedGame } from "./spoken-of.ts";
import type { Weighed } from "./verdicts.ts";

/** No word refuses what a list, a clause of its own or an exception names. */
export function isUnrefused(one: Weighed, ruled: Stood): boolean {
  const { mention } = one;
  return (
    isListedAlone(one, ruled) ||
    isBehindWares(one, ruled) ||
    isNamedAlone(one, ruled) ||
    isSentence(one, ruled) ||
    isSpelledOut(one, ruled) ||
    isExceptedFrom(one, ruled) ||
    isException(mention, ruled) ||
    isShort(ruled) ||
    isAdded(one, ruled) ||
    isMoreBehindRefused(one, ruled) ||
    isOnlyNamed(one, ruled) ||
    isTolerated(mention, ruled) ||
    isOut(mention, ruled) ||
    isUnrefusedGame(mention, ruled) ||
    (one.subject !== "topic" && (isHeading(mention, ruled) || isAffirmed(mention, ruled)))
  );
}

/** "Podcasts no Brasil": in so few tokens, what is not the word for "no" refuses nothing. */
const SHORT = 6;

function isShort({ text, tokens, mentions }: Stood): boolean {
  return tokens.length <= SHORT && /\sno\s/.test(text) && !mentions.scope.some(isRefusing);
}

/** "More display", "display também", 「ラジオも追加して」: so few words, all of them known, ask for more, and none refuses. */
export function isAdded({ ruled }: Weighed, { text, tokens, mentions }: Stood): boolean {
  const { content, scope } = mentions;
  if (ruled === "refused" || tokens.length > SHORT || !scope.some(isAdding)) return false;
  // Arabic has a preposition behind "more".
  const isHarmless = (one: Mention) =>
    isNaming(one) || isAdding(one) || has(one, "scope", "about") || content.some((other) => isIn(other, one));
  const isKnown = (token: Token) => {
    if (token.kind === "break") return true;
    const here = [...content, ...scope].filter((one) => one.start < token.end && one.end > token.start);
    const last = Math.max(token.start, ...here.map(({ end }) => end));
    return here.length > 0 && (last >= token.end || ADDED.test(text.slice(last, token.end)));
  };
  return scope.every(isHarmless) && tokens.every(isKnown);
}

/** "No news and more podcasts." */
function isMoreBehindRefused({ mention, ruled }: Weighed, { tokens, mentions }: Stood): boolean {
  const more = mentions.scope.find((one) => has(one, "scope", "more") && one.to === mention.from);
  const before = more && tokens[more.from - 1];
  return ruled !== "refused" && before !== undefined && isAnd(before.plain) && !isOr(before.plain);
}

function isAdding(one: Mention): boolean {
  return has(one, "scope", "also") || has(one, "scope", "more");
}

const ADDED = /^(?:を?(?:追加|加え|入れ|足し|増や|お願い|希望|欲し|ほし)[て下くをたいしださまうるす]{0,8})$/u;

/** "Whisky and gin fans": two that are often avoided are sought all the same, where nothing else is said. */
function isOnlyNamed({ subject, ruled }: Weighed, { text, tokens, mentions }: Stood): boolean {
  if (subject !== "topic" || ruled !== "told" || mentions.scope.some(isRefusing)) return false;
  const said = [
    ...mentions.content,
    ...mentions.scope.filter((one) => has(one, "filler") || has(one, "scope", "people")),
  ];
  const isSaid = ({ kind, plain, start, end }: Token) =>
    kind === "break" || isAnd(plain) || said.some((one) => one.start < end && start < one.end);
  const isList = tokens.some(({ plain }) => isAnd(plain)) || AND_IN_JAPANESE.test(text);
  return isList && text.length <= LONGEST_NAMES && tokens.every(isSaid);
}

/** In characters. */
const LONGEST_NAMES = 40;
const AND_IN_JAPANESE = /^[^。]{1,16}[とや][^。]{1,16}$/u;

/** "Radio does not bother us." */
function isTolerated(mention: Mention, { tokens, mentions }: Stood): boolean {
  const clause = clauseOf(mention, tokens);
  const here = mentions.scope.filter((one) => isIn(clause, one));
  return !here.some(isRefusing) && here.some((one) => TOLERANT.some((id) => has(one, "scope", id)));
}

const TOLERANT = ["optional", "indifferent"] as const;

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

/** 「家具メーカーです、フランスでディスプレイ広告」: behind what says that they make or sell, where no word refuses. */
function isBehindWares({ mention, subject, ruled }: Weighed, { mentions }: Stood): boolean {
  const { scope } = mentions;
  if (subject === "topic" || ruled === "refused" || scope.some(isRefusing)) return false;
  return scope.some((one) => one.end <= mention.start && MAKING.some((id) => has(one, "scope", id)));
}

const MAKING = ["makes", "sells", "produces"] as const;

/** "Podcasts. No politics. UK": what is all of its clause is not refused by a word that refuses something else in another clause. */
function isNamedAlone({ mention, ruled: as }: Weighed, ruled: Stood): boolean {
  const { tokens, mentions } = ruled;
  if (as !== "demanded" || !areSpent(ruled)) return false;
  const clause = clauseOf(mention, tokens);
  const isWithin = (one: Mention) => isIn(clause, one);
  if (mentions.scope.some((one) => isRefusing(one) && isWithin(one))) return false;
  const naming = [
    ...mentions.content.filter(isWithin),
    ...mentions.scope.filter((one) => isWithin(one) && (has(one, "scope", "locator") || has(one, "scope", "about"))),
  ];
  const within = tokens.filter((token) => isIn(clause, token));
  return within.every((token) => naming.some((one) => isIn(one, token)));
}

/** "People who don't drive. Display UK": a medium and a place that are all of a sentence, where nothing is known to refuse in any other. */
function isSentence({ mention, ruled }: Weighed, { tokens, mentions }: Stood): boolean {
  if (ruled !== "demanded" || mentions.scope.some(isRefusing)) return false;
  const sentence = sentenceOf(mention, tokens);
  if (sentence.start === 0) return false;
  const named = mentions.content.filter((one) => isIn(sentence, one));
  if (!named.some((one) => has(one, "channel")) || !named.some((one) => has(one, "country"))) return false;
  const naming = [...named, ...mentions.scope.filter((one) => isIn(sentence, one) && isNaming(one))];
  return tokens.every(
    (token) => token.kind === "break" || !isIn(sentence, token) || naming.some((one) => isIn(one, token)),
  );
}

/** "Les canaux sont CTV, podcasts et DOOH, merci": media that are all of a sentence but for what says that they are the media. */
function isSpelledOut({ mention, subject, ruled }: Weighed, { text, tokens, mentions }: Stood): boolean {
  if (subject !== "channel" || ruled !== "demanded" || mentions.scope.some(isRefusing)) return false;
  const whole = sentenceOf(mention, tokens);
  const semicolon = text.indexOf(";", mention.end);
  const sentence = semicolon > 0 && semicolon < whole.end ? { ...whole, end: semicolon } : whole;
  const here = mentions.scope.filter((one) => isIn(sentence, one));
  const first = tokens.find(({ kind, start }) => kind !== "break" && start >= sentence.start)?.plain ?? "";
  if (!ARE.has(first) && !here.some((one) => SPELLING_OUT.some((id) => has(one, "scope", id)))) return false;
  const named = [...mentions.content.filter((one) => isIn(sentence, one) && has(one, "channel")), ...here];
  return tokens.every(
    (token) =>
      token.kind === "break" ||
      !isIn(sentence, token) ||
      isAnd(token.plain) ||
      ARTICLES.has(token.plain) ||
      SOUGHT.has(token.plain) ||
      named.some((one) => isIn(one, token)),
  );
}

const SOUGHT: ReadonlySet<string> = new Set(
  (
    "wanted desired requested chosen planned gewunscht gewunschten gesucht gesuchten geplant geplanten souhaites souhaitees voulus demandes recherches prevus choisis " +
    "deseados solicitados elegidos previstos desiderati richiesti scelti previsti desejados pretendidos escolhidos gewenst gewenste gezocht gekozen pozadane wybrane planowane"
  ).split(" "),
);
const SPELLING_OUT = ["medium-label", "thanks", "regards"] as const;
/** "Che mezzi? Sono podcast, radio e DOOH". */
const ARE: ReadonlySet<string> = new Set("sono sont son sao sind zijn sa serian seriam sarebbero seraient".split(" "));

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
    if (refused.some((other) => isIn(own, other))) return true;
    return (
      isUnknown(tokens[one.to], mentions) || (isBehindWhatItRefuses(one) && isUnknown(tokens[one.from - 1], mentions))
    );
  };
  const are = refusing.length > 0 && refusing.every(isSpent);
  spent.set(mentions, are);
  return are;
}

/** "No rush, no frills", "frais techniques exclus": it refuses something all the same. */
function isUnknown(beside: Token | undefined, { languages }: Mentions): boolean {
  const isLittle = languages.some((language) => STOP_WORDS.get(language)?.has(beside?.plain ?? ""));
  return beside?.kind === "word" && !isLittle;
}

function isBehindWhatItRefuses(one: Mention): boolean {
  return has(one, "scope", "postnegator");
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
  "medium-label",
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
  "reply",
  "medium-label",
]);
