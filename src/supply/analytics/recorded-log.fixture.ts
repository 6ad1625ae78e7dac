import type { Caller, World } from "../../../test/world.ts";
import { openSellerSide, type SellerSide } from "../orders/index.ts";
import type { AnalyticsInput } from "./facts/input.ts";
import { keyOf } from "./facts/normalise.ts";
import { addWaitingRuns, recordOutcome } from "./index.ts";
import type { RecordedFact } from "./random-log.fixture.ts";
import { readAnalytics } from "./reading/read-analytics.ts";
import { recordRuns, runFactOf } from "./recording/index.ts";

/** A storefront whose facts are recorded one after the other, as requests would record them. */
export interface Shop {
  readonly seller: Caller;
  readonly side: SellerSide;
  readonly storefrontId: number;
}

export async function newShop(world: World): Promise<Shop> {
  const seller = await world.caller("SELLER");
  const { data } = await seller.post("/storefront", { name: "Harbor Media" });
  const side = await openSellerSide(world.host, seller.customerId, "test");
  return { seller, side, storefrontId: Number(data.storefrontId) };
}

/** Records a few facts per transaction. Now and then runs are added to the sums, but not the last of them. */
export async function record({ side, storefrontId }: Shop, arrivals: readonly RecordedFact[]): Promise<void> {
  const shop = { customerId: side.customerId, storefrontId };
  for (let at = 0; at < arrivals.length; at += 25) {
    await side.write(async (ctx) => {
      for (const one of arrivals.slice(at, at + 25)) {
        if (one.kind === "run") await recordRuns(ctx, [runFactOf(runOf(one.run, storefrontId))]);
        else await recordOutcome(ctx, outcomeOf(one.event, storefrontId));
      }
    });
    if (at % 75 === 0) await side.write(({ db }) => addWaitingRuns(db, shop));
  }
}

function runOf(run: AnalyticsInput["runs"][number], storefrontId: number): Parameters<typeof runFactOf>[0] {
  const count = (status: string) => (run.refinementApplied ?? []).filter((one) => one.status === status).length;
  return {
    runId: Number(run.id),
    storefrontId,
    purpose: run.purpose,
    createdAt: new Date(run.createdAt),
    buyerCustomerId: run.buyerCustomerId,
    buyer: keyOf(run.buyer),
    buyingMode: run.buyingMode,
    resultKind: run.resultKind,
    resultCode: null,
    selectedPosture: run.selectedPosture ?? null,
    recommendedPosture: run.recommendedPosture ?? null,
    postureRationale: null,
    postureEvidence: [],
    refinements: { applied: count("applied"), partial: count("partial"), unable: count("unable") },
    shown: (run.shownProducts ?? []).map(({ productId, name = null, sellPrice = null, currency = null }) => ({
      productId,
      name,
      sellPrice,
      currency,
    })),
    words: run,
    concession: null,
  };
}

function outcomeOf(event: AnalyticsInput["events"][number], storefrontId: number): Parameters<typeof recordOutcome>[1] {
  const { budget, delivery, productIds, buyer, buyerCustomerId = null } = event;
  return {
    storefrontId,
    eventId: event.eventId,
    type: event.type,
    occurredAt: new Date(event.occurredAt),
    mediaBuyId: event.mediaBuyId,
    buyerCustomerId,
    operatorDomain: buyer?.operatorDomain ?? null,
    brandDomain: buyer?.brandDomain ?? null,
    status: event.status ?? null,
    ...(productIds && { productIds }),
    ...(budget && { budget: { amount: String(budget.amount), currency: budget.currency } }),
    ...(delivery && {
      delivery: {
        ...delivery,
        revision: delivery.revision ?? 0,
        spend: String(delivery.spend),
        currency: delivery.currency ?? null,
      },
    }),
  };
}

export function inputOf(
  arrivals: readonly RecordedFact[],
  storefrontId: number,
  limit: number,
  { asOf, reportingCurrency = "USD" }: { readonly asOf: Date; readonly reportingCurrency?: string },
): AnalyticsInput {
  return {
    asOf: asOf.toISOString(),
    limit,
    storefront: { id: String(storefrontId), name: "Harbor Media", state: "paused" },
    reportingCurrency,
    learnedDefault: null,
    runs: arrivals.flatMap((one) => (one.kind === "run" ? one.run : [])),
    events: arrivals.flatMap((one) => (one.kind === "event" ? one.event : [])),
  };
}

export const readOf = ({ side }: Shop, asked: Parameters<typeof readAnalytics>[1]) =>
  side.read((ctx) => readAnalytics(ctx, asked));
