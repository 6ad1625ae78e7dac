import type { CompositionResult } from "../../intelligence/index.ts";
import { currenciesOf, type NewSourceCall, outcomeFor } from "../../sources/calls/index.ts";

/** The request to each source and its result; empty if none was asked. */
export function callsOf(came: CompositionResult): NewSourceCall[] {
  if (came.kind !== "composed") return [];
  const { input, composition, incomplete, tookMs } = came;
  const wholesale = input.buyingMode === "wholesale";
  const common = { tool: "get_products", origin: "live_demand", whole: wholesale, wholesale } as const;
  const shown = Map.groupBy(composition.products, ({ sourceId }) => sourceId);
  const answered = input.sources.map(({ sourceId, products }) => ({
    ...common,
    source: sourceId,
    outcome: "completed" as const,
    productCount: products.length,
    visibleCount: shown.get(sourceId)?.length ?? 0,
    currencies: currenciesOf(products),
    tookMs: tookMs.get(sourceId) ?? null,
  }));
  const answeredBy = new Set(answered.map(({ source }) => source));
  const silent = incomplete.flatMap(({ sourceId, reason, message }) => {
    if (sourceId === undefined || answeredBy.has(sourceId)) return [];
    const took = tookMs.get(sourceId) ?? null;
    return [{ ...common, source: sourceId, outcome: outcomeFor(reason), tookMs: took, cause: reason, detail: message }];
  });
  return [...answered, ...silent];
}
