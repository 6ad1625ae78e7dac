/** A storefront's product and proposal ids begin with their source; a source's own id never contains a colon. */
export function joinProductId(sourceId: string, rest: string): string {
  return `${sourceId}:${rest}`;
}

export function splitProductId(productId: string): { readonly sourceId: string; readonly rest: string } | undefined {
  const colon = productId.indexOf(":");
  return colon < 1 ? undefined : { sourceId: productId.slice(0, colon), rest: productId.slice(colon + 1) };
}
