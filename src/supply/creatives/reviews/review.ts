import { lifecycle } from "../../../ground/kernel/lifecycle.ts";
import type { Content } from "../library/library-creative.ts";

export const REVIEW_STATUSES = ["pending", "approved", "rejected", "revoked"] as const;
export type ReviewStatus = (typeof REVIEW_STATUSES)[number];
export type Decision = Extract<ReviewStatus, "approved" | "rejected">;

export const reviewLife = lifecycle<ReviewStatus, "approve" | "reject" | "revoke">({
  noun: "review of a creative",
  starts: ["pending"],
  states: {
    pending: "the storefront's people have to decide",
    approved: "the sources may show it",
    rejected: "no source shows it",
    revoked: "its buyer sent different content, or withdrew it",
  },
  transitions: {
    approve: { pending: "approved" },
    reject: { pending: "rejected" },
    revoke: { pending: "revoked" },
  },
});

/** A review of one version of a creative's content. `revoked` if the buyer sent other content or withdrew it. */
export interface CreativeReview {
  readonly reviewId: number;
  readonly storefrontId: number;
  readonly libraryCreativeId: number;
  /** The buyer's id of the creative; two buyers may use the same. */
  readonly creativeId: string;
  readonly mediaBuyId: string | null;
  readonly buyer: ReviewedBuyer;
  readonly submitted: Content;
  /** The content submitted before this; null for the first. */
  readonly previous: Content | null;
  readonly status: ReviewStatus;
  readonly reviewedBy: number | null;
  readonly reviewedAt: Date | null;
  readonly reviewerNotes: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** The buyer of the creative, as it was when the creative was sent. */
export interface ReviewedBuyer {
  /** Null for a buyer on another system. */
  readonly customerId: number | null;
  readonly name: string;
  /** The domains of its brand and its operator. */
  readonly domains: readonly string[];
}
