import { createHash } from "node:crypto";
import type { Product } from "../../../ground/seller-agent/index.ts";

/** Identifies the content of a wholesale feed, including its prices: it changes with anything that a buyer could cache (AdCP 3.1). */
export function feedVersionOf(products: readonly Product[]): string {
  const ordered = products.toSorted((a, b) => (a.productId < b.productId ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(ordered)).digest("base64url").slice(0, 32);
}
