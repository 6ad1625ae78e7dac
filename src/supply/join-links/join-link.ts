import { Conflict } from "../../ground/kernel/errors.ts";
import { slugOf } from "../storefronts/index.ts";
import type { SponsorshipStatus } from "./buyers/sponsored-buyer.ts";
import type { Posture } from "./posture.ts";

export type ApprovalPolicy = "auto_approve" | "manual_approve" | "invite_only" | "closed";

/**
 * A sign-up URL that a storefront hands out. A buyer that joins with it becomes that storefront's sponsored buyer
 * permanently.
 */
export interface JoinLink {
  readonly joinLinkId: number;
  /** The seller's. */
  readonly customerId: number;
  readonly storefrontId: number;
  readonly slug: string;
  readonly posture: Posture;
  /** Fixed when the link is minted. */
  readonly approvalPolicy: ApprovalPolicy;
  readonly uses: number;
  /** Null for any number. */
  readonly maxUses: number | null;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export type NewJoinLink = Pick<
  JoinLink,
  "customerId" | "storefrontId" | "approvalPolicy" | "posture" | "expiresAt" | "maxUses"
>;

/** Missing, revoked, expired, used up or closed: a visitor never learns which (storefront contract §2.4). */
export class JoinLinkInvalid extends Conflict {
  constructor() {
    super("this join link is not valid: ask whoever gave it to you for another");
  }
}

/** How a newcomer begins: waiting for the seller, unless the link lets everybody in. */
export function beginningUnder(policy: ApprovalPolicy): SponsorshipStatus {
  return policy === "auto_approve" ? "active" : "pending";
}

/** Where the link leads, without an origin. */
export function joinPathOf(slug: string): string {
  return `/join/${slug}`;
}

/** Where the links in the mail of those who join lead: the page that proves their address. */
export function confirmPathOf(slug: string): string {
  return `${joinPathOf(slug)}/confirm`;
}

const MOST_LETTERS = 50;

/** The slugs to try for a storefront's name, best first; the last, with something random in it, is free. */
export function slugsFor(name: string, random: string): readonly string[] {
  const slug = slugOf(name, MOST_LETTERS);
  const base = slug.length < 2 ? `join-${slug || "us"}` : slug;
  return [base, `${base}-2`, `${base}-3`, `${base}-${random}`];
}
