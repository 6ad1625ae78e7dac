import type { Sense } from "../lexicon/lexicon.ts";
import { has, type Mention, type Mentions } from "../mention.ts";
import { clauseOf, isIn, sentenceOf } from "../polarity/clause.ts";
import { isInGame } from "../recognition/games-themselves.ts";
import type { Stance } from "../stance.ts";
import type { Token } from "../words.ts";
import { areJoined } from "./joints.ts";

/** What counts of a medium that the words beside it do not speak of as one: a preference, but no demand. */
const AS_A_THING = 0.45;
/** "Paid social", "social-first campaign": words of advertising are at most this many tokens before or behind it. */
const BEFORE = 3;
const BEHIND = 2;
/** "We make radios and record players": what is sold is named at most this many tokens behind the verb. */
const SOLD = 3;
/** An industry is named with what it is of, and perhaps with one more. */
const INDUSTRY = 3;
/** A clause of so few tokens says nothing else: "Print only." */
const ALONE = 2;

interface Page {
  readonly tokens: readonly Token[];
  readonly mentions: Mentions;
}

/**
 * "Wireless headphones", "social housing", "una cuna": a word that names a medium and other things is the medium if it is refused or
 * the only one, stands alone, in a list of media, behind "on" or beside a word of advertising. So are televisions if they are sold.
 */
export function mediumShare(sense: Sense, mention: Mention, stance: Stance | undefined, page: Page): number {
  if (sense.kind !== "channel" || stance?.negated || stance?.exclusive) return 1;
  return isUnclear(mention, page) && !isMedium(mention, page) ? AS_A_THING : 1;
}

function isUnclear({ from, to }: Mention, { tokens, mentions }: Page): boolean {
  if (to - from > 1) return false;
  // "Produkujemy buty, podcasty": behind a comma, and no ware before it is a medium.
  const isParted = (since: number) =>
    tokens.slice(since, from).some(({ kind }) => kind === "break") &&
    !mentions.content.some((one) => one.from >= since && one.to <= from && has(one, "channel"));
  return mentions.scope.some(
    (one) =>
      (one.from === from && has(one, "scope", "unclear-medium")) ||
      (has(one, "scope", "industry") && isWithin(one, { from, to })) ||
      (has(one, "scope", "sells") && one.to <= from && from - one.to < SOLD && !isParted(one.to)),
  );
}

/** "The packaging and print industry", "z branży opakowań i druku": who works in a medium, and not where ads run. */
function isWithin(industry: Mention, { from, to }: Pick<Mention, "from" | "to">): boolean {
  const gap = industry.from >= to ? industry.from - to : from - industry.to;
  return gap >= 0 && gap < INDUSTRY;
}

function isMedium(mention: Mention, page: Page): boolean {
  return (
    isMarked(mention, page) ||
    isListed(mention, page) ||
    isSaid(mention, page) ||
    isLookedFor(mention, page) ||
    isIntroduced(mention, page) ||
    isContrasted(mention, page) ||
    isPriced(mention, page) ||
    isPlaced(mention, page)
  );
}

/** "Media: newspapers", "Newspapers." alone, "newspapers and radio", "ads in games": what else only hints at a medium is one. */
export function isChosen(mention: Mention, page: Page): boolean {
  return (
    isMarked(mention, page) ||
    isBesideMedium(mention, page) ||
    isAdvertisedIn(mention, page) ||
    isTried(mention, page) ||
    isTheirs(mention, page)
  );
}

/** What makes any word for a medium one. */
function isMarked(mention: Mention, page: Page): boolean {
  if (isLabelled(mention, page) || isInLanguage(mention, page)) return true;
  return !isOfGames(mention, page) && (isAlone(mention, page) || isAllThereIs(mention, page));
}

/** "Gaming, UK" is about games, whatever medium is meant. */
function isOfGames(mention: Mention, { tokens }: Page): boolean {
  const isBreak = (token: Token | undefined) => !token || token.kind === "break";
  if (isInGame(mention, tokens)) return false;
  return isGaming(mention) && isBreak(tokens[mention.from - 1]) && isBreak(tokens[mention.to]);
}

function isGaming(one: Mention): boolean {
  return has(one, "topic", "gaming") || has(one, "topic", "mobile-games");
}

/** "We are looking for magazines": a brief that names nothing else is about the medium, but "we launch a video game" about the game. */
function isAllThereIs(mention: Mention, { tokens, mentions }: Page): boolean {
  const { start } = mention;
  if (isGaming(mention) && !isInGame(mention, tokens)) return false;
  const isUnsure = mentions.scope.some((one) => UNSURE.some((id) => has(one, "scope", id)));
  return tokens.length <= SHORT && !isUnsure && mentions.content.every((one) => one.start === start);
}

