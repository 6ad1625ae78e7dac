import { has, type Mention } from "../mention.ts";
import { REFUSED } from "../stance.ts";
import { dismissLast } from "./behind.ts";
import type { Before } from "./clause.ts";
import { clauseOf, isDemandable, isIn, type Span, saysIn, sentenceOf } from "./clause.ts";
import { isAccount } from "./exceptions/accounts.ts";
import { areJoinedBy, isFronted } from "./rejections.ts";

const MADE = ["produces", "background"] as const;
const OTHER_PARTS = ["rest", "online-part"] as const;
const SIGNS = [["already", "had"], ["managed"], ["by-whom"]] as const;

/**
 * "Paris is already covered", "radio and posters we already run ourselves", "another agency looks after Lyon": what somebody does
 * already is refused. One of these words alone says nothing.
 */
export function settle(before: Before): void {
  const done = new Set<number>();
  for (const little of before.scope) {
    if (!isSign(little)) continue;
    const clause = clauseOf(little, before.tokens);
    if (done.has(clause.start)) continue;
    done.add(clause.start);
    const signs = before.scope.filter((one) => isSign(one) && isIn(clause, one));
    const isSettledBySigns =
      SIGNS.filter((ids) => signs.some((one) => ids.some((id) => has(one, "scope", id)))).length > 1;
    const isRunning = isCampaignRunning(before, clause);
    for (const medium of mediaBetween(clause, before)) before.stances.set(medium, REFUSED);
    // "We import the beans from Ethiopia and roast them ourselves."
    if (before.scope.some((one) => isIn(clause, one) && MADE.some((id) => has(one, "scope", id)))) continue;
    const isByOthers = isSettledBySigns || isRunning || isRunByOthers(before, clause);
    if (!isByOthers && !isHandled(before, clause)) continue;
    const isOfClient = !isByOthers && isAccount(clause, before);
    const sought = before.scope.find((one) => isSeeking(one) && isIn(clause, one) && one.start >= little.end);
    const here = before.content.filter((one) => isIn(clause, one) && !(sought && one.start >= sought.end));
    if (isOfClient && (here.every((one) => !has(one, "channel")) || asksForMore(clause, before))) continue;
    const named = isRunning
      ? runningIn(here)
      : here.filter((one) => (isOfClient ? has(one, "channel") : isDemandable(one)));
    // "Italy, France and Mexico another agency looks after": a comma parts the list, and no clause.
    const list = named[0] ? [...frontedBefore(named[0], before), ...named] : [];
    for (const mention of list) before.stances.set(mention, REFUSED);
    const isOfRest = before.scope.some((one) => OTHER_PARTS.some((id) => has(one, "scope", id)) && isIn(clause, one));
    // "Radio it must be; everything else is booked already", "digital is done in-house": what is named before is what is left to do.
    if (named.length === 0 && !isOfRest && (isSettledBySigns || !has(little, "scope", "handles")))
      dismissLast(little, before);
  }
}

/** The items that a comma parts from the first one of a clause, if their sentence begins with them. */
function frontedBefore(first: Mention, { text, tokens, content, stances }: Before): Mention[] {
  const list: Mention[] = [];
  let edge = first;
  for (const one of content.toReversed()) {
    if (one.end > edge.start) continue;
    if (!isDemandable(one) || stances.get(one)?.exclusive || !areJoinedBy(text.slice(one.end, edge.start))) break;
    list.push(one);
    edge = one;
  }
  return list.length > 0 && isFronted(edge, tokens) ? list : [];
}

/** "Radio we have booked already and are looking for podcasts"; a campaign of theirs seeks nothing. */
function isSeeking(one: Mention): boolean {
  return SEEKING.some((id) => has(one, "scope", id)) && !has(one, "scope", "campaign");
}

const SEEKING = ["seeks", "aim", "wants"] as const;

/** "We have television covered." */
function mediaBetween(clause: { start: number; end: number }, { content, scope }: Before): Mention[] {
  const said = (id: string) => scope.find((one) => has(one, "scope", id) && isIn(clause, one));
  const [have, managed] = [said("have"), said("managed")];
  if (!have || !managed) return [];
  return content.filter((one) => has(one, "channel") && one.start >= have.end && one.end <= managed.start);
}

/** "Germany rests with our subsidiary": this says it all, where "it already looks after" may be said of people. */
function isRunByOthers({ scope }: Before, clause: { start: number; end: number }): boolean {
  return (["run-by", "by-whom"] as const).every((id) =>
    scope.some((one) => has(one, "scope", id) && isIn(clause, one)),
  );
}

/** "In Norway a campaign of ours is already running": there it is not needed, nor in that language. */
function isCampaignRunning({ scope }: Before, clause: { start: number; end: number }): boolean {
  return (["campaign", "runs", "already"] as const).every((id) =>
    scope.some((one) => has(one, "scope", id) && isIn(clause, one)),
  );
}

/** "Our ads already run on the radio in Spain": the medium is covered, and else the place and the language. */
function runningIn(here: readonly Mention[]): Mention[] {
  const media = here.filter((one) => has(one, "channel"));
  return media.length > 0 ? media : here.filter((one) => isDemandable(one) || has(one, "language"));
}

/** "We look after podcasts for Nivea and need more of them." */
function asksForMore(clause: Span, before: Before): boolean {
  return saysIn(sentenceOf(clause, before.tokens), ["more"], before);
}

/** "My niece takes care of social media": whoever does it, unless it is the reader. */
function isHandled({ scope }: Before, clause: { start: number; end: number }): boolean {
  const isHere = (id: string) => scope.some((one) => has(one, "scope", id) && isIn(clause, one));
  return isHere("handles") && !["you", "negator", "if", "aim", "people", "makes"].some(isHere);
}

function isSign(one: Mention): boolean {
  return [...SIGNS.flat(), "handles"].some((id) => has(one, "scope", id));
}
