import type { LexiconLine } from "./lexicon-file.ts";
import type { Sense } from "./sense.ts";

/**
 * Excluding a word does not exclude a broader meaning with this many kinds: "no tobacco" may well include drugs, "no
 * gothic novels" does not include books.
 */
const BROAD = 4;
/** No meaning has more above it. */
const DEEPEST = 8;

export interface Family {
  readonly parents: ReadonlyMap<string, string>;
  /** How many kinds a meaning has. */
  readonly sizes: ReadonlyMap<string, number>;
}

/** A word that two lines have, one below the other, means the finer, and the broader along with it. */
export function withImplied(
  among: Map<string, readonly Sense[]>,
  family: Family,
): ReadonlyMap<string, readonly Sense[]> {
  for (const [phrase, known] of among)
    if (known.some((sense) => isBroader(sense, known, family)))
      among.set(
        phrase,
        known.map((sense) => (isBroader(sense, known, family) ? implied(sense) : sense)),
      );
  return among;
}

export function familyOf(lines: readonly LexiconLine[]): Family {
  const parents = new Map<string, string>();
  for (const { kind, id, parent } of lines) if (parent !== null) parents.set(`${kind}:${id}`, `${kind}:${parent}`);
  const sizes = new Map<string, number>();
  for (const parent of parents.values()) sizes.set(parent, (sizes.get(parent) ?? 0) + 1);
  return { parents, sizes };
}

function implied(sense: Sense): Sense {
  return { ...sense, isImplied: true };
}

function isBroader(sense: Sense, among: readonly Sense[], { parents, sizes }: Family): boolean {
  if (among.length < 2) return false;
  const key = `${sense.kind}:${sense.id}`;
  return (sizes.get(key) ?? 0) >= BROAD && among.some(({ kind, id }) => isBelow(`${kind}:${id}`, key, parents));
}

function isBelow(key: string, above: string, parents: ReadonlyMap<string, string>): boolean {
  let at = parents.get(key);
  for (let steps = 0; at !== undefined && steps < DEEPEST; steps++) {
    if (at === above) return true;
    at = parents.get(at);
  }
  return false;
}
