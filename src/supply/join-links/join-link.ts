import { Conflict } from "../../ground/kernel/errors.ts";
import { slugOf } from "../storefronts/index.ts";
import type { SponsorshipStatus } from "./buyers/sponsored-buyer.ts";
import type { Posture } from "./posture.ts";

export type ApprovalPolicy = "auto_approve" | "manual_approve" | "invite_only" | "closed";

/**
 * A sign-up URL that a storefront gives to buyers. A buyer that joins with it becomes that storefront's sponsored buyer
 * permanently.
 */
export interface JoinLink {
  readonly joinLinkId: number;
  /** The seller's customer id. */
  readonly customerId: number;
  readonly storefrontId: number;
  readonly slug: string;
  readonly posture: Posture;
  /** Fixed when the link is created. */
  readonly approvalPolicy: ApprovalPolicy;
  readonly uses: number;
  /** Null for an unlimited number. */
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

/** Missing, revoked, expired, used up or closed: a visitor is never told which (storefront contract §2.4). */
export class JoinLinkInvalid extends Conflict {
  constructor() {
    super("this join link is not valid: ask whoever gave it to you for another");
  }
}

/** The status in which a new buyer begins: pending the seller's approval, unless the link admits everybody. */
export function beginningUnder(policy: ApprovalPolicy): SponsorshipStatus {
  return policy === "auto_approve" ? "active" : "pending";
}

/** The path of the link, without an origin. */
export function joinPathOf(slug: string): string {
  return `/join/${slug}`;
}

/** The path of the confirmation links in mails: the page that confirms the address. */
export function confirmPathOf(slug: string): string {
  return `${joinPathOf(slug)}/confirm`;
}

const MOST_LETTERS = 50;

/** The slugs to try for a storefront's name, best first; the last has a random part, so it is free. */
export function slugsFor(name: string, random: string): readonly string[] {
  const slug = slugOf(name, MOST_LETTERS);
  const base = slug.length < 2 ? `join-${slug || "us"}` : slug;
  return [base, `${base}-2`, `${base}-3`, `${base}-${random}`];
}
