import { Conflict } from "../../ground/kernel/errors.ts";
import { lifecycle, type Transitions } from "../../ground/kernel/lifecycle.ts";

export type LinkStatus = "PENDING" | "ACTIVE" | "REJECTED" | "CANCELLED";

/** The storefront that asked and buys, or the one that was asked and sells. */
export type Side = "BUYER" | "SELLER";

/** A storefront as the other side of its link knows it. */
export interface LinkedParty {
  readonly customerId: number;
  readonly storefrontId: number;
  readonly platformId: string;
  readonly name: string;
  readonly publisherDomain: string | null;
  /** The verified operator domain under which it buys from the other side; not shown to users. */
  readonly operatorDomain: string | null;
}

/** A storefront that has agreed to be a source of another. */
export interface StorefrontLink {
  readonly linkId: number;
  /** The buying storefront's source to which the link gives access. */
  readonly inventorySourceId: number;
  readonly buyer: LinkedParty;
  readonly seller: LinkedParty;
  readonly status: LinkStatus;
  readonly requestMessage: string | null;
  readonly responseMessage: string | null;
  readonly requestedAt: Date;
  readonly respondedAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly cancelledBy: Side | null;
}

export type Verdict = "approve" | "reject";

/** A link that is over stays over: a new one has to be requested (storefront contract §4.7). */
const STEPS: Transitions<LinkStatus, Verdict | "cancel"> = {
  approve: { PENDING: "ACTIVE" },
  reject: { PENDING: "REJECTED" },
  cancel: { PENDING: "CANCELLED", ACTIVE: "CANCELLED" },
};

export const linkLife = lifecycle({
  noun: "storefront link",
  starts: ["PENDING"],
  states: {
    PENDING: "the selling storefront has not answered",
    ACTIVE: "one storefront sells the other's products",
    REJECTED: "the selling storefront refused",
    CANCELLED: "one of the two has ended it",
  },
  transitions: STEPS,
});

/** The link after its seller's answer; throws `Conflict` if it was already answered. */
export function answered(link: StorefrontLink, verdict: Verdict, message: string | null, at: Date): StorefrontLink {
  return { ...link, status: stepped(link, verdict), responseMessage: message, respondedAt: at };
}

/** The link after one side has ended it; throws `Conflict` if it was already over. */
export function cancelled(link: StorefrontLink, by: Side, at: Date): StorefrontLink {
  return { ...link, status: stepped(link, "cancel"), cancelledAt: at, cancelledBy: by };
}

export function isOver({ status }: Pick<StorefrontLink, "status">): boolean {
  return status === "REJECTED" || status === "CANCELLED";
}

export function sideOf({ seller }: StorefrontLink, customerId: number): Side {
  return seller.customerId === customerId ? "SELLER" : "BUYER";
}

/** Why the buying side cannot buy through the link; null if it can. */
export function closedReason({ status, seller, responseMessage, cancelledBy }: StorefrontLink): string | null {
  switch (status) {
    case "ACTIVE":
      return null;
    case "PENDING":
      return `${seller.name} has not approved the link yet`;
    case "REJECTED":
      return `${seller.name} has rejected the link${responseMessage ? `: ${responseMessage}` : ""}`;
    case "CANCELLED":
      return cancelledBy === "SELLER" ? `${seller.name} has cancelled the link` : "you have cancelled the link";
  }
}

function stepped({ linkId, status }: StorefrontLink, step: keyof typeof STEPS): LinkStatus {
  const to = STEPS[step][status];
  if (to) return to;
  throw new Conflict(`cannot ${step} link ${linkId}: it is ${status}`, { details: { status } });
}
