import { has, type Mention } from "../mention.ts";
import { isRefusing, SENTENCE_END } from "../polarity/clause.ts";
import type { Token } from "../words.ts";
import { isLabelOfRefused, labelBefore } from "./fields.ts";

/** At the beginning of a line, what makes it an item of a list. */
const BULLET = /[\n\r][ \t]*[-–—•*·▪◦‣○●■・]/u;
const LINE_END = /[\n\r]/;
/** A heading of Markdown, or of a Japanese mail. */
const HEADING = /^ {0,3}(?:#{1,6} |[■□◆◇●○▼▽★☆※])/;
/** An item's number: "1." and "2)". */
const NUMBER = /^\d{1,2}$/;

interface Lines {
  /** The tokens behind "with one exception". */
  readonly exceptionsUntil: ReadonlySet<number>;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly contentAt: ReadonlyMap<number, readonly Mention[]>;
  readonly scopeAt: ReadonlyMap<number, readonly Mention[]>;
}

/**
 * The breaks behind which something is named that a heading refuses: each item of "Excluded:\n- radio\n- podcasts", and what follows
 * "What we do not want:".
 */
export function refusedItems(lines: Lines): ReadonlySet<number> {
  const items = new Set<number>();
  lines.tokens.forEach((token, index) => {
    const isHeading = token.kind === "break" && endsHeading(token, lines);
    if (token.kind !== "break" || !(token.text.startsWith(":") || isHeading || endsTitle(index, lines))) return;
    const label = labelBefore(index, lines);
    const isException = lines.exceptionsUntil.has(index);
    if (((label && isLabelOfRefused(label)) || isException) && !LINE_END.test(token.text)) {
      items.add(index);
      // A list of JSON begins with a bracket.
      if (lines.tokens[index + 1]?.text === "[") items.add(index + 1);
      return;
    }
    const nested = label && isLabelOfRefused(label) ? fieldsBelow(index, lines) : [];
    if (nested.length > 0) return nested.forEach((at) => items.add(at));
    const first = itemAt(index, lines);
    const heading = headingBefore(index, lines);
    if (heading === undefined || !heading.some(isHeadingOfRefused)) return;
    if (first === undefined) {
      // "No: radio" is read word by word; "what we do not want" is not.
      // 「■除外媒体」, and a line of what is refused.
      if (isHeading || (!LINE_END.test(token.text) && heading.some(isWhatever))) items.add(index);
      return;
    }
    for (let item: number | undefined = first, at = index; item !== undefined; item = itemAt(at, lines)) {
      if (isHeading && opensHeading(at, lines)) return;
      items.add(at).add(item);
      at = lineEndAfter(item, lines.tokens);
    }
  });
  return items;
}

function isHeadingOfRefused(one: Mention): boolean {
  return isRefusing(one) || has(one, "scope", "forbids") || has(one, "scope", "refused-label");
}

/** The end of a line such as "## Do not include". */
function endsHeading({ text: written, start }: Token, { text }: Lines): boolean {
  return LINE_END.test(written) && HEADING.test(text.slice(text.lastIndexOf("\n", start - 1) + 1, start));
}

function opensHeading(index: number, { text, tokens }: Lines): boolean {
  const start = text.lastIndexOf("\n", tokens[index + 1]?.start ?? 0) + 1;
  return HEADING.test(text.slice(start, start + LONGEST_MARK));
}

/** In characters. */
const LONGEST_MARK = 12;

/** "Excluded", alone on its line, above a list. */
function endsTitle(index: number, { tokens, scopeAt, text }: Lines): boolean {
  const [before, title, end, next] = [tokens[index - 2], tokens[index - 1], tokens[index], tokens[index + 1]];
  if (!title || !end || !next || !LINE_END.test(end.text) || (before && !LINE_END.test(before.text))) return false;
  const isLabel = scopeAt.get(index - 1)?.some((one) => has(one, "scope", "refused-label") && one.end === title.end);
  return isLabel === true && BULLET.test(text.slice(end.start, next.start));
}

/** The breaks behind the keys of what is indented below a key: "exclude:\n  channels: [social]\n  topics: [politics]". */
function fieldsBelow(index: number, { text, tokens }: Lines): number[] {
  const indent = indentAt(tokens[index]?.start ?? 0, text);
  const fields: number[] = [];
  for (let at = index + 1; at < tokens.length; at++) {
    const { kind, text: written, start } = tokens[at] ?? { kind: "break", text: "", start: 0 };
    if (kind !== "break" && indentAt(start, text) <= indent) break;
    if (kind !== "break" || !written.startsWith(":")) continue;
    fields.push(at);
    if (tokens[at + 1]?.text === "[") fields.push(at + 1);
  }
  return fields;
}

/** By how many blanks a place's line is indented. */
function indentAt(place: number, text: string): number {
  const start = text.lastIndexOf("\n", place - 1) + 1;
  return text.slice(start, place + 1).search(/\S/);
}

/** What the heading's function words mean; undefined if it names something itself, or affirms. */
function headingBefore(index: number, { tokens, contentAt, scopeAt }: Lines): Mention[] | undefined {
  const said: Mention[] = [];
  for (let at = index - 1; at >= 0; at--) {
    const { kind, text } = tokens[at] ?? { kind: "break", text: "." };
    if (kind === "break" && SENTENCE_END.test(text)) break;
    if (contentAt.has(at)) return undefined;
    said.push(...(scopeAt.get(at) ?? []));
  }
  return said.some((one) => has(one, "scope", "affirmer")) ? undefined : said;
}

function isWhatever(one: Mention): boolean {
  return has(one, "scope", "whatever");
}

/** The break behind which the line's item begins, if the line that begins behind this one is an item. */
function itemAt(index: number, { text, tokens, contentAt }: Lines): number | undefined {
  const [line, next, second] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  if (!line || !next || !LINE_END.test(line.text) || text.slice(line.start, next.start).includes("#")) return undefined;
  if (BULLET.test(text.slice(line.start, next.start))) return index;
  if (next.kind === "number" && NUMBER.test(next.text) && second?.kind === "break") return index + 2;
  // Without a bullet, a line that is nothing but a name.
  const end = lineEndAfter(index, tokens);
  const isName = (contentAt.get(index + 1) ?? []).some(({ to }) => to === end);
  return isName ? index : undefined;
}

function lineEndAfter(index: number, tokens: readonly Token[]): number {
  let at = index + 1;
  while (at < tokens.length && !(tokens[at]?.kind === "break" && LINE_END.test(tokens[at]?.text ?? ""))) at++;
  return at;
}
