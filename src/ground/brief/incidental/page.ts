import type { Chip } from "../chip.ts";
import { SENTENCE_END } from "../polarity/clause.ts";
import type { Token } from "../words.ts";
import type { Spoken } from "./incidental-words.ts";

/** A range of tokens. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** What a chip stands for in the text. */
export interface Named extends Range {
  readonly chip: Chip;
}

/** A text in which some things are only spoken of. */
export interface Page {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Media and places that are demanded or refused, in their order. */
  readonly named: readonly Named[];
  readonly said: ReadonlyMap<string, readonly Spoken[]>;
}

export function saidOf(id: string, { said }: Page): readonly Spoken[] {
  return said.get(id) ?? [];
}

/** Whether such a word begins at a token. */
export function isSaidAt(at: number, id: string, page: Page): boolean {
  return saidOf(id, page).some(({ from }) => from === at);
}

export function isBreak(at: number, { tokens }: Page): boolean {
  const token = tokens[at];
  return token === undefined || token.kind === "break";
}

export function isSentenceEnd(at: number, { tokens }: Page): boolean {
  const token = tokens[at];
  return token === undefined || (token.kind === "break" && (SENTENCE_END.test(token.text) || token.text.includes(";")));
}

/** The tokens of a clause around a place. */
export function clauseAround({ from, to }: Range, page: Page): Range {
  let [first, last] = [from, to];
  while (!isBreak(first - 1, page)) first--;
  while (!isBreak(last, page)) last++;
  return { from: first, to: last };
}

export function isWithin(one: Range, { from, to }: Range): boolean {
  return one.from >= from && one.to <= to;
}

/** Right behind, or with one word between. */
export function isJustBehind(end: number, from: number, page: Page): boolean {
  return from === end || (from === end + 1 && !isBreak(end, page));
}

/** Whether all tokens between two are such words. */
export function isLinked(from: number, to: number, ids: readonly string[], page: Page): boolean {
  for (let at = from; at < to; ) {
    const longest = Math.max(
      ...ids.flatMap((id) =>
        saidOf(id, page)
          .filter((one) => one.from === at)
          .map((one) => one.to),
      ),
      at,
    );
    if (longest === at) return false;
    at = longest;
  }
  return true;
}
