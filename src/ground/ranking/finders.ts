import { numberOf } from "./meanings.ts";

/**
 * The units to which a product about a meaning is close, by the meaning's number: those of meaning `n` stand from `starts[n]` to
 * `starts[n + 1]`. Computed once per brief, because there are many products.
 */
export interface Finders {
  readonly starts: Uint32Array;
  readonly units: Uint32Array;
  readonly nearness: Float64Array;
}

export function findersOf(units: readonly { readonly near: ReadonlyMap<string, number> }[]): Finders {
  const meanings = Uint32Array.from(
    units.flatMap(({ near }) => [...near.keys()]),
    numberOf,
  );
  const starts = new Uint32Array(meanings.reduce((last, meaning) => Math.max(last, meaning), 0) + 2);
  for (const meaning of meanings) starts[meaning + 1] = (starts[meaning + 1] ?? 0) + 1;
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const finders = { starts, units: new Uint32Array(meanings.length), nearness: new Float64Array(meanings.length) };
  const next = starts.slice();
  let said = 0;
  for (const [index, { near }] of units.entries()) {
    for (const nearness of near.values()) {
      const meaning = meanings[said++] ?? 0;
      const at = next[meaning] ?? 0;
      next[meaning] = at + 1;
      finders.units[at] = index;
      finders.nearness[at] = nearness;
    }
  }
  return finders;
}
