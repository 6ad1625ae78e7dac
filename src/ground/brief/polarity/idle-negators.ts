import { has, type Mention } from "../mention.ts";
import type { Token } from "../words.ts";
import { clauseOf, isDemandable, isIn, isRefusing, type Sentences, type Span } from "./clause.ts";
import { isOfAllElse } from "./exceptions/all-else.ts";
import { isReleased } from "./exceptions/released.ts";
import { isAnd, isPlace } from "./lists.ts";
import { refusalsOfOthers } from "./other-channels.ts";

/** Praise begins at most this many tokens behind its negator: "do not do the things by halves". */
const PRAISED = 3;

/** Negators that refuse nothing that the text names. */
export function idleNegators(sentences: Sentences): ReadonlySet<Mention> {
  const { tokens, scope } = sentences;
  const idle = new Set<Mention>(refusalsOfOthers(sentences));
  const praises = scope.filter((one) => has(one, "scope", "praise"));
  const corrections = scope.filter((one) => has(one, "scope", "correction"));
  const denials = scope.filter((one) => has(one, "scope", "denial"));
  for (const one of scope) {
    if (!isRefusing(one) && !has(one, "scope", "never")) continue;
    // "No better place than podcasts", "with radio one cannot go wrong".
    const isPraise = ({ from }: Mention) => from >= one.to && from - one.to <= PRAISED;
    const isPraised = praises.some((praise) => isPraise(praise) && isIn(clauseOf(one, tokens), praise));
    // "Podcasts, no, wait, radio."
    const isTakenBack = corrections.some(
      ({ from }) => from === one.to || (from === one.to + 1 && isComma(one, sentences)),
    );
    if (has(one, "scope", "without") && isOfGoods(one, sentences)) idle.add(one);
    if (isOfLimits(one, scope) || isUnfinished(one, sentences) || isOfCompound(one, sentences)) idle.add(one);
    if (isBesides(one, sentences) || isReleased(one, sentences)) idle.add(one);
    if (isOutdoors(one, sentences)) idle.add(one);
    if (isOfPrice(one, sentences) || isOfBeyond(one, sentences)) idle.add(one);
    if (isNewWare(one, sentences) || isHabit(one, sentences)) idle.add(one);
    if (isOfAllElse(one, sentences)) idle.add(one);
    if (isPraised || isTakenBack || denials.some((denial) => isDenied(one, denial, tokens))) idle.add(one);
  }
  return idle;
}

/** "No-fee account", "non-stick pans": it belongs to its word; but "non-political podcasts" are not political. */
function isOfCompound({ from, to, end }: Mention, { text, tokens, content }: Sentences): boolean {
  if (text[end] !== "-" || !COMPOUNDING.has(tokens[to - 1]?.plain ?? "") || to - from > 1) return false;
  const next = content.find((one) => one.from === to);
  const noun = content.find((one) => one.from === next?.to);
  return !(next && noun && isDemandable(noun) && !isDemandable(next));
}

const COMPOUNDING: ReadonlySet<string> = new Set(["no", "non", "not", "niet", "nicht"]);

/** "No limits as to country", 「国の制限はありません」: what is denied is a restriction. */
function isOfLimits({ from, to }: Mention, scope: readonly Mention[]): boolean {
  return scope.some(
    (one) =>
      has(one, "scope", "limits") && ((one.from >= to && one.from - to <= 1) || (one.from === from && one.to === to)),
  );
}

/** أما مصر فلا refuses what is before it, and فلا تعوّلوا عليه begins something else. */
function isUnfinished(one: Mention, { tokens }: Sentences): boolean {
  return has(one, "scope", "last-word") && tokens[one.to] !== undefined && tokens[one.to]?.kind !== "break";
}

