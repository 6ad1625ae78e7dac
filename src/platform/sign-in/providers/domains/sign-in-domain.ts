import { after, DAY_MS } from "../../../../ground/kernel/clock.ts";

/** A domain whose addresses an organisation's provider may vouch for, once it is proved. Its times are the wall's. */
export interface SignInDomain {
  readonly customerId: number;
  readonly domain: string;
  /** The required content of its TXT record. */
  readonly token: string;
  readonly addedAt: Date;
  readonly verifiedAt: Date | null;
  /** When its record was last seen; null for a domain that an operator vouches for. */
  readonly seenAt: Date | null;
}

/** A domain changes hands: its record is looked for again at a sign-in when it was last seen this long ago. */
const TRUSTED_MS = DAY_MS;

export function wantsProof({ seenAt }: Pick<SignInDomain, "seenAt">, wall: Date): boolean {
  return seenAt !== null && after(seenAt, TRUSTED_MS) <= wall;
}
