/** Who lets an application act for them, and in which organisation. */
export interface SignedInAs {
  readonly customerId: number;
  readonly userId: number;
}

/** The `sub` of a token: somebody, in the organisation that they let an application act in. */
export function accountIdOf({ customerId, userId }: SignedInAs): string {
  return `${customerId}.${userId}`;
}

export function signedInAs(accountId: string): SignedInAs | undefined {
  const [customerId, userId] = accountId.split(".").map(Number);
  return Number.isSafeInteger(customerId) && Number.isSafeInteger(userId)
    ? { customerId: customerId ?? 0, userId: userId ?? 0 }
    : undefined;
}
