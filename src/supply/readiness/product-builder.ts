import { after, DAY_MS } from "../../ground/kernel/clock.ts";
import type { NewestCalls, SourceCall } from "../sources/calls/index.ts";
import type { Source } from "../sources/index.ts";
import type { Knowledge } from "./knowledge.ts";
import type { supportOf } from "./source-support.ts";
import type { SourceDiagnosticsView } from "./source-view.ts";

type Builder = NonNullable<SourceDiagnosticsView["productBuilder"]>;
type Support = ReturnType<typeof supportOf>;

/** What its storefront composes from a source, counted from the source's latest answer to a request for all of its products. */
export function builderOf(source: Source, support: Support, knowledge: Knowledge): Builder {
  const { storefront, calls, modular, now } = knowledge;
  const catalogue = calls?.catalogue;
  const products = modular ? modular.activeAvailCount : (catalogue?.productCount ?? null);
  const elsewhere = catalogue && pricedElsewhere(catalogue, storefront.defaultCurrency);
  return {
    mode: isUsed(source, support, calls) ? storefront.productMode : "unknown",
    wholesaleProductCount: products,
    buyerVisibleProductCount: calls?.inventory.ok?.visibleCount ?? null,
    currencyMismatchProductCount: elsewhere ?? null,
    // The source sends prices with each answer, so no stored price can become stale.
    reportingStaleProductCount: products === null ? null : 0,
    // Buyers request signals directly; none are stored for a source.
    signalCount: support.signals === "unsupported" ? 0 : null,
    catalogCacheCold: modular ? false : catalogue === undefined || catalogue.at < after(now, -DAY_MS),
    declaredUnsupportedIngredients: support.products === "unsupported",
  };
}

/** Whether, as far as is known, the storefront sells from it: it is active, and has stated or shown that it has products. */
function isUsed({ status }: Source, { products }: Support, calls: NewestCalls | undefined): boolean {
  return status === "ACTIVE" && (products === "supported" || calls?.inventory.ok !== undefined);
}

/** Products without a price in the storefront's currency; null if the storefront has set none. */
function pricedElsewhere({ productCount, currencies }: SourceCall, currency: string | null): number | null {
  if (currency === null || productCount === null) return null;
  return Math.max(0, productCount - (currencies?.[currency] ?? 0));
}
