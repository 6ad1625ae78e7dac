import type { Spoken } from "./incidental-words.ts";
import {
  clauseAround,
  isBreak,
  isSaidAt,
  isSentenceEnd,
  isWithin,
  type Named,
  type Page,
  type Range,
  saidOf,
} from "./page.ts";

/** Words that make the past a model are at most this many tokens before it: "as in previous campaigns". */
const AS_BEFORE = 3;
/** In tokens: an item of a list. */
const ITEM = 2;

/** What was, what waits, and what is done: "previously radio", "next year cinema, now podcasts", "Spain is done". */
export function partsOfOtherTimes(page: Page): Range[] {
  const isNow = saidOf("now", page).length > 0;
  const waiting = isNow ? saidOf("next", page) : [];
  return [
    ...[...saidOf("so-far", page), ...waiting].flatMap((one) => (isModel(one, page) ? [] : partFrom(one, page))),
    ...saidOf("done", page).flatMap((one) => (isAtLast(one.to, page) ? [partBefore(one, page)] : [])),
  ].filter((part) => part.to > part.from);
}

/** "As in previous campaigns", "wie bisher". */
function isModel({ from }: Spoken, page: Page): boolean {
  for (let at = from - 1; at >= from - AS_BEFORE && !isBreak(at, page); at--)
    if (isSaidAt(at, "as", page) || isSaidAt(at, "like", page)) return true;
  return false;
}

/** "Spain is done, …", "France spent 80k;", and not "done right". */
function isAtLast(from: number, page: Page): boolean {
  const { tokens } = page;
  let at = from;
  while (tokens[at]?.kind === "number" || tokens[at]?.kind === "sign") at++;
  if (at > from && /^[a-z]{1,3}$/u.test(tokens[at]?.text ?? "")) at++;
  return isBreak(at, page) || isSaidAt(at, "over", page);
}

/** "Last year radio in the Netherlands, did not work": what failed there refuses nothing now. */
export function isOver(named: Named, times: readonly Range[], page: Page): boolean {
  if (!isInParts(named, times)) return false;
  const isSame = (from: number, to: number) => {
    for (let at = from; at < to; at++) if (isSentenceEnd(at, page)) return false;
    return true;
  };
  return saidOf("failed", page).some((one) => isSame(Math.min(one.from, named.from), Math.max(one.to, named.to)));
}

/** To the end of the clause, or of the sentence behind a colon, and no further than to what is asked for now. */
function partFrom(one: Spoken, page: Page): Range {
  let to = one.to;
  let isOfSentence = false;
  while (!isSaidAt(to, "now", page) && !(isBreak(to, page) && isAtEnd(to, isOfSentence, page))) {
    isOfSentence ||= isBreak(to, page) && /[:)]/.test(page.tokens[to]?.text ?? "");
    to++;
  }
  const part = { from: one.from, to };
  if (page.named.some((named) => isWithin(named, part))) return part;
  // "Radio we tried last year".
  return isBreak(to, page) ? partBefore(one, page) : { from: to, to };
}

function isAtEnd(at: number, isOfSentence: boolean, page: Page): boolean {
  if (page.tokens[at] === undefined || isSentenceEnd(at, page)) return true;
  const text = page.tokens[at]?.text ?? "";
  if (isOfSentence || /[:)]/.test(text)) return false;
  return !isBeforeItem(at, page);
}

/** "So far radio, print, and now podcasts": a comma of a list, before what is asked for. */
function isBeforeItem(at: number, page: Page): boolean {
  const item = clauseAround({ from: at + 1, to: at + 1 }, page);
  const isNamed = page.named.some((one) => isWithin(one, item));
  return isNamed && item.to - item.from <= ITEM && saidOf("now", page).some(({ from }) => from >= item.to);
}

/** What its clause named before it, unless that is asked for. */
function partBefore(one: Spoken, page: Page): Range {
  const { from } = clauseAround(one, page);
  const isAsked = saidOf("now", page).some((now) => now.from >= from && now.to <= one.from);
  return isAsked ? { from, to: from } : { from, to: one.from };
}

export function isInParts(named: Named, parts: readonly Range[]): boolean {
  return parts.some((part) => isWithin(named, part));
}

/** "We had posters, now without": what is refused by saying that it is no longer there. */
export function isNoLonger({ to }: Named, page: Page): boolean {
  return saidOf("now", page).some(
    (now) =>
      now.from > to &&
      now.from - to <= 1 &&
      saidOf("without", page).some((one) => one.from === now.to && isSentenceEnd(one.to, page)),
  );
}

/** "Product: a podcast app. Channel: radio": what stands behind such a heading, as far as the next one. */
export function isBehindHeading({ from }: Named, id: string, page: Page): boolean {
  return saidOf(id, page).some((one) => {
    if (!page.tokens[one.to]?.text.startsWith(":") || one.to > from || !isBreak(one.from - 1, page)) return false;
    let end = one.to + 1;
    while (!isSentenceEnd(end, page) && !(isBreak(end, page) && isHeading(end + 1, page))) end++;
    return from < end;
  });
}

/** At most two words before a colon. */
function isHeading(at: number, page: Page): boolean {
  return [1, 2].some((length) => isBreak(at + length, page) && page.tokens[at + length]?.text.startsWith(":"));
}
