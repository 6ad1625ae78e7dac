import type { CustomerKind, MemberRole } from "../../../ground/kernel/viewer.ts";

/** An organisation that somebody belongs to, as far as joining a storefront goes. */
export interface Membership {
  readonly customerId: number;
  readonly company: string;
  readonly kind: CustomerKind;
  readonly role: MemberRole;
  /** Made by a join link: it sees one storefront, and joins no other. */
  readonly walled: boolean;
  /** The storefront that is being joined sponsors it already. */
  readonly joined: boolean;
}

/** Somebody with an account here, and their organisations, oldest first. */
export interface Person {
  readonly userId: number;
  readonly email: string;
  readonly verified: boolean;
  readonly memberships: readonly Membership[];
}

/** As what somebody joins: an organisation that is in already, one that comes in, or a new one. */
export type Seat = { readonly kind: "joined" | "existing"; readonly customerId: number } | { readonly kind: "new" };

/** An organisation comes in where it is a buyer that no other storefront has walled in, and the person may speak for it. */
export function seatOf(memberships: readonly Membership[]): Seat {
  const joined = memberships.find((one) => one.joined);
  if (joined) return { kind: "joined", customerId: joined.customerId };
  const existing = memberships.find(({ kind, walled, role }) => kind === "BUYER" && !walled && role !== "MEMBER");
  return existing ? { kind: "existing", customerId: existing.customerId } : { kind: "new" };
}
