import { readBrief } from "../../brief/index.ts";
import { demandsOf, unmetBy } from "../../ranking/demands.ts";
import type { Product, ProductsAnswer } from "../index.ts";

interface Refined<P> {
  readonly products: readonly P[];
  readonly applied: ProductsAnswer["refinementsApplied"][number];
}

/** Requirements in the text are met; its subjects are up to whoever ranks the answer. A text with neither changes nothing, and says so. */
export function refineInWords<P extends Product>(products: readonly P[], ask: string): Refined<P> {
  const { chips } = readBrief(ask);
  if (chips.length === 0) return { products, applied: { status: "unable", notes: "not understood" } };
  const demands = demandsOf({ chips });
  const kept = products.filter((product) => unmetBy({ salesAgentId: "", product }, demands).length === 0);
  return { products: kept, applied: { status: "applied", notes: removedIn(products.length - kept.length) } };
}

function removedIn(removed: number): string {
  if (removed === 0) return "the products are ranked by what was asked";
  return `${removed} ${removed === 1 ? "product" : "products"} left out`;
}
