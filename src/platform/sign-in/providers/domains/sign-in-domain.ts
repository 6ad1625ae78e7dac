import { after, DAY_MS } from "../../../../ground/kernel/clock.ts";

/** A domain whose addresses an organisation's provider can verify, once the domain is proved. Its times are real time. */
export interface SignInDomain {
  readonly customerId: number;
  readonly domain: string;
  /** The value that its TXT record must have. */
  readonly token: string;
  readonly addedAt: Date;
  readonly verifiedAt: Date | null;
  /** When its record was last seen; null for a domain for which an operator vouches. */
  readonly seenAt: Date | null;
}

/** Domains change hands, so if the record was last seen this long ago, it is looked up again at the next sign-in. */
const TRUSTED_MS = DAY_MS;

export function wantsProof({ seenAt }: Pick<SignInDomain, "seenAt">, wall: Date): boolean {
  return seenAt !== null && after(seenAt, TRUSTED_MS) <= wall;
}
