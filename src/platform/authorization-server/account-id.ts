/** The person for whom an application acts, and in which organisation. */
export interface SignedInAs {
  readonly customerId: number;
  readonly userId: number;
}

/** The `sub` of a token: a person, in the organisation in which the application may act for them. */
export function accountIdOf({ customerId, userId }: SignedInAs): string {
  return `${customerId}.${userId}`;
}

export function signedInAs(accountId: string): SignedInAs | undefined {
  const [customerId, userId] = accountId.split(".").map(Number);
  return Number.isSafeInteger(customerId) && Number.isSafeInteger(userId)
    ? { customerId: customerId ?? 0, userId: userId ?? 0 }
    : undefined;
}
