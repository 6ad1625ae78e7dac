import { has, type Mention } from "../mention.ts";
import type { Stance } from "../stance.ts";
import type { Token } from "../words.ts";

/** A text, with what it mentions. */
export interface Sentences {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly content: readonly Mention[];
  readonly scope: readonly Mention[];
}

/** Sentences whose mentions have been weighed so far. */
export interface Before extends Sentences {
  readonly stances: Map<Mention, Stance>;
  /** What follows "other than". */
  readonly excepted: Set<Mention>;
}

export const SENTENCE_END = /[.!?…\n。؟！？]/;

/** A buyer chooses among these; subjects are looked for. */
export const DEMANDABLE: ReadonlySet<string> = new Set(["channel", "country", "region", "city", "property"]);

export function isDemandable({ senses }: Mention): boolean {
  return senses.some(({ kind }) => DEMANDABLE.has(kind));
}

/** A buyer may also choose among forms of ads, and among languages. */
export function isChoosable(one: Mention): boolean {
  return isDemandable(one) || has(one, "language") || has(one, "format");
}

/** What ads are in, or are made as. */
export function isMedium(one: Mention): boolean {
  return has(one, "channel") || has(one, "property") || has(one, "format");
}

/** What ads are in. */
export function isChannel(one: Mention): boolean {
  return has(one, "channel");
}

/** The characters between the breaks around a mention. */
export function clauseOf(
  { from, to }: Pick<Mention, "from" | "to">,
  tokens: readonly Token[],
): { start: number; end: number } {
  const isBreak = (index: number) => tokens[index] === undefined || tokens[index]?.kind === "break";
  let [first, last] = [from, to];
  while (!isBreak(first - 1)) first--;
  while (!isBreak(last)) last++;
  return { start: tokens[first]?.start ?? 0, end: tokens[last - 1]?.end ?? 0 };
}

/** The characters of the sentence around a mention. */
export function sentenceOf({ start, end }: Pick<Mention, "start" | "end">, tokens: readonly Token[]) {
  const isEnd = ({ kind, text }: Token) => kind === "break" && SENTENCE_END.test(text);
  return {
    start: tokens.findLast((one) => one.end <= start && isEnd(one))?.end ?? 0,
    end: tokens.find((one) => one.start >= end && isEnd(one))?.start ?? tokens.at(-1)?.end ?? 0,
  };
}

export function isIn(
  { start, end }: { start: number; end: number },
  { start: from, end: to }: { start: number; end: number },
): boolean {
  return from >= start && to <= end;
}

/** "No: influencers": it begins its clause and refuses what follows. */
export function isHeading({ from, to, start, end }: Mention, { tokens }: Sentences): boolean {
  const [before, after] = [tokens[from - 1], tokens[to]];
  // In a run of Japanese, all of which it is.
  const isWhole = tokens[from]?.start === start && tokens[to - 1]?.end === end;
  if (!isWhole || after?.kind !== "break" || (before && before.kind !== "break")) return false;
  return after.text === ":" && before?.text !== ",";
}

/** They begin what "nothing" is about: "nichts, was auch in Deutschland läuft". */
export const RELATIVES: ReadonlySet<string> = new Set(["was", "das", "die", "wat", "co", "ktore", "qui"]);

const REFUSING = ["negator", "none", "nor", "postnegator", "dismissal", "done-with", "rejection", "drops"] as const;

export function isRefusing(one: Mention): boolean {
  return REFUSING.some((id) => has(one, "scope", id));
}

/** "Nichts, was auch in Deutschland läuft": behind the comma is what is refused. */
export function isTellingWhich(index: number, tokens: readonly Token[]): boolean {
  return tokens[index]?.text === "," && RELATIVES.has(tokens[index + 1]?.plain ?? "");
}

/** "Keine Seiten, auf denen es um Politik geht", "żadnych stron, na których": what is refused is told behind the comma. */
export function isTellingWhere(index: number, tokens: readonly Token[]): boolean {
  const [next, second] = [tokens[index + 1]?.plain ?? "", tokens[index + 2]?.plain ?? ""];
  return tokens[index]?.text === "," && (WHERE.has(next) || (PLACED.has(next) && RELATED.has(second)));
}

const WHERE: ReadonlySet<string> = new Set(["wo", "worin", "ou", "where", "gdzie", "waar", "waarin"]);
const PLACED: ReadonlySet<string> = new Set([
  "auf",
  "in",
  "bei",
  "mit",
  "na",
  "w",
  "z",
  "u",
  "dans",
  "sur",
  "met",
  "op",
]);
const RELATED: ReadonlySet<string> = new Set([
  "denen",
  "der",
  "dem",
  "welchen",
  "which",
  "ktorych",
  "ktorej",
  "ktorym",
  "lesquels",
  "lesquelles",
  "laquelle",
  "lequel",
]);

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The clause of a word that says when, or the next one, if it says no more: "Last year, we were on the radio". */
export function clauseAt(little: Mention, tokens: readonly Token[]): Span {
  const clause = clauseOf(little, tokens);
  if (clause.start < little.start || clause.end > little.end) return clause;
  const next = tokens.find(({ kind, start }) => kind !== "break" && start >= clause.end);
  const isSameSentence = next && next.start < sentenceOf(little, tokens).end;
  return isSameSentence ? spanOf(next, tokens) : clause;
}

export function spanOf(token: Token, tokens: readonly Token[]): Span {
  const index = tokens.indexOf(token);
  return clauseOf({ from: index, to: index + 1 }, tokens);
}

/** What is not refused of what a buyer chooses among. */
export function wantedIn(span: Span, { content, stances }: Before): Mention[] {
  return content.filter((one) => isIn(span, one) && isDemandable(one) && !stances.get(one)?.negated);
}

/** Whether a span has one of these function words. */
export function saysIn(span: Span, ids: readonly string[], { scope }: Pick<Before, "scope">): boolean {
  return scope.some((one) => isIn(span, one) && ids.some((id) => has(one, "scope", id)));
}

export function distance(one: Span, other: Span): number {
  return one.end <= other.start ? other.start - one.end : one.start - other.end;
}
