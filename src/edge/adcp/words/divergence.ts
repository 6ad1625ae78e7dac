import type { FormatId, Product } from "../../../ground/seller-agent/index.ts";

/**
 * Format options of a product that correspond to named formats which the product does not list, so that buyers using 3.0 and 3.1 would be
 * sold different things (AdCP 3.1, FORMAT_DECLARATION_DIVERGENT). This is reported with the product, which can still be bought.
 */
export function divergenceOf({ productId, formatIds, formatOptions = [] }: Product): object[] {
  if (formatIds.length === 0) return [];
  const isNamed = (one: FormatId) => formatIds.some(({ agentUrl, id }) => agentUrl === one.agentUrl && id === one.id);
  const strange = formatOptions.flatMap(({ namedFormats = [] }) => namedFormats).filter((one) => !isNamed(one));
  if (strange.length === 0) return [];
  const named = strange.map(({ id }) => id).join(", ");
  const message = `${productId}: its format_options refer to ${named}, which its format_ids do not have`;
  return [{ code: "FORMAT_DECLARATION_DIVERGENT", message, recovery: "correctable", source: "producer" }];
}
