import { createHash } from "node:crypto";
import type { Product } from "../../../ground/seller-agent/index.ts";

/** Names what a wholesale feed says, prices included: it changes with anything that a buyer could keep (AdCP 3.1). */
export function feedVersionOf(products: readonly Product[]): string {
  const ordered = products.toSorted((a, b) => (a.productId < b.productId ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(ordered)).digest("base64url").slice(0, 32);
}