/** "Who cannot tear themselves away from their screens", "paper, screens, it doesn't matter". */
const UNSURE = ["people", "relative", "those-who", "consumes", "negator", "no-matter"] as const;

/** In tokens. */
const SHORT = 14;

/** As nouns these are said of advertising, unless another noun is beside them. */
const NOUNS: ReadonlySet<string> = new Set(["display", "social"]);

/** "Display UK and Ireland", "nurses UK display", "display: Germany", "can we have display in Italy?", "I prefer display". */
function isPlaced(mention: Mention, { tokens, mentions }: Page): boolean {
  const { from, to } = mention;
  if (!NOUNS.has(tokens[from]?.plain ?? "")) return false;
  const isPlace = (one: Mention) => has(one, "country") || has(one, "region");
  const isEnd = (at: number) => tokens[at] === undefined || tokens[at]?.kind === "break";
  const isSaid = (at: number) =>
    mentions.content.some((one) => one.from <= at && at < one.to) || mentions.scope.some((one) => one.to === at + 1);
  // "Our LED display Germany" and "social housing UK" are of another noun.
  const isFree = isEnd(from - 1) || isSaid(from - 1);
  const behind = tokens[to]?.text === ":" ? to + 1 : to;
  if (isFree && mentions.content.some((one) => one.from === behind && isPlace(one))) return true;
  if (isEnd(to) && mentions.content.some((one) => one.to === from && isPlace(one))) return true;
  return mentions.scope.some(
    (one) =>
      one.to === from && (has(one, "scope", "rather") || (isAsked(mention, tokens) && has(one, "scope", "have"))),
  );
}

function isAsked(mention: Mention, tokens: readonly Token[]): boolean {
  const { end } = sentenceOf(mention, tokens);
  return tokens.find(({ start }) => start >= end)?.text === "?";
}

/** "Up to 7 euros CPM for display." */
function isPriced(mention: Mention, { tokens, mentions }: Page): boolean {
  const clause = clauseOf(mention, tokens);
  return mentions.scope.some((one) => has(one, "money", "cpm") && isIn(clause, one));
}

/** "We would like to try magazines", "cerco una rivista". */
function isTried({ from }: Mention, { tokens, mentions }: Page): boolean {
  return mentions.scope.some((one) => isRightBehind(one, from, tokens) && TRYING.some((id) => has(one, "scope", id)));
}

const TRYING = ["tries", "looks-for"] as const;

/** "The local paper, that's what our customers read." */
function isTheirs(mention: Mention, { tokens, mentions }: Page): boolean {
  const sentence = sentenceOf(mention, tokens);
  return mentions.scope.some(
    (one) => has(one, "scope", "their-medium") && one.start >= mention.end && isIn(sentence, one),
  );
}

/** "Arabic radios", "la presse francophone". */
function isInLanguage({ from, to }: Mention, { mentions }: Page): boolean {
  return mentions.content.some((one) => has(one, "language") && (one.to === from || one.from === to));
}

/** "Media: search and display": the first behind the label, or one of a few words that follow it. */
function isLabelled({ from }: Mention, { tokens, mentions }: Page): boolean {
  return mentions.scope.some(
    (one) =>
      has(one, "scope", "medium-label") &&
      tokens[one.to]?.text === ":" &&
      from > one.to &&
      from - one.to <= LABELLED &&
      tokens.slice(one.to + 1, from).every(({ kind, text }) => kind !== "break" || COMMA.test(text)),
  );
}

/** In tokens. */
const LABELLED = 6;

function isBesideMedium(mention: Mention, { tokens, mentions }: Page): boolean {
  if (isPartOfWord(mention, tokens)) return false;
  const isMedium = ({ senses }: Mention) => senses.some(({ kind, isHint }) => kind === "channel" && !isHint);
  return mentions.content.some((other) => other !== mention && isMedium(other) && areJoined(mention, other, tokens));
}

const PLACED = ["advertising", "aim", "piece"] as const;
const PLACING = ["medium-before", "locator"] as const;

/** "Advertising in games": nothing but a preposition and an article is between. */
function isAdvertisedIn({ from }: Mention, { tokens, mentions }: Page): boolean {
  return mentions.scope.some(
    (one) =>
      PLACED.some((id) => has(one, "scope", id)) &&
      one.to <= from &&
      from - one.to <= BEFORE &&
      tokens.slice(one.to, from).every(({ kind }) => kind === "word") &&
      (one.to === from ||
        mentions.scope.some(
          (word) => isRightBehind(word, from, tokens) && PLACING.some((id) => has(word, "scope", id)),
        )),
  );
}