/** "Sneaker drop, podcasts", "Drop der neuen Kollektion", "our latest drop": what is new is released. */
function isNewWare({ from, to, start }: Mention, { tokens, content }: Sentences): boolean {
  const [word, before, next] = [tokens[from], tokens[from - 1], tokens[to]];
  if (to - from !== 1 || !DROPS.has(word?.plain ?? "")) return false;
  if (OF.has(next?.plain ?? "") || NEW.has(before?.plain ?? "")) return true;
  const isAtEnd = next === undefined || next.kind === "break";
  return isAtEnd && content.some((one) => one.to === from && one.end < start && !isDemandable(one));
}

const DROPS: ReadonlySet<string> = new Set(["drop", "drops"]);
const OF: ReadonlySet<string> = new Set("of der des de du di della del da do van von w z".split(" "));
const NEW: ReadonlySet<string> = new Set(
  "new latest next product merch limited capsule our neuer neue nouveau nuevo nuovo novo nieuwe nowy product".split(
    " ",
  ),
);

/** "Oprócz radia także podcasty", "außer Podcasts auch Display": besides one thing, another one as well. */
export function isBesides(one: Mention, { tokens, content, scope }: Sentences): boolean {
  if (!BESIDES.has(tokens[one.from]?.plain ?? "")) return false;
  const clause = clauseOf(one, tokens);
  const also = scope.find((word) => has(word, "scope", "also") && word.from >= one.to && isIn(clause, word));
  if (!also || scope.some((word) => word.from >= one.to && isIn(clause, word) && isRefusing(word))) return false;
  const here = content.filter((other) => isIn(clause, other) && other.from >= one.to);
  return here.some((other) => other.to <= also.from) && here.some((other) => other.from >= also.to);
}

const BESIDES: ReadonlySet<string> = new Set(
  "besides apart außer ausser neben buiten behalve naast oprocz procz poza aparte oltre outre".split(" "),
);

/** "Podcasts, over 15 euros is out": what is refused in a clause of its own, which names nothing but an amount, is the price. */
function isOfPrice(one: Mention, { tokens, content, scope }: Sentences): boolean {
  if (!BEHIND_PRICES.some((id) => has(one, "scope", id))) return false;
  const clause = clauseOf(one, tokens);
  if (clause.start === 0 || content.some((other) => isIn(clause, other) && other.from !== one.from)) return false;
  const ahead = { start: clause.start, end: one.start };
  const said = scope.filter((other) => isIn(ahead, other));
  const isCounted = tokens.some((token) => token.kind === "number" && isIn(ahead, token));
  return (
    said.some((other) => has(other, "money")) && (isCounted || said.some((other) => has(other, "scope", "exceed")))
  );
}

const BEHIND_PRICES = ["postnegator", "rejection", "drops", "done-with", "dismissal"] as const;

/** "The Benelux is our market, and beyond it nothing need run": what is not wanted is the rest of the world. */
function isOfBeyond(one: Mention, { tokens, content, scope }: Sentences): boolean {
  const clause = clauseOf(one, tokens);
  return scope.some((beyond) => {
    if (beyond === one || !has(beyond, "scope", "beyond-it") || !isIn(clause, beyond)) return false;
    const [from, to] = beyond.end <= one.start ? [beyond.end, one.end] : [one.start, beyond.start];
    return (
      content.some((place) => isPlace(place) && place.end <= from) &&
      !content.some((other) => isIn({ start: from, end: to }, other))
    );
  });
}

/** "Posters of schermen buiten": at the end of its clause Dutch "buiten" is outdoors. */
function isOutdoors({ from, to }: Mention, { tokens, content }: Sentences): boolean {
  const isEnd = tokens[to] === undefined || tokens[to]?.kind === "break";
  return (
    to - from === 1 &&
    isEnd &&
    tokens[from]?.plain === "buiten" &&
    content.some((one) => one.to === from || (one.from < from && one.to === to))
  );
}

/** "They never watch TV, display UK": what people do refuses nothing. */
function isHabit({ from, to, ...never }: Mention, { tokens, scope }: Sentences): boolean {
  if (!has({ from, to, ...never }, "scope", "never") || !THEY.has(tokens[from - 1]?.plain ?? "")) return false;
  return scope.some((one) => one.from === to && has(one, "scope", "consumes"));
}

