/** The name of one of our customers where outside buyers have names as well. */
export function principalOf(customerId: number): string {
  return `c:${customerId}`;
}

/** Our customer of that name; undefined for a buyer of another system. */
export function customerIn(principal: string): number | undefined {
  const [, digits] = /^c:([1-9]\d*)$/.exec(principal) ?? [];
  return digits === undefined ? undefined : Number(digits);
}
