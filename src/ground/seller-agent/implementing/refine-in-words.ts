import { readBrief } from "../../brief/index.ts";
import { demandsOf, unmetBy } from "../../ranking/demands.ts";
import { nothingShown, readAsk, withAsk } from "../../refining/index.ts";
import type { Product, ProductsAnswer } from "../index.ts";

interface Refined<P> {
  readonly products: readonly P[];
  readonly applied: ProductsAnswer["refinementsApplied"][number];
}

/**
 * What the text requires beside the brief is met; its subjects are up to whoever ranks the answer. "Display too" adds to the media of the
 * brief, and excludes nothing if it names none. A text with neither changes nothing, and says so.
 */
export function refineInWords<P extends Product>(products: readonly P[], text: string, brief = ""): Refined<P> {
  const known = readBrief(brief).chips;
  const { ask } = readAsk(text, nothingShown(known));
  if (ask.chips.length === 0) return { products, applied: { status: "unable", notes: "not understood" } };
  const kinds = new Set(ask.chips.map(({ kind }) => kind));
  const demands = demandsOf({ chips: withAsk(known, ask).filter(({ kind }) => kinds.has(kind)) });
  const kept = products.filter((product) => unmetBy({ salesAgentId: "", product }, demands).length === 0);
  const removed = products.length - kept.length;
  return { products: kept, applied: { status: "applied", ...(removed > 0 && { notes: removedIn(removed) }) } };
}

function removedIn(removed: number): string {
  return `${removed} ${removed === 1 ? "product" : "products"} left out`;
}
