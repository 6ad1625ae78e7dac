import { InvalidState } from "../../ground/kernel/errors.ts";
import { lifecycle, nextState, type Transitions } from "../../ground/kernel/lifecycle.ts";
import type { MarketplaceState } from "../storefronts/index.ts";

/**
 * A storefront as seen by the operator of the installation, who alone decides whether buyers who do not know it can
 * find it (seed 003).
 */
export interface Review {
  readonly storefrontId: number;
  readonly platformId: string;
  readonly name: string;
  readonly publisherDomain: string | null;
  readonly customerId: number;
  readonly company: string;
  readonly state: MarketplaceState;
  /** Why it is hidden, if the operator gave a reason. */
  readonly reason: string | null;
  readonly decidedAt: Date | null;
  readonly isPaused: boolean;
  readonly archivedAt: Date | null;
  readonly createdAt: Date;
}

const REVIEW: Transitions<MarketplaceState, "list" | "hide"> = {
  list: { PENDING_REVIEW: "LISTED", HIDDEN: "LISTED" },
  hide: { LISTED: "HIDDEN" },
};

export const listingLife = lifecycle({
  noun: "storefront on the market",
  starts: ["PENDING_REVIEW"],
  states: {
    PENDING_REVIEW: "the operator has not reviewed it, and buyers who were not invited cannot find it",
    LISTED: "every buyer can find it",
    HIDDEN: "the operator has removed it from the market; buyers who already know it can still reach it",
  },
  transitions: REVIEW,
});

/** Hiding deletes nothing: buyers who already know the storefront still see it. */
export function decide(review: Review, step: "list" | "hide", reason: string | null, at: Date): Review {
  if (review.archivedAt)
    throw new InvalidState("an archived storefront cannot be reviewed", { details: { status: "archived" } });
  return { ...review, state: nextState(REVIEW, step, review.state, "storefront"), reason, decidedAt: at };
}
