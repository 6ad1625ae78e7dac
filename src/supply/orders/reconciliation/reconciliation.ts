import { lifecycle } from "../../../ground/kernel/lifecycle.ts";
import { compare } from "../../../ground/kernel/money.ts";
import type { ListedMediaBuy } from "../../../ground/seller-agent/index.ts";
import { listBudgetOf } from "../../instructions/index.ts";
import type { Leg, Order } from "../order.ts";

export type ReconciliationState = "WAITING" | "UNABLE" | "COMPARED";
export type FoundState = "OPEN" | "TAKEN_IN" | "LEFT";

/** Whether a source has been asked, since a backup was restored, what it holds that the backup does not contain. */
export interface Reconciliation {
  readonly inventorySourceId: number;
  readonly sourceId: string;
  readonly sourceName: string;
  readonly state: ReconciliationState;
  /** The time of the restored state. */
  readonly restoredTo: Date;
  /** Why the comparison is not done yet. */
  readonly message: string | null;
  readonly comparedAt: Date | null;
  readonly found: readonly FoundBuy[];
}

/** A media buy that a source holds and the backup does not contain. */
export interface FoundBuy {
  readonly state: FoundState;
  readonly mediaBuy: ListedMediaBuy;
  /** The buyer's account under which it was found; null for the storefront's own. */
  readonly accountIdentifier: string | null;
  /** The leg that adopted it. */
  readonly legId: string | null;
}

export const reconciliationLife = lifecycle<ReconciliationState, "compare" | "give up" | "confirm">({
  noun: "reconciliation of a source",
  states: {
    WAITING: "a backup was restored, and the source's agent is asked what it holds",
    UNABLE:
      "its agent cannot tell what it holds or is still deciding on, so the storefront's people compare, and confirm it",
    COMPARED: "what it holds is known",
  },
  starts: ["WAITING"],
  transitions: {
    compare: { WAITING: "COMPARED", COMPARED: "COMPARED" },
    "give up": { WAITING: "UNABLE" },
    confirm: { UNABLE: "COMPARED", COMPARED: "COMPARED" },
  },
});

export const foundBuyLife = lifecycle<FoundState, "take in" | "leave">({
  noun: "media buy found at a source",
  states: {
    OPEN: "the source holds it and the backup does not know it; nothing else is bought from the source meanwhile",
    TAKEN_IN: "whoever bought it has asked for it again, and it is a part of their order",
    LEFT: "the storefront's people have decided to leave it at the source",
  },
  starts: ["OPEN"],
  transitions: { "take in": { OPEN: "TAKEN_IN" }, leave: { OPEN: "LEFT" } },
});

type ListingResult =
  | { readonly kind: "listed"; readonly hasUndecided: boolean }
  | { readonly kind: "unable" | "unanswered"; readonly message: string };

/**
 * What follows from a source's answer. A source that does not list what it is still deciding on has only told
 * everything if it has always decided at once. Otherwise, a repeated purchase that its people are still deciding on
 * would be bought twice.
 */
export function conclusionOf(sourceName: string, asked: ListingResult, alwaysDecidedAtOnce: boolean) {
  if (asked.kind !== "listed")
    return { state: asked.kind === "unable" ? "UNABLE" : "WAITING", message: asked.message } as const;
  if (asked.hasUndecided || alwaysDecidedAtOnce) return { state: "COMPARED", message: null } as const;
  return { state: "UNABLE", message: `${sourceName} cannot tell what it is still deciding on` } as const;
}

/**
 * Whether nothing new may be bought from the source, because a repetition of something that it already holds would be
 * bought twice.
 */
export function isShut({ state, found }: Reconciliation): boolean {
  return state !== "COMPARED" || found.some((one) => one.state === "OPEN");
}

/**
 * The found buy that matches a part of an order exactly: the same products for the same money, in the same flight,
 * under the same account and for the same brand, as far as the source states these. If several match, the first one is
 * used.
 */
export function foundFor(leg: Leg, order: Order, found: readonly FoundBuy[]): FoundBuy | undefined {
  const wanted = leg.packages.map(({ sourceProductId, budget, discountPercent, currency }) => ({
    productId: sourceProductId,
    budget: listBudgetOf(budget, discountPercent, currency),
  }));
  const currency = leg.packages[0]?.currency;
  return found.find(({ state, mediaBuy, accountIdentifier }) => {
    if (state !== "OPEN" || accountIdentifier !== leg.accountIdentifier) return false;
    if (mediaBuy.currency !== null && mediaBuy.currency !== currency) return false;
    if (mediaBuy.brandDomain !== null && mediaBuy.brandDomain !== order.buyer.identity.brandDomain) return false;
    return isSameTime(mediaBuy.start, order.flight.start) && isSameTime(mediaBuy.end, order.flight.end)
      ? isSameGoods(wanted, mediaBuy)
      : false;
  });
}

function isSameTime(told: Date | null, own: Date): boolean {
  return told === null || told.getTime() === own.getTime();
}

interface RequestedPackage {
  readonly productId: string;
  readonly budget: string;
}

function isSameGoods(wanted: readonly RequestedPackage[], { packages }: ListedMediaBuy): boolean {
  const left = [...wanted];
  for (const { productId, budget } of packages) {
    if (budget === null) return false;
    const index = left.findIndex((one) => one.productId === productId && compare(one.budget, budget) === 0);
    if (index < 0) return false;
    left.splice(index, 1);
  }
  return left.length === 0;
}
