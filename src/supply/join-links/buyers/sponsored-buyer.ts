import { Conflict } from "../../../ground/kernel/errors.ts";
import { lifecycle, type Transitions } from "../../../ground/kernel/lifecycle.ts";
import type { Posture } from "../posture.ts";

export type SponsorshipStatus = "pending" | "active" | "suspended";
export type Decision = "approve" | "suspend" | "reactivate";

/** A buyer that one storefront brought in, as its seller sees it. */
export interface SponsoredBuyer {
  readonly buyerCustomerId: number;
  readonly buyerName: string | null;
  readonly storefrontId: number;
  readonly status: SponsorshipStatus;
  readonly posture: Posture;
  /** When it joined. */
  readonly createdAt: Date;
  /** The slug of the link by which it joined. */
  readonly slug: string;
}

/** Reactivating makes a buyer active whatever it was before the suspension, so it also approves (storefront contract §2.6). */
const DECISIONS: Transitions<SponsorshipStatus, Decision> = {
  approve: { pending: "active" },
  suspend: { pending: "suspended", active: "suspended" },
  reactivate: { suspended: "active" },
};

export const sponsorshipLife = lifecycle({
  noun: "sponsored buyer",
  starts: ["pending", "active"],
  states: {
    pending: "its seller has not approved it yet: it can read, but not change anything",
    active: "it buys",
    suspended: "it can read, but not change anything; its running media buys continue",
  },
  transitions: DECISIONS,
});

/** The buyer after its seller's decision; throws `Conflict` if there was nothing to decide. */
export function decide(buyer: SponsoredBuyer, decision: Decision): SponsoredBuyer {
  const { buyerCustomerId, status } = buyer;
  const to = DECISIONS[decision][status];
  if (to) return { ...buyer, status: to };
  throw new Conflict(`cannot ${decision} buyer ${buyerCustomerId}: it is ${status}`, { details: { status } });
}
