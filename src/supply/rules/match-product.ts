import type { Product } from "../../ground/seller-agent/index.ts";
import type { Matcher, ProductRule } from "./product-rule.ts";

/** A product as the storefront sells it, with its id there. */
export interface Candidate {
  readonly sourceId: string;
  readonly product: Product;
}

export function matches({ sourceIds, productIds, ...match }: Matcher, { sourceId, product }: Candidate): boolean {
  const { channels, deliveryType, publisherProperties, formatIds } = product;
  return (
    names(sourceIds, [sourceId]) &&
    names(productIds, [product.productId]) &&
    names(match.channels, channels) &&
    names(match.deliveryTypes, [deliveryType]) &&
    names(
      match.publisherDomains,
      publisherProperties.map(({ publisherDomain }) => publisherDomain.toLowerCase()),
    ) &&
    names(
      match.formatIds,
      formatIds.map(({ id }) => id),
    )
  );
}

/** Whether, judging by its id, a rule may decide if this product is sold, or at what price. */
export function appliesTo(
  rule: ProductRule,
  { sourceId, productId }: { sourceId: string; productId: string },
): boolean {
  if (rule.kind === "rename" || rule.kind === "bundle") return false;
  if (rule.kind === "include") return true;
  return names(rule.match.sourceIds, [sourceId]) && names(rule.match.productIds, [productId]);
}

function names(wanted: readonly string[] | undefined, own: readonly string[]): boolean {
  return wanted === undefined || own.some((value) => wanted.includes(value));
}
