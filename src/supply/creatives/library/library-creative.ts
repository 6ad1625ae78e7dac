import { isDeepStrictEqual } from "node:util";
import { lifecycle, stepped } from "../../../ground/kernel/lifecycle.ts";
import type { BuyerIdentity, SellerCreative } from "../../../ground/seller-agent/index.ts";
import type { Storefront } from "../../storefronts/index.ts";

export type CreativeStatus = "pending_review" | "approved" | "suspended" | "rejected" | "archived";

type LibraryStep = "hold" | "approve" | "suspend" | "reject" | "archive";

export const libraryLife = lifecycle<CreativeStatus, LibraryStep>({
  noun: "creative of a storefront's library",
  starts: ["pending_review", "approved"],
  states: {
    pending_review: "the storefront's people have to review it",
    approved: "its packages show it",
    suspended: "it was approved, and is not shown for the time being",
    rejected: "it is kept, and not shown",
    archived: "its buyer has removed it, and may send it again",
  },
  transitions: {
    hold: {
      pending_review: "pending_review",
      approved: "pending_review",
      suspended: "pending_review",
      rejected: "pending_review",
      archived: "pending_review",
    },
    approve: {
      pending_review: "approved",
      approved: "approved",
      suspended: "approved",
      rejected: "approved",
      archived: "approved",
    },
    suspend: { approved: "suspended" },
    reject: { pending_review: "rejected", approved: "rejected", suspended: "rejected" },
    archive: { pending_review: "archived", approved: "archived", suspended: "archived", rejected: "archived" },
  },
});

/** The step that leads to each status. */
export const STEP_TO: Readonly<Record<CreativeStatus, LibraryStep>> = {
  pending_review: "hold",
  approved: "approve",
  suspended: "suspend",
  rejected: "reject",
  archived: "archive",
};

/**
 * The owner of creatives: one buyer at one storefront, with one of its accounts. Ids are unique per owner, so that
 * brands of one agency may use the same ids. Isolation is per buyer, though: creatives of any of its accounts may be
 * shown by all of its packages.
 */
export interface LibraryOwner {
  readonly storefrontId: number;
  /** The buyer's name in orders. */
  readonly principal: string;
  /** See `accountOf`. */
  readonly account: string;
}

/** A creative in a storefront's library. It outlives the buys that show it. */
export interface LibraryCreative extends LibraryOwner, SellerCreative {
  readonly libraryCreativeId: number;
  readonly standing: CreativeStatus;
  /** The previously approved content, which continues to be shown until its successor is decided. */
  readonly predecessor: Content | null;
  /** Null while it has its content. */
  readonly purged: Purge | null;
  /** The reviewer's note. */
  readonly note: string | null;
  /** Whether it was decided since its buyer last sent it. */
  readonly isNews: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Records that its content was destroyed (AdCP 3.1, creative-purged-webhook). */
export interface Purge {
  /** After a soft purge, the buyer can still see that the creative existed. */
  readonly kind: "soft" | "hard";
  /** AdCP's code for the reason. */
  readonly reason: string;
  readonly at: string;
  readonly before: CreativeStatus;
}

export type Content = Pick<SellerCreative, "name" | "manifest">;

/** An account's name in the library, the same for calls and for orders: its natural key. */
export function accountOf({ brandDomain, operatorDomain, sandbox }: BuyerIdentity): string {
  return JSON.stringify([brandDomain, operatorDomain, sandbox]);
}

/** The content that may be shown; undefined if nothing was approved. */
export function shownOf({ creativeId, standing, predecessor, name, manifest }: LibraryCreative) {
  const content = standing === "approved" ? { name, manifest } : predecessor;
  return content ? ({ creativeId, ...content } satisfies SellerCreative) : undefined;
}

/** What happens to a creative that is sent. */
export interface Intake {
  readonly action: "created" | "updated" | "unchanged";
  readonly after: Pick<LibraryCreative, "standing" | "predecessor">;
  /** Whether somebody has to review it who has not been asked yet. */
  readonly opensReview: boolean;
}

/**
 * Sending the same content again changes nothing, whatever has been decided about it. An archived creative comes back
 * as if it were new.
 */
export function intakeOf(
  known: LibraryCreative | undefined,
  { name, manifest }: Content,
  approval: Storefront["creativeApproval"],
): Intake {
  const isSame = known && known.name === name && isDeepStrictEqual(known.manifest, manifest);
  if (isSame && known.standing !== "archived") {
    const { standing, predecessor } = known;
    return { action: "unchanged", after: { standing, predecessor }, opensReview: false };
  }
  const action = known ? "updated" : "created";
  const stands = (step: LibraryStep) => stepped(libraryLife, step, known?.standing ?? "pending_review");
  if (approval === "auto")
    return { action, after: { standing: stands("approve"), predecessor: null }, opensReview: false };
  const shown = known && shownOf(known);
  const predecessor = shown ? { name: shown.name, manifest: shown.manifest } : null;
  return { action, after: { standing: stands("hold"), predecessor }, opensReview: true };
}
