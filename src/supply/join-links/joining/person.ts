import type { CustomerKind, MemberRole } from "../../../ground/kernel/viewer.ts";

/** An organisation to which a person belongs, with what matters for joining a storefront. */
export interface Membership {
  readonly customerId: number;
  readonly company: string;
  readonly kind: CustomerKind;
  readonly role: MemberRole;
  /** Whether a join link created it, so that it can only see one storefront and cannot join another. */
  readonly walled: boolean;
  /** Whether the storefront that is being joined already sponsors it. */
  readonly joined: boolean;
}

/** A person with an account here, and their organisations, oldest first. */
export interface Person {
  readonly userId: number;
  readonly email: string;
  readonly verified: boolean;
  readonly memberships: readonly Membership[];
}

/** The organisation with which a person joins: one that has already joined, an existing one that joins now, or a new one. */
export type Seat = { readonly kind: "joined" | "existing"; readonly customerId: number } | { readonly kind: "new" };

/**
 * An existing organisation can join if it is a buyer that is not restricted to another storefront, and the person may
 * act for it.
 */
export function seatOf(memberships: readonly Membership[]): Seat {
  const joined = memberships.find((one) => one.joined);
  if (joined) return { kind: "joined", customerId: joined.customerId };
  const existing = memberships.find(({ kind, walled, role }) => kind === "BUYER" && !walled && role !== "MEMBER");
  return existing ? { kind: "existing", customerId: existing.customerId } : { kind: "new" };
}
