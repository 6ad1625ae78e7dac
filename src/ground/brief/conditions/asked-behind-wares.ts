import type { Sense } from "../lexicon/lexicon.ts";
import { has, type Mention } from "../mention.ts";
import { type Before, isIn, type Span, sentenceOf } from "../polarity/clause.ts";
import { isPlace } from "../polarity/lists.ts";
import { INSISTED, isStrict, withdraw } from "../stance.ts";

/** Whether a clause says where to advertise, which is demanded then, and the wares before it are none. */
export function wantBehindWares(clause: Span, isBehindMedia: boolean, before: Before): boolean {
  if (!isAskedBehindWares(clause, before)) return false;
  if (!isBehindMedia) return true;
  const { text, content, stances } = before;
  const { start } = sentenceOf(clause, before.tokens);
  for (const one of content) {
    if (!has(one, "channel") || isStrict(one, before)) continue;
    if (isIn(clause, one)) stances.set(one, INSISTED);
    else if (isIn({ start, end: clause.start }, one) && !text.slice(one.end, clause.start).includes(";"))
      withdraw(one, before);
  }
  return true;
}

/** "We sell radios, podcasts in Spain": what ends the text, alone or in a place, behind a comma, and is no ware, is where to advertise. */
function isAskedBehindWares(clause: Span, { text, tokens, content, scope }: Before): boolean {
  const here = tokens.filter((one) => isIn(clause, one));
  const isNext = tokens.some((one) => one.kind !== "break" && one.start >= clause.end);
  const [medium, ...others] = content.filter((one) => isIn(clause, one));
  if (
    isNext ||
    !medium ||
    !isNoWareIn(medium, text) ||
    !others.every((one) => isPlace(one) || one.from === medium.from)
  )
    return false;
  const isSaid = (at: Span) =>
    [medium, ...others].some((one) => isIn(one, at)) ||
    scope.some((one) => isIn(one, at) && has(one, "scope", "locator"));
  return here.every(isSaid);
}

/** Displays are wares, and display is none. */
function isNoWareIn({ senses, start, end }: Mention, text: string): boolean {
  return senses.some(isNoWare) || /^(?:display|ディスプレイ広告)$/iu.test(text.slice(start, end));
}

function isNoWare({ kind, id }: Sense): boolean {
  return kind === "channel" && NO_WARES.has(id);
}

/** Media that nobody sells by the piece. */
const NO_WARES: ReadonlySet<string> = new Set("podcast social email search influencer streaming_audio".split(" "));
