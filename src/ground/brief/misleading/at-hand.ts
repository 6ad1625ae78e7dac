import { CERTAINTY, has, type Mention } from "../mention.ts";
import { type Before, isDemandable, SENTENCE_END } from "../polarity/clause.ts";
import { isStrict, PREFERRED, WITHDRAWN, withdraw } from "../stance.ts";
import type { Token } from "../words.ts";
import { areJoined } from "./joints.ts";

/** A clause of a list that goes on behind a comma has at most this many words, and one before it this many. */
const LONGEST_BEHIND = 10;
const LONGEST_AHEAD = 4;
/** "A radio spot", "texte pour la newsletter": a medium is at most this many words from the piece that was made for it. */
const MADE_FOR = 2;
/** What ends what a writer has: what they look for, or refuse. */
const STOPS = [
  "seeks",
  "aim",
  "aim-now",
  "wants",
  "exclusive",
  "contrast",
  "negator",
  "none",
  "sells",
  "hedge",
  "drops",
  "rejection",
  "needed",
] as const;
/** "A budget for banners" is no banner. */
const FOR: ReadonlySet<string> = new Set(["for", "fur", "pour", "para", "per", "voor", "dla", "na", "do", "as", "als"]);

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * "We have a photo, a video and texts", "Material: Banner, Video", "our agency has produced a TV spot": what there is to be shown is no
 * medium to book. It is a preference, or nothing at all where the brief names a medium elsewhere.
 */
export function leaveAtHand(before: Before): void {
  const spans = before.scope.flatMap((little) => {
    if (has(little, "scope", "material-label") && isLabel(little, before)) return [afterLabel(little, before)];
    return has(little, "scope", "in-hand") ? spansAround(little, before) : [];
  });
  if (spans.length === 0) return;
  const pieces = piecesIn(spans, before);
  // "In German and English": of the pieces, and not of the media.
  for (const one of before.content)
    if (pieces.size > 0 && has(one, "language") && spans.some((span) => isWithin(one, span)) && !isStrict(one, before))
      withdraw(one, before);
  const isAsked = before.content.some((one) => isAskedMedium(one, before) && !pieces.has(one));
  for (const one of pieces) before.stances.set(one, isAsked ? WITHDRAWN : PREFERRED);
}

function isAskedMedium(one: Mention, { stances }: Before): boolean {
  const stance = stances.get(one);
  const isMedium = one.senses.some(({ kind, id, isHint }) => kind === "channel" && !isHint && id !== "video-ads");
  return isMedium && !stance?.negated && !stance?.hedged && !stance?.withdrawn;
}

/** "Material:", "Available assets -": it begins its clause. */
function isLabel({ from, end }: Mention, { text, tokens }: Before): boolean {
  const first = tokens[from - 1];
  return (!first || first.kind === "break") && LABELLED.test(text.slice(end, end + 2));
}

const LABELLED = /^\s?[:：\-–—]/;

function afterLabel({ to, end }: Mention, { tokens }: Before): Span {
  return { start: end, end: tokens.slice(to).find(isSentenceEnd)?.start ?? tokens.at(-1)?.end ?? end };
}

/** "15 Sek., 2 Bilder" is one sentence. */
function isSentenceEnd({ kind, text }: Token): boolean {
  return kind === "break" && !text.includes(",") && (SENTENCE_END.test(text) || text.includes(";"));
}

/** Its own clause between what stops it, and the items of a list before and behind. */
function spansAround(little: Mention, before: Before): Span[] {
  const { tokens } = before;
  const own = clauseAt(little.from, tokens);
  // "We only have banners".
  const isOfHaving = (one: Mention) => has(one, "scope", "exclusive") && one.from === little.to;
  const stops = before.scope.filter(
    (one) => one !== little && STOPS.some((id) => has(one, "scope", id)) && !isOfHaving(one),
  );
  const [first, last] = [tokens[own.from]?.start ?? 0, tokens[own.to - 1]?.end ?? 0];
  // "We hebben posters nodig": who has need of something has it not.
  if (stops.some((one) => has(one, "scope", "needed") && isWithin(one, { start: first, end: last }))) return [];
  const isClosedAhead = stops.findLast((one) => one.start >= first && one.end <= little.start);
  const isClosedBehind = stops.find((one) => one.start >= little.end && one.end <= last);
  const spans = [{ start: isClosedAhead?.end ?? first, end: isClosedBehind?.start ?? last }];
  if (!isClosedBehind) spans.push(...itemsFrom(own.to, 1, before));
  if (!isClosedAhead) spans.push(...itemsFrom(own.from - 1, -1, before));
  return spans;
}

