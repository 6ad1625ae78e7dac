import { tokensOf } from "../brief/index.ts";
import type { Place, Said } from "./phrases.ts";

/** What a refinement leaves of the list that is shown. */
interface Cut {
  /** The least fit. */
  readonly least: "strong" | undefined;
  /** At most so many products. */
  readonly most: number | undefined;
  /** The words that say so, which name nothing: "matches" are no sport here. */
  readonly places: readonly Pick<Place, "start" | "end">[];
}

/** Nobody counts further, and more may be a price or an age. */
const MOST = 50;
const UNIT = /^\s?(?:%|[€$£¥]|percent|Prozent|\p{Lu}{3}\b|euro|dollar)/iu;

/** "Only the strong ones", "top 3", "les 3 premiers". */
export function cutIn(text: string, said: Said): Cut {
  const strongest = said.get("strongest") ?? [];
  const tokens = tokensOf(text);
  const counts = (said.get("tops") ?? []).flatMap(({ from, to, start, end }) => {
    const [before, after] = [tokens[from - 1], tokens[to]];
    const number = [after, before].find((token) => token?.kind === "number" && /^\d{1,2}$/.test(token.text));
    if (!number || Number(number.text) > MOST || UNIT.test(text.slice(number.end))) return [];
    const most = Number(number.text);
    return most === 0 ? [] : [{ most, start: Math.min(start, number.start), end: Math.max(end, number.end) }];
  });
  return {
    least: strongest.length > 0 ? "strong" : undefined,
    most: counts[0]?.most,
    places: [...strongest, ...counts].map(({ start, end }) => ({ start, end })),
  };
}
