import { decimalOf, ratio, times } from "../../../ground/kernel/money.ts";
import { detectAsks } from "../detection/detect-asks.ts";
import type { BuyerKey, OutcomeEvent, RunFact, ShownProduct } from "./fact.ts";
import type { EventInput, RunInput } from "./input.ts";

/** An amount in major units as millionths, rounded half up. */
export function microsOf(amount: number | string): bigint {
  return BigInt(ratio(times(decimalOf(amount), "1000000"), 1, 0) ?? "0");
}

export function keyOf({ operatorDomain, brandDomain, country }: Partial<BuyerKey> = {}): BuyerKey {
  return {
    operatorDomain: domainOf(operatorDomain),
    brandDomain: domainOf(brandDomain),
    country: country?.trim().toUpperCase() || null,
  };
}

function domainOf(text: string | null | undefined): string | null {
  return text?.trim().toLowerCase().replace(/\.$/, "") || null;
}

export function fromRunInput(run: RunInput): RunFact {
  const statuses = (run.refinementApplied ?? []).map(({ status }) => status);
  const count = (status: string) => statuses.filter((one) => one === status).length;
  return {
    id: run.id,
    purpose: run.purpose,
    createdAt: new Date(run.createdAt),
    seq: run.seq === undefined ? undefined : BigInt(run.seq),
    buyerCustomerId: run.buyerCustomerId,
    buyer: keyOf(run.buyer),
    buyingMode: run.buyingMode,
    resultKind: run.resultKind,
    resultCode: run.resultCode ?? null,
    selectedPosture: run.selectedPosture ?? null,
    recommendedPosture: run.recommendedPosture ?? null,
    postureRationale: run.postureRationale ?? null,
    postureEvidence: run.postureEvidence ?? [],
    shown: run.resultKind === "ok" ? eachOnce((run.shownProducts ?? []).map(shownOf)) : [],
    refinements: { applied: count("applied"), partial: count("partial"), unable: count("unable") },
    ...detectAsks(run),
  };
}

type ShownInput = NonNullable<RunInput["shownProducts"]>[number];

function shownOf({ productId, name, sellPrice, currency }: ShownInput): ShownProduct {
  return { productId, name: name ?? null, sellPrice: sellPrice ?? null, currency: currency ?? null };
}

export function eachOnce(shown: readonly ShownProduct[]): ShownProduct[] {
  const known = new Set<string>();
  return shown.filter(({ productId }) => !known.has(productId) && known.add(productId));
}

export function fromEventInput(event: EventInput): OutcomeEvent {
  const { eventId, type, mediaBuyId, budget, delivery } = event;
  return {
    eventId,
    seq: BigInt(event.seq),
    type,
    occurredAt: new Date(event.occurredAt),
    mediaBuyId,
    buyerCustomerId: event.buyerCustomerId ?? null,
    buyer: keyOf(event.buyer),
    productIds: event.productIds ?? null,
    budget: budget ? { amount: microsOf(budget.amount), currency: budget.currency } : null,
    status: event.status ?? null,
    delivery: delivery
      ? {
          reportKey: delivery.reportKey,
          revision: delivery.revision ?? 0,
          impressions: delivery.impressions,
          spend: microsOf(delivery.spend),
          currency: delivery.currency ?? null,
        }
      : null,
  };
}