const THEY: ReadonlySet<string> = new Set("they who people customers ils elles ellos ellas loro eles elas".split(" "));

/** "Beer without alcohol", "sound better without renting": what goods and people lack; "podcasts without politics" is a refusal. */
function isOfGoods(one: Mention, { tokens, content, scope }: Sentences): boolean {
  const clause = clauseOf(one, tokens);
  const words = tokens.filter(({ start, end }) => start >= clause.start && end <= one.start).length;
  if (words <= OPENING) return false;
  const lacked = content.filter((other) => isIn(clause, other) && other.start >= one.end);
  const isOfMedia = (other: Mention) => isDemandable(other) || has(other, "format") || has(other, "language");
  if (lacked.length === 0 || lacked.some((other) => isOfMedia(other) || has(other, "season"))) return false;
  if (isBehindNoGoods(one, clause, lacked, { tokens, content, scope })) return false;
  const isSpeakingOfMedia =
    content.some((other) => isIn(clause, other) && isOfMedia(other)) ||
    scope.some((other) => isIn(clause, other) && MEDIA.some((id) => has(other, "scope", id)));
  return (
    !isSpeakingOfMedia && !scope.some((other) => isIn(clause, other) && other.end <= one.start && has(other, "filler"))
  );
}

/**
 * "Under 25 euros without sports", "cheaper and without sports": a price, a time and people are no goods. People may lack something as
 * well, "women without children", but no kind of content.
 */
function isBehindNoGoods(
  { from, start }: Mention,
  clause: Span,
  lacked: readonly Mention[],
  { tokens, content, scope }: Omit<Sentences, "text">,
): boolean {
  const isJoined = isAnd(tokens[from - 1]?.plain ?? "") && !WITH.has(tokens[from - 2]?.plain ?? "");
  const before = content.filter((one) => isIn(clause, one) && one.end <= start);
  const isOfPeople =
    before.some((one) => has(one, "audience")) ||
    scope.some((one) => isIn(clause, one) && one.end <= start && has(one, "scope", "people"));
  if (isOfPeople && !isJoined && !lacked.every((one) => one.senses.some(({ id }) => GENRES.has(id)))) return false;
  if (before.some((one) => !has(one, "audience") && !has(one, "season"))) return false;
  const isAge = (one: Mention) => has(one, "scope", "younger") || has(one, "scope", "older");
  const prices = scope.filter((one) => isIn(clause, one) && one.end <= start && (has(one, "money") || isAge(one)));
  if (before.length + prices.length === 0) return false;
  const known = [...before, ...scope];
  return tokens.every(
    (token) =>
      token.kind !== "word" ||
      !isIn({ start: clause.start, end: start }, token) ||
      token.plain.length <= LITTLE ||
      known.some((one) => isIn(one, token)),
  );
}

const WITH: ReadonlySet<string> = new Set("with mit avec con com met z".split(" "));
/** In letters. */
const LITTLE = 3;
/** Kinds of content, which nobody is without. */
const GENRES: ReadonlySet<string> = new Set(
  "sports news politics celebrity celebrity-scandals gaming music movie tv crime true-crime war gambling travel".split(
    " ",
  ),
);

/** So many words may precede a "without" that opens its clause. */
const OPENING = 1;
const MEDIA = ["advertising", "seeks", "aim", "exclusive", "hedge"] as const;

/** "Nobody can say that radio did not work", "nicht, dass uns Podcasts nichts gebracht hätten". */
function isDenied(one: Mention, denial: Mention, tokens: readonly Token[]): boolean {
  if (one === denial) return true;
  if (one.from < denial.to) return false;
  const comma = tokens[denial.to];
  const next = tokens[denial.to + 1];
  const from = comma?.kind === "break" && comma.text === "," && next ? denial.to + 1 : denial.from;
  return isIn(clauseOf({ ...denial, from, to: Math.max(from + 1, denial.to) }, tokens), one);
}

function isComma({ to }: Mention, { tokens }: Sentences): boolean {
  return tokens[to]?.kind === "break";
}
