import { DAY_MS } from "../../../ground/kernel/clock.ts";
import { lifecycle } from "../../../ground/kernel/lifecycle.ts";
import type { Money } from "../../../ground/kernel/money.ts";
import { refusal } from "../../../ground/seller-agent/implementing/refusal.ts";
import {
  type BuyerIdentity,
  type FlightDates,
  type NewPackage,
  type Proposal,
  SellerRefused,
} from "../../../ground/seller-agent/index.ts";
import { fromProposal } from "../../composition/index.ts";
import type { BuyerOfStorefront } from "../order.ts";

type HoldState = "asking" | "held" | "bought" | "released";

export const holdLife = lifecycle<HoldState, "hold" | "buy" | "give back" | "release">({
  noun: "proposal hold",
  starts: ["asking"],
  states: {
    asking: "the sources are being asked to hold the proposal's inventory; what they hold ends by itself",
    held: "the sources hold the inventory at these prices until the hold expires",
    bought: "a media buy has taken what was held",
    released: "the sources were told to let go of it, or would not hold it",
  },
  transitions: {
    hold: { asking: "held" },
    buy: { held: "bought" },
    "give back": { bought: "held" },
    release: { asking: "released", held: "released" },
  },
});

/** How long a buyer has to buy a proposal that it has finalised. */
export const HOLD_MS = DAY_MS;

/** What a storefront's sources hold for a proposal that a buyer has finalised. */
export interface ProposalHold extends BuyerOfStorefront {
  readonly holdId: string;
  /** The holder, as named by `holderOf`. */
  readonly account: string;
  /** The proposal as it can be bought until the hold expires; its prices are those of the packages. */
  readonly proposal: Proposal;
  readonly packages: readonly NewPackage[];
  /** Null if the buyer has not said when it would run. */
  readonly flight: FlightDates | null;
  readonly status: HoldState;
  /** The key of the media buy that took the hold; null before that. */
  readonly idempotencyKey: string | null;
  readonly expiresAt: Date;
  readonly createdAt: Date;
}

/** The operator and the brand for which something is held. */
export function holderOf({ operatorDomain, brandDomain }: BuyerIdentity): string {
  return JSON.stringify([operatorDomain, brandDomain]);
}

/** Whether a media buy with this key may take the hold. Repeating the same buy may take it again. */
export function mayTake({ status, idempotencyKey, expiresAt }: ProposalHold, key: string, now: Date): boolean {
  return status === "bought" ? idempotencyKey === key : status === "held" && now < expiresAt;
}

/**
 * The packages of a media buy that takes a hold with this budget: the same shares, at the promised prices. Throws
 * `SellerRefused`.
 */
export function packagesOf({ proposal, packages: [first] }: ProposalHold, budget: Money): NewPackage[] {
  if (first && first.currency !== budget.currency) {
    const message = `total_budget.currency: it is held in ${first.currency}, not in ${budget.currency}`;
    throw new SellerRefused("the storefront", [refusal("VALIDATION_ERROR", message, "total_budget.currency")]);
  }
  return fromProposal(proposal, budget, []);
}

/** Whether these packages match what was held: the same products at the same prices. */
export function covers({ packages }: ProposalHold, asked: readonly NewPackage[]): boolean {
  return asked.every(({ productId, pricingOptionId }) =>
    packages.some((held) => held.productId === productId && held.pricingOptionId === pricingOptionId),
  );
}
