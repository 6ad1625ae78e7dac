import { lineOf } from "../lexicon/lexicon.ts";
import { has, type Mention } from "../mention.ts";
import { areJoined } from "../misleading/joints.ts";
import { type Before, clauseOf, isIn, type Span, saysIn, sentenceOf, wantedIn } from "../polarity/clause.ts";
import { isPlace } from "../polarity/lists.ts";
import { isFronted } from "../polarity/rejections.ts";
import { withdraw } from "../stance.ts";
import type { Token } from "../words.ts";

const WHOLE: Span = { start: 0, end: Number.POSITIVE_INFINITY };

/** Words of those who seek, and of campaigns: where one stands, what stands beside it may be demanded. */
const SEEKING = [
  "seeks",
  "aim",
  "aim-now",
  "wants",
  "tries",
  "exclusive",
  "hedge",
  "rather",
  "places",
  "market-label",
  "medium-label",
  "advertising",
  "campaign",
  "negator",
  "nor",
  "thanks",
  "conclusion",
  "now",
  "also",
] as const;

/** Where one of these stands, a place beside it is the market. */
const MARKETS = ["aim", "aim-now", "market-label", "places"] as const;

/** Words of what people are, have and do. */
const TELLING = [
  "people",
  "kin",
  "sender",
  "others",
  "rival",
  "firm",
  "consumes",
  "fond",
  "background",
  "produces",
  "sells",
  "makes",
  "destination",
  "earlier",
  "found-on",
  "own-medium",
  "in-hand",
  "of-writer",
  "self",
] as const;

/** Where one of these stands, a medium beside it is sought. */
const ORDERS = ["seeks", "aim", "aim-now", "wants"] as const;

/** In words, and in characters of Japanese. */
const TOLD = 5;
const TOLD_IN_JAPANESE = 8;
/** A letter; what is shorter is a request that ends with a question: "Radio in Kent, what does it cost?" */
const LETTER = 12;
const QUESTION = /[?？؟]/;

/**
 * What is named where nothing is sought, in a letter that seeks elsewhere or only asks: "Sold in half of Europe. The campaign runs in
 * Austria", "our boss is fond of the cinema. Could you send references?", "since our drivers listen to the radio".
 */
export function leaveUnsought(before: Before): void {
  const { tokens, stances } = before;
  const wanted = wantedIn(WHOLE, before).filter((one) => !stances.get(one)?.withdrawn && !stances.get(one)?.resumed);
  const open = wanted.filter((one) => !stances.get(one)?.exclusive);
  if (open.length === 0) return;
  const isSoughtIn = seekingIn(before);
  const isSought = (one: Mention) =>
    stances.get(one)?.exclusive === true || saysIn(clauseOf(one, tokens), MARKETS, before);
  const isOrdered = (one: Mention) =>
    stances.get(one)?.exclusive === true || saysIn(clauseOf(one, tokens), ORDERS, before);
  const markets = new Set(wanted.filter((one) => isPlace(one) && isSought(one)).flatMap(countriesOf));
  const media = wanted.filter((one) => isMedium(one) && isOrdered(one));
  const isAsking = wordsIn(WHOLE, tokens) >= LETTER && tokens.some(isQuestion);
  let left: Mention | undefined;
  for (const one of open) {
    // "We export to Germany, Japan and Korea."
    if (left && (left.from === one.from || areJoined(left, one, tokens)) && isPlace(one) === isPlace(left)) {
      withdraw(one, before);
      left = one;
      continue;
    }
    const [clause, sentence] = [clauseOf(one, tokens), sentenceOf(one, tokens)];
    // In Japanese most sentences begin with a name.
    if (isFronted(one, tokens) && tokens[one.from]?.kind !== "japanese") continue;
    const isOfOthers = markets.size > 0 && isPlace(one) && !countriesOf(one).some((country) => markets.has(country));
    const isOtherMedium = has(one, "channel") && media.some((other) => !isIn(sentence, other));
    const isReport = !isSoughtIn(sentence) && isWhole(sentence, one, tokens);
    const isReason = has(one, "channel") && isReasoned(clause, before);
    const isInPassing =
      isAsking && saysIn(clause, TELLING, before) && !isQuestion(tokens.find(({ start }) => start >= sentence.end));
    const isUnsought = (isReason || isInPassing) && !isSoughtIn(clause);
    if (!isUnsought && !(isReport && (isOfOthers || isOtherMedium))) continue;
    withdraw(one, before);
    left = one;
  }
}

/** Dutch "want" begins its clause; elsewhere it is the English verb. */
function isReasoned(clause: Span, { tokens, scope }: Before): boolean {
  return scope.some(
    (one) =>
      isIn(clause, one) &&
      has(one, "scope", "reason") &&
      !(tokens[one.from]?.plain === "want" && one.start > clause.start),
  );
}

/** Whether a span says that something is sought, by the place of its words. */
function seekingIn({ scope }: Before): (span: Span) => boolean {
  const seeking = scope.filter((one) => SEEKING.some((id) => has(one, "scope", id)));
  return (span) => seeking.some((one) => isIn(span, one));
}

/** More than a hint at one. */
function isMedium({ senses }: Mention): boolean {
  return senses.some(({ kind, isHint }) => kind === "channel" && !isHint);
}

/** Where a place is; a region is in several. */
function countriesOf({ senses }: Mention): string[] {
  return senses.flatMap(({ kind, id }) => (kind === "country" ? [id] : (lineOf(kind, id)?.values ?? [])));
}

function wordsIn(span: Span, tokens: readonly Token[]): number {
  return tokens.filter(({ kind, start, end }) => kind !== "break" && start >= span.start && end <= span.end).length;
}

/** It says something, and is no more than a name: "Sweden and Norway." */
function isWhole(sentence: Span, { from }: Mention, tokens: readonly Token[]): boolean {
  if (tokens[from]?.kind === "japanese") return sentence.end - sentence.start >= TOLD_IN_JAPANESE;
  return wordsIn(sentence, tokens) >= TOLD;
}

function isQuestion(token: Token | undefined): boolean {
  return token?.kind === "break" && QUESTION.test(token.text);
}
