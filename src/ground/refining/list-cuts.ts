import { tokensOf } from "../brief/index.ts";
import type { Ask } from "./ask.ts";
import { countOf } from "./counts.ts";
import type { Said, Span } from "./phrases.ts";

/** What a refinement leaves of the list that is shown. */
export interface Cut {
  readonly asked: Pick<Ask, "least" | "most" | "isUncut" | "order">;
  /** The words that say so, which name nothing: "matches" are no sport here. */
  readonly places: readonly Span[];
}

/** Nobody counts further, and more may be a price or an age. */
const MOST = 50;
const UNIT = /^\s?(?:%|[€$£¥]|percent|Prozent|\p{Lu}{3}\b|euro|dollar)/iu;

const COUNTED_END =
  /^\s*(?:$|[.!?]|(?:please|products?|results?|options?|bitte|Produkte|Ergebnisse|svp|produits|résultats|por favor|productos|prodotti|produtos|producten|graag|produkty)(?!\p{L}))/iu;

/** "Only the strong ones", "top 3", "les 3 premiers". */
export function cutIn(text: string, said: Said): Cut {
  const strongest = said.get("strongest") ?? [];
  const tokens = tokensOf(text);
  // "Top 3", "only 3", and not "only 3 euros".
  const only = (said.get("only") ?? []).filter(({ to }) =>
    COUNTED_END.test(text.slice(tokens[to]?.end ?? text.length)),
  );
  const counts = [...(said.get("tops") ?? []), ...only].flatMap(({ from, to, start, end }) => {
    const [before, after] = [tokens[from - 1], tokens[to]];
    const number = [after, before].find((token) => token !== undefined && countOf(token.plain) !== undefined);
    const most = number && countOf(number.plain);
    if (!number || !most || most > MOST || UNIT.test(text.slice(number.end))) return [];
    return [{ most, start: Math.min(start, number.start), end: Math.max(end, number.end) }];
  });
  const places = [
    ...strongest,
    ...counts,
    ...(["uncut", "unsorted", "cheapest"] as const).flatMap((role) => said.get(role) ?? []),
  ];
  const [count] = counts;
  const order = said.has("cheapest") ? "price" : said.has("unsorted") ? "relevance" : undefined;
  return {
    asked: {
      ...(strongest.length > 0 && { least: "strong" }),
      ...(count && { most: count.most }),
      ...(said.has("uncut") && { isUncut: true }),
      ...(order && { order }),
    },
    places: places.map(({ start, end }) => ({ start, end })),
  };
}
