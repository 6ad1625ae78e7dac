/** The principal of one of our customers, in places where buyers on other systems have principals as well. */
export function principalOf(customerId: number): string {
  return `c:${customerId}`;
}

/** Our customer with this principal; undefined for a buyer on another system. */
export function customerIn(principal: string): number | undefined {
  const [, digits] = /^c:([1-9]\d*)$/.exec(principal) ?? [];
  return digits === undefined ? undefined : Number(digits);
}
