import type { Sense } from "./lexicon/lexicon.ts";

/** What begins at a token: its length is in tokens. */
export interface Found {
  readonly senses: readonly Sense[];
  readonly length: number;
  readonly certainty: number;
}

/** The first, if it is the longer. */
export function longerOf(one: Found | undefined, other: Found | undefined): Found | undefined {
  return one && one.length > (other?.length ?? 0) ? one : undefined;
}

const TURNS: ReadonlySet<string> = new Set([
  "negator",
  "postnegator",
  "affirmer",
  "contrast",
  "managed",
  "run-by",
  "by-whom",
  "had",
  "praise",
  "done-with",
  "rejection",
  "drops",
  "optional",
  "likewise",
  "earlier",
  "later",
  "others",
  "known-from",
]);

/** "Apart from" has nothing to do with apartments. */
export function isTurn({ senses, length }: Found): boolean {
  return length > 1 && senses.some(({ kind, id }) => (kind === "scope" && TURNS.has(id)) || isCheap(kind, id));
}

/** "Più economico" is not about the economy. */
function isCheap(kind: Sense["kind"], id: string): boolean {
  return kind === "money" && id === "cheap";
}

export function isFiller({ senses, length }: Found): boolean {
  return length > 1 && senses.some(({ kind, id }) => kind === "filler" && id === "filler");
}
