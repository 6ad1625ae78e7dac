import { lifecycle } from "../../../ground/kernel/lifecycle.ts";
import type { MediaBuyStatus, SellerError, SellerMediaBuy } from "../../../ground/seller-agent/index.ts";
import type { Approval, Plan, RemoteBuy } from "../contract/plan.ts";

export type BuyState = "OPENING" | "STANDING" | "REFUSED" | "CANCELED";

export const platformBuyLife = lifecycle<BuyState, "open" | "refuse" | "cancel">({
  noun: "platform buy",
  starts: ["OPENING"],
  states: {
    OPENING: "it is being created at the platform, and cannot spend yet",
    STANDING: "it is complete, and was verified",
    REFUSED: "the platform refused it; what had been created is removed",
    CANCELED: "it was permanently removed from the platform",
  },
  transitions: {
    open: { OPENING: "STANDING", STANDING: "STANDING" },
    refuse: { OPENING: "REFUSED" },
    cancel: { STANDING: "CANCELED" },
  },
});

/** What was bought on a platform, as stored for its seller. */
export interface ProviderBuy {
  readonly customerId: number;
  readonly inventorySourceId: number;
  readonly mediaBuyId: string;
  readonly connectionCustomer: number;
  readonly connectionId: number;
  readonly accountId: number;
  readonly currency: string;
  /** The time zone of the days in its reports. */
  readonly timeZone: string;
  readonly status: BuyState;
  readonly reason: SellerError | null;
  readonly plan: Plan;
  readonly mirror: RemoteBuy | null;
  readonly terms: readonly PackageTerms[];
  readonly reportedAt: Date | null;
  readonly finalizedThrough: string | null;
  readonly readAt: Date | null;
}

/** What a package was sold as. */
export interface PackageTerms {
  readonly packageId: string;
  readonly buyerRef: string;
  readonly productId: string;
  readonly pricingOptionId: string;
}

/** The part of a package's creative that matters to a buy's status. */
export interface ShownStatus {
  readonly packageId: string;
  readonly wanted: boolean;
  readonly approval: Approval;
  readonly reason: string | null;
}

export function statusOf(buy: ProviderBuy, shown: readonly ShownStatus[], now: Date): MediaBuyStatus {
  const { status, plan, mirror } = buy;
  if (status === "REFUSED") return "rejected";
  if (status === "CANCELED" || mirror?.campaign.configured === "gone") return "canceled";
  if (new Date(plan.end) <= now || mirror?.campaign.delivery === "ended") return "completed";
  if (plan.paused) return "paused";
  const live = plan.packages.filter(({ packageId }) => !isGone(buy, packageId));
  if (live.length > 0 && live.every(({ paused }) => paused)) return "paused";
  if (!shown.some(({ wanted, approval }) => wanted && approval === "approved")) return "pending_creatives";
  return new Date(plan.start) > now ? "pending_start" : "active";
}

/** Whether a package was removed: either from the plan, or at the platform. */
export function isGone({ plan, mirror }: ProviderBuy, packageId: string): boolean {
  if (!plan.packages.some((part) => part.packageId === packageId)) return true;
  return mirror?.packages.find((part) => part.packageId === packageId)?.configured === "gone";
}

export function toSellerMediaBuy(buy: ProviderBuy, shown: readonly ShownStatus[], now: Date): SellerMediaBuy {
  const status = statusOf(buy, shown, now);
  return {
    mediaBuyId: buy.mediaBuyId,
    status,
    waitingFor: status === "pending_creatives" ? waitingFor(shown) : null,
    ...(status === "pending_creatives" && refusedIn(shown) !== undefined && { creativesRefused: true as const }),
    packages: buy.terms.map(({ packageId, buyerRef, productId }) => {
      const part = buy.plan.packages.find((one) => one.packageId === packageId);
      return {
        packageId,
        buyerRef,
        productId,
        budget: part?.budget ?? null,
        paused: part?.paused ?? false,
        ...((status === "canceled" || isGone(buy, packageId)) && { canceled: true }),
      };
    }),
  };
}

function waitingFor(shown: readonly ShownStatus[]): string {
  const wanted = shown.filter((one) => one.wanted);
  const refused = refusedIn(shown);
  if (refused !== undefined) return refused;
  return wanted.length > 0 ? "the platform's review of its creatives" : "creatives";
}

/** Our wording of the reason for which one of them was refused; undefined if none was. */
function refusedIn(shown: readonly ShownStatus[]): string | undefined {
  return shown.find((one) => one.wanted && one.approval === "rejected" && one.reason !== null)?.reason ?? undefined;
}
