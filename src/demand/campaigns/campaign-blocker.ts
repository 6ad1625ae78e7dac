import type { Campaign } from "./campaign.ts";

type Party = "buyer" | "seller" | "platform";

/** Why a campaign does not run: whom it is waiting for, and what to do about it. */
export interface CampaignBlocker {
  /** Null if it is not waiting for anybody, because its flight has not begun. */
  readonly waitingOn: Party | null;
  readonly reason: string;
  readonly since?: string;
  readonly nextStep: string;
  /** The media buy that causes it, if there is one. */
  readonly mediaBuyId?: string;
}

/** The part of a media buy that explains why its campaign does not run. */
interface BuyStatus {
  readonly mediaBuyId: string;
  readonly status: string;
  readonly why: (CampaignBlocker & { readonly since: string }) | null;
}

const URGENCY: readonly (Party | null)[] = ["buyer", "platform", "seller", null];
const LOST = new Set(["REJECTED", "FAILED"]);
const OVER = new Set([...LOST, "COMPLETED", "CANCELED", "ARCHIVED"]);

/** Null for a campaign that is running or over. Of several reasons, those that the buyer can resolve come first. */
export function blockerOf(
  { status, createdAt }: Pick<Campaign, "status" | "createdAt">,
  buys: readonly BuyStatus[],
  productCount = 0,
): CampaignBlocker | null {
  if (status === "DRAFT") {
    const nextStep = productCount > 0 ? "execute it" : "select products in its discovery, then execute it";
    return { waitingOn: "buyer", reason: "it has not been executed yet", since: createdAt.toISOString(), nextStep };
  }
  if (status === "PAUSED") return { waitingOn: "buyer", reason: "it is paused", nextStep: "reactivate it" };
  if (status !== "ACTIVE") return null;
  const open = buys.filter((buy) => !OVER.has(buy.status));
  const decisive = open.length > 0 ? open : buys.filter((buy) => LOST.has(buy.status));
  const reasons = decisive.flatMap(({ mediaBuyId, why }) => (why ? [{ ...why, mediaBuyId }] : []));
  const rank = ({ waitingOn }: CampaignBlocker) => URGENCY.indexOf(waitingOn);
  return reasons.sort((a, b) => rank(a) - rank(b) || (a.since < b.since ? -1 : 1))[0] ?? null;
}