/** "In magazines", "dans les magazines", but not "in full search". */
function isRightBehind({ to }: Mention, from: number, tokens: readonly Token[]): boolean {
  return to === from || (to === from - 1 && (tokens[to]?.text.length ?? 0) <= ARTICLE);
}

/** In letters. */
const ARTICLE = 3;

/** "Print, please", but neither "E-mail: jo@example.org" nor "rods, reels, lures". */
function isAlone(mention: Mention, page: Page): boolean {
  const { tokens } = page;
  const clause = clauseOf(mention, tokens);
  const words = tokens.filter((one) => isIn(clause, one));
  const next = tokens.find(({ start }) => start >= clause.end);
  return (
    words.length <= ALONE &&
    next?.text !== ":" &&
    !isPartOfWord(mention, tokens) &&
    !isAmongOthers(mention, clause, page)
  );
}

/** In a list of things none of which is a medium. */
function isAmongOthers({ from }: Mention, clause: { start: number; end: number }, { tokens, mentions }: Page): boolean {
  const first = tokens.findIndex(({ start }) => start >= clause.start);
  const last = tokens.findLastIndex(({ end }) => end <= clause.end);
  if (![tokens[first - 1], tokens[last + 1]].every((one) => one && COMMA.test(one.text))) return false;
  const beside = [first - 2, last + 2].map((at) => clauseOf({ from: at, to: at + 1 }, tokens));
  return beside.every((one) => {
    const here = mentions.content.filter((other) => other.from !== from && isIn(one, other));
    return here.length > 0 && !here.some((other) => has(other, "channel") || has(other, "format"));
  });
}

const COMMA = /^\s*[,、،]/;

/** 「オンラインショップ」: in Japanese another noun stands at it, and both are one word. */
function isPartOfWord({ from, start, end }: Mention, tokens: readonly Token[]): boolean {
  const run = tokens[from];
  if (run?.kind !== "japanese") return false;
  const [before, behind] = [run.text.charAt(start - run.start - 1), run.text.charAt(end - run.start)];
  return NOUN.test(before) || NOUN.test(behind);
}

const NOUN = /[\p{Script=Han}\p{Script=Katakana}]/u;

/** "Print and radio", "social video". */
function isListed(mention: Mention, { tokens, mentions }: Page): boolean {
  return mentions.content.some(
    (other) =>
      (has(other, "channel") || has(other, "format")) &&
      (other.to === mention.from || other.from === mention.to || areJoined(mention, other, tokens)),
  );
}

const SAYING = ["advertising", "hedge", "seeks", "wants"] as const;

/** "Paid social", "Display-Werbung", "nous voudrions des affiches". */
function isSaid({ from, to }: Mention, { tokens, mentions }: Page): boolean {
  const isInClause = (one: Mention) =>
    tokens.slice(Math.min(one.to, to), Math.max(one.from, from)).every(({ kind }) => kind !== "break");
  return mentions.scope.some(
    (one) =>
      SAYING.some((id) => has(one, "scope", id)) &&
      one.from !== from &&
      one.from >= from - BEFORE &&
      one.to <= to + BEHIND &&
      isInClause(one),
  );
}

/** "Bäckerei sucht Display": who looks for a medium, right before it. */
function isLookedFor({ from }: Mention, { mentions }: Page): boolean {
  return mentions.scope.some((one) => one.to === from && has(one, "scope", "aim"));
}

/** "Not podcasts any more but display." */
function isContrasted({ from }: Mention, { mentions }: Page): boolean {
  const { content, scope } = mentions;
  const isBut = (one: Mention) => has(one, "scope", "contrast") && !has(one, "scope", "exclusive");
  return (
    scope.some((one) => one.to === from && isBut(one)) && content.some((one) => one.to < from && has(one, "channel"))
  );
}

/** "On social", "Kanal: Print", and "Display for gardeners" at the beginning of a sentence. */
function isIntroduced({ from, to }: Mention, { tokens, mentions }: Page): boolean {
  const before = tokens[from - 1];
  const isFirst = before === undefined || before.kind === "break";
  if (before?.text === ":") return true;
  return mentions.scope.some(
    (one) =>
      (one.to === from && has(one, "scope", "medium-before")) ||
      (isFirst && one.from === to && has(one, "scope", "medium-after")),
  );
}