/** The short clauses of the same sentence in one direction, until one says something else. */
function itemsFrom(at: number, step: 1 | -1, { tokens, scope }: Before): Span[] {
  const spans: Span[] = [];
  for (let index = at; ; ) {
    const joint = tokens[index];
    if (!joint || isSentenceEnd(joint) || joint.text.includes(":")) return spans;
    const { from, to } = clauseAt(index + step, tokens);
    const span = { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
    const isItem = to - from <= (step > 0 ? LONGEST_BEHIND : LONGEST_AHEAD) && to > from;
    const isOther = scope.some((one) => isWithin(one, span) && STOPS.some((id) => has(one, "scope", id)));
    if (!isItem || isOther) return spans;
    spans.push(span);
    index = step > 0 ? to : from - 1;
  }
}

/** The tokens between the breaks around one. */
function clauseAt(index: number, tokens: readonly Token[]): { from: number; to: number } {
  const isWord = (at: number) => tokens[at] !== undefined && tokens[at]?.kind !== "break";
  let [from, to] = [index, index];
  while (isWord(from - 1)) from--;
  while (isWord(to)) to++;
  return { from, to };
}

function isWithin({ start, end }: Span, outer: Span): boolean {
  return start >= outer.start && end <= outer.end;
}

/** The media in these spans that are creative work, or that such work was made for. */
function piecesIn(spans: readonly Span[], before: Before): ReadonlySet<Mention> {
  const media = before.content.filter(
    (one) => (has(one, "channel") || has(one, "format")) && spans.some((span) => isWithin(one, span)),
  );
  const works = before.scope.filter((one) => has(one, "scope", "piece") && spans.some((span) => isWithin(one, span)));
  // "Produktvideos": the piece is the end of a longer word.
  const isMadeFor = (one: Mention) =>
    (has(one, "format") && one.certainty === CERTAINTY.compound) ||
    works.some((work) => isBeside(one, work, before.tokens));
  const pieces = new Set(
    media.filter((one) => isMadeFor(one) && !isPurpose(one, works, before.tokens) && !isNegatedByWord(one, before)),
  );
  for (const one of media)
    if (isDemandable(one) && [...pieces].some((piece) => areJoined(piece, one, before.tokens))) pieces.add(one);
  return pieces;
}

/** The same word, or one with hardly anything between: in Japanese, of the same run. */
function isBeside(one: Mention, work: Mention, tokens: readonly Token[]): boolean {
  if (work.start < one.end && one.start < work.end) return true;
  const [first, second] = one.start <= work.start ? [one, work] : [work, one];
  if (first.to > second.from) return second.start - first.end <= MADE_FOR;
  return (
    second.from - first.to <= MADE_FOR && tokens.slice(first.to, second.from).every(({ kind }) => kind !== "break")
  );
}

/** "5000 euros for banners". */
function isPurpose(one: Mention, works: readonly Mention[], tokens: readonly Token[]): boolean {
  const isFor = FOR.has(tokens[one.from - 1]?.plain ?? "") || FOR.has(tokens[one.from - 2]?.plain ?? "");
  return (
    isFor && !works.some((work) => work.to <= one.from && one.from - work.to <= MADE_FOR && work.from !== one.from)
  );
}

/** "We have no video." */
function isNegatedByWord(one: Mention, { scope, stances, tokens }: Before): boolean {
  if (!stances.get(one)?.negated) return false;
  const { from, to } = clauseAt(one.from, tokens);
  return scope.some((word) => word.from >= from && word.to <= to && NEGATIONS.some((id) => has(word, "scope", id)));
}

const NEGATIONS = ["negator", "none", "nor", "without"] as const;
