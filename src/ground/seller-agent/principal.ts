/** What one of our customers goes by where buyers of other systems have names of their own. */
export function principalOf(customerId: number): string {
  return `c:${customerId}`;
}
