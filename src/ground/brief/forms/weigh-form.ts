import { has, type Mention } from "../mention.ts";
import { type Before, isDemandable, isIn, isRefusing, type Span } from "../polarity/clause.ts";
import { isPlace } from "../polarity/lists.ts";
import { INSISTED, PREFERRED, REFUSED, type Stance, WANTED, WITHDRAWN } from "../stance.ts";
import type { Token } from "../words.ts";
import type { FormField } from "./form-field.ts";

/** Behind these a value says something else. */
const TURNING = [
  "contrast",
  "affirmer",
  "exclusive",
  "one-exception",
  "wants",
  "seeks",
  "sells",
  "rather",
  "reason",
] as const;
const REFUSING = ["refused-label", "postnegator", "forbids", "drops", "rejection"] as const;
/** In words. */
const LONGEST_LABEL = 5;
/** A label that is set or not has at most so many words besides a name: `use_radio`. */
const MOST_OF_FLAG = 2;
/** An item of a list has at most so many words besides its name. */
const MOST_OF_ITEM = 4;
const NOTHING = /^\s?[:=–(-]?\s?(?:[€$£]\s?0(?![.,]?\d)|0\s?(?:[€$£%]|EUR|USD|GBP))/iu;
const NIL = /(?:^|[\s,;(])(?:nil|zilch|[€$£]0(?: on| for)?|0 ?%) $/iu;
/** "Channels: -radio -print": where the first has one, and others too, they are bullets. */
const FIRST_BULLET = /:\s?-\p{L}/u;
const NEXT_BULLET = / -\p{L}/u;
/** In characters. */
const LONGEST_BULLET = 80;
/** A minus or an exclamation mark right before a name: "geo: -US", "channels: ctv, !radio". */
const DENIED = /(?:^|[\s:,([="'])[!~−-]["']?$/u;
const BULLET = /(?:^|\n)[ \t]*-$/;

/** What the fields of a form say of what stands in them, whatever the words beside it seem to say. */
export function weighForm(before: Before, fields: readonly FormField[], refusedAt: Set<number>): void {
  const past = fields.filter(({ side }) => side === "past");
  // "Next year: radio and podcasts": what is all that is named is asked for.
  const isAll =
    past.length > 0 && before.content.every((one) => !isDemandable(one) || past.some((field) => isInField(one, field)));
  for (const field of fields) {
    if (field.flag) setFlag(field, before);
    const side = field.side ?? (isRefusedByWords(field, before) ? "refused" : undefined);
    if (side === "refused" && field.flag !== "yes" && field.flag !== "no") refuseAll(field, before, refusedAt);
    else if (side === "past" && !isAll) for (const one of inField(field, before)) settle(one, WITHDRAWN, before);
    else if (side === "soft" || side === "wanted" || field.matter === "media" || field.matter === "places")
      for (const one of inField(field, before))
        if (isPlain(one, field, before)) want(one, { ...field, ...(side && { side }) }, before);
  }
  for (const one of before.content) if (isDenied(one, before) || hasNothing(one, before)) settle(one, REFUSED, before);
}

function isInField(one: Mention, { values }: FormField): boolean {
  return values.some((value) => isIn(value, one));
}

function inField(field: FormField, { content }: Before): Mention[] {
  return content.filter((one) => isInField(one, field));
}

/** A form decides it, so that it is not weighed against what such words mean in sentences. */
function settle(one: Mention, stance: Stance, { stances }: Before): void {
  stances.set(one, { ...stance, isField: true });
}

/** `radio: false`, "| Radio | 0% |". */
function setFlag({ label, flag, side }: FormField, before: Before): void {
  const named = before.content.filter((one) => isIn(label, one));
  const words = before.tokens.filter((token) => isWord(token) && token.start >= label.start && token.end <= label.end);
  const others = words.filter(({ start }) => !named.some((one) => one.start <= start && start < one.end));
  // "Why we would take posters rather than radio: no, …" is a sentence.
  if (others.length > MOST_OF_FLAG) return;
  for (const one of named) {
    if (side === "refused") settle(one, flag === "yes" ? REFUSED : WITHDRAWN, before);
    else settle(one, flag === "yes" ? INSISTED : flag === "no" ? REFUSED : WITHDRAWN, before);
  }
}

/** "Channels NOT to use", "Was wir nicht wollen:": what the lexicon knows of refusing. */
function isRefusedByWords({ label, isKnown, isList }: FormField, before: Before): boolean {
  if (isKnown || label.start === label.end || !isNameless(label, before)) return false;
  const said = before.scope.filter((one) => isIn(label, one));
  if (said.some((one) => has(one, "scope", "affirmer"))) return false;
  if (said.some((one) => REFUSING.some((id) => has(one, "scope", id)))) return true;
  const isWhatever = said.some((one) => has(one, "scope", "whatever"));
  return (isList || isWhatever) && said.some((one) => isRefusing(one));
}

/** A few words that name nothing but subjects: "Excluded topics", and not "We have given up television". */
function isNameless(label: Span, { tokens, content }: Pick<Before, "tokens" | "content">): boolean {
  const isNamed = content.some((one) => isIn(label, one) && one.senses.some(({ kind }) => kind !== "topic"));
  return !isNamed && tokens.filter((token) => isWord(token) && isIn(label, token)).length <= LONGEST_LABEL;
}

/** What these labels say has no effect on what stands before them. "California, no: …" is no label. */
export function namelessLabels(
  fields: readonly FormField[],
  before: Pick<Before, "text" | "tokens" | "content">,
): Span[] {
  const isApart = ({ start }: Span) =>
    !before.text
      .slice(Math.max(0, start - 2), start)
      .trimEnd()
      .endsWith(",");
  // "geo: France + Belgium, exclude: gaming": one of several labels in a line.
  const isNext = ({ isKnown, side }: FormField, at: number) =>
    isKnown && side === "refused" && fields[at - 1]?.isKnown === true;
  return fields.flatMap((field, at) =>
    isNameless(field.label, before) && (isApart(field.label) || isNext(field, at)) ? [field.label] : [],
  );
}

/** All items, whatever their kinds, to where the value says something else. */
function refuseAll({ values }: FormField, before: Before, refusedAt: Set<number>): void {
  for (const value of values) {
    const turning = before.scope.find((one) => isIn(value, one) && TURNING.some((id) => has(one, "scope", id)));
    const span = { start: value.start, end: Math.min(value.end, turning?.start ?? value.end) };
    before.tokens.forEach(({ start, end }, index) => {
      if (start >= span.start && end <= span.end) refusedAt.add(index);
    });
    for (const one of before.content)
      if (isIn(span, one) && !isLocated(one, before) && !hasTopic(one, before) && isShort(one, before))
        settle(one, REFUSED, before);
  }
}

/** "Radio in Germany", "radio, in Germany": the medium is refused, and not the country. */
function isLocated(one: Mention, { scope, content }: Before): boolean {
  if (!isPlace(one) || !scope.some((word) => word.to === one.from && has(word, "scope", "locator"))) return false;
  const before = content.findLast((other) => other.to < one.from && !isPlace(other));
  return before !== undefined && one.from - before.to <= 2;
}

/** 「NG：ラジオ、媒体はポッドキャスト」: behind the comma something else begins. */
function hasTopic({ start }: Mention, { text }: Before): boolean {
  return /[、,，\s][^、,，\s]{1,6}は$/u.test(text.slice(Math.max(0, start - 10), start));
}

/** A list names things, and sentences tell of them. */
function isShort({ from, to }: Mention, { tokens }: Before): boolean {
  let words = 0;
  for (let at = from - 1; isWord(tokens[at]); at--) words++;
  for (let at = to; isWord(tokens[at]); at++) words++;
  return words <= MOST_OF_ITEM;
}

function isWord(token: Token | undefined): boolean {
  return token !== undefined && token.kind !== "break";
}

/** No word in its part refuses it, or anything else. */
function isPlain(one: Mention, { values }: FormField, before: Before): boolean {
  const value = values.find((span) => isIn(span, one)) ?? one;
  const around = partOf(one, before.tokens);
  const part = { start: Math.max(around.start, value.start), end: Math.min(around.end, value.end) };
  const isRefusal = (word: Mention) =>
    (isIn(part, word) && isRefusing(word)) ||
    (word.start >= one.end && word.start - one.end <= 2 && isIn(value, word) && isNo(word));
  return isShort(one, before) && !before.scope.some(isRefusal);
}

function isNo(word: Mention): boolean {
  return isRefusing(word) || has(word, "scope", "answer-no");
}

function partOf({ from, to }: Mention, tokens: readonly Token[]): Span {
  let [first, last] = [from, to];
  while (isWord(tokens[first - 1])) first--;
  while (isWord(tokens[last])) last++;
  return { start: tokens[first]?.start ?? 0, end: tokens[last - 1]?.end ?? 0 };
}

function want(one: Mention, { side, isJson }: FormField, before: Before): void {
  const stance = before.stances.get(one);
  // "Bonus: podcasts in Spain": the market is none.
  if (side === "soft") return isPlace(one) && isLocated(one, before) ? undefined : settle(one, PREFERRED, before);
  if (stance?.exclusive || (!isJson && stance?.withdrawn) || (stance?.hedged && !stance.negated)) return;
  if (side === "wanted" && isDemandable(one)) settle(one, INSISTED, before);
  // "Channels: podcasts (yes), radio (no)".
  else if (isJson || !stance?.negated) settle(one, WANTED, before);
}

function hasBullets(text: string): boolean {
  const at = text.search(FIRST_BULLET);
  return at >= 0 && NEXT_BULLET.test(text.slice(at + 4, at + LONGEST_BULLET));
}

/** "Radio £0", "TV 0 %", "nil radio": a medium that gets nothing. */
function hasNothing(one: Mention, { text }: Before): boolean {
  if (!has(one, "channel")) return false;
  return NOTHING.test(text.slice(one.end, one.end + 14)) || NIL.test(text.slice(Math.max(0, one.start - 9), one.start));
}

function isDenied({ start }: Mention, { text }: Before): boolean {
  const before = text.slice(Math.max(0, start - 16), start);
  if (before.endsWith("-") && hasBullets(text)) return false;
  return DENIED.test(before) && !BULLET.test(before) && !(start <= 2 && before.startsWith("-"));
}
