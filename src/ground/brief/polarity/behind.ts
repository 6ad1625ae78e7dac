import { has, type Mention } from "../mention.ts";
import type { Stance } from "./stance.ts";

/** The maximum between two mentions in one list: a comma, an "and". */
const LIST_GAP = 6;
const SENTENCE = /[.!?…\n。؟！？]/;

interface Before {
  readonly isLast: boolean;
  readonly content: readonly Mention[];
  readonly stances: Map<Mention, Stance>;
}

/** Applies a scope word to the mentions before it. */
export function meetBehind(text: string, little: Mention, before: Before): void {
  negateBefore(text, little, before);
  if (has(little, "scope", "dismissal")) dismissLast(text, little, before.content, before.stances);
  if (has(little, "scope", "posthedge") || (before.isLast && has(little, "scope", "hedge")))
    hedgeBefore(text, little, before);
}

/** "Austria preferred" applies to the mention right before it, not to what follows. */
export function isHedgingBack(text: string, little: Mention, content: readonly Mention[]): boolean {
  if (!has(little, "scope", "posthedge")) return false;
  const last = content.findLast(({ start }) => start < little.start);
  return last !== undefined && isRightBefore(text, last, little.start);
}

function isRightBefore(text: string, { end }: Mention, edge: number): boolean {
  return edge - end <= LIST_GAP && !SENTENCE.test(text.slice(end, edge));
}

/** "Posters would be great": a request, and so is the list that it ends. */
function hedgeBefore(text: string, little: Mention, { content, stances }: Before): void {
  let edge = little.start;
  let nearest: Mention | undefined;
  for (const mention of content.toReversed()) {
    if (mention.start >= little.start) continue;
    if (!isRightBefore(text, mention, edge) || !isListed(mention, nearest, text.slice(mention.end, edge))) break;
    nearest = mention;
    edge = mention.start;
    const stance = stances.get(mention);
    if (stance && !stance.negated) stances.set(mention, { ...stance, hedged: true });
  }
}

/** "Politics excluded", 「政治以外」: excludes what directly precedes, and the list that it ends. */
function negateBefore(text: string, little: Mention, { isLast: ends, content, stances }: Before): void {
  const isBehind = has(little, "scope", "postnegator") || (ends && has(little, "scope", "negator"));
  if (!isBehind && !has(little, "scope", "exclusive")) return;
  let edge = little.start;
  let nearest: Mention | undefined;
  for (const mention of content.toReversed()) {
    if (mention.start >= little.start) continue;
    if (
      edge - mention.end > LIST_GAP ||
      SENTENCE.test(text.slice(mention.end, edge)) ||
      !isListed(mention, nearest, text.slice(mention.end, edge))
    )
      break;
    nearest = mention;
    if (isBehind) stances.set(mention, { negated: true, hedged: false, exclusive: false });
    else if (edge === little.start && !stances.get(mention)?.negated)
      stances.set(mention, { negated: false, hedged: false, exclusive: true });
    if (!isBehind) break;
    edge = mention.start;
  }
}

/** What is dismissed is at most this many characters before. */
const DISMISSED = 60;

/** "Email we do ourselves: leave it out": excludes what the sentence mentioned last. */
function dismissLast(
  text: string,
  { start }: Mention,
  content: readonly Mention[],
  stances: Map<Mention, Stance>,
): void {
  const last = content.findLast(({ end }) => end <= start);
  if (!last || start - last.end > DISMISSED || SENTENCE.test(text.slice(last.end, start))) return;
  stances.set(last, { negated: true, hedged: false, exclusive: false });
}

/** Items of a list are of one kind. In Japanese, a comma joins them; elsewhere it starts something new. */
function isListed(mention: Mention, nearest: Mention | undefined, between: string): boolean {
  if (!nearest) return true;
  return mention.senses.some(({ kind }) => has(nearest, kind)) && !/[,،]/.test(between);
}
