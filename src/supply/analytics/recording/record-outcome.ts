import type { Context } from "../../../ground/kernel/context.ts";
import type { Decimal, Money } from "../../../ground/kernel/money.ts";
import type { OutcomeEvent, OutcomeType } from "../facts/fact.ts";
import { keyOf, microsOf } from "../facts/normalise.ts";
import { lookAhead } from "../look-ahead/store.ts";
import { countEvents } from "./count-events.ts";
import { holdStorefront, insertEvents } from "./store.ts";

/** Something that happened to a media buy, as reported by the code that observed it. */
export interface NewOutcome {
  readonly storefrontId: number;
  /** Identifies what happened: an event that is reported again under the same id is not counted twice. */
  readonly eventId: string;
  readonly type: OutcomeType;
  /** By the seller's clock. */
  readonly occurredAt: Date;
  /** The order's id, by which the buyer knows the media buy. */
  readonly mediaBuyId: string;
  /** Null for a buyer from another system. */
  readonly buyerCustomerId: number | null;
  readonly operatorDomain: string | null;
  readonly brandDomain: string | null;
  /** The ids that buyers know; omitted if the event does not name products. */
  readonly productIds?: readonly string[];
  readonly budget?: Money | null;
  readonly status?: string | null;
  readonly delivery?: {
    /** The period of the report; a later revision for the same period replaces an earlier one. */
    readonly reportKey: string;
    readonly revision?: number;
    /** In this period only, not cumulative. */
    readonly impressions: number;
    readonly spend: Decimal;
    readonly currency: string | null;
  };
}

/** Records and counts an event of a media buy, in the transaction in which it happens. */
export async function recordOutcome(ctx: Context, outcome: NewOutcome): Promise<void> {
  await recordOutcomes(ctx, [outcome]);
}

/**
 * The same for several events of one media buy. Must come last in its transaction, because nobody else can count at the
 * storefront until the transaction ends.
 */
export async function recordOutcomes(ctx: Context, outcomes: readonly NewOutcome[]): Promise<void> {
  const [first] = outcomes;
  if (!first) return;
  const { db, viewer, now } = ctx;
  const { storefrontId, mediaBuyId } = first;
  const { customerId } = viewer;
  const shop = { customerId, storefrontId };
  await holdStorefront(db, shop);
  const events = outcomes.map(eventOf);
  const inserted = insertEvents(db, shop, events, now);
  const likely = lookAhead(db, shop, events);
  ctx.expectAudit();
  const { fresh, isWaiting, reportingCurrency, before } = await inserted();
  // If earlier facts have not been counted yet, these have to wait their turn.
  if (fresh.length > 0 && !isWaiting)
    await countEvents(db, { ...shop, reportingCurrency }, mediaBuyId, { fresh, before, likely: await likely?.() });
}

function eventOf(outcome: NewOutcome): Omit<OutcomeEvent, "seq"> {
  const { eventId, type, occurredAt, mediaBuyId, buyerCustomerId, budget, delivery } = outcome;
  return {
    eventId,
    type,
    occurredAt,
    mediaBuyId,
    buyerCustomerId,
    buyer: keyOf(outcome),
    productIds: outcome.productIds ?? null,
    budget: budget ? { amount: microsOf(budget.amount), currency: budget.currency } : null,
    status: outcome.status ?? null,
    delivery: delivery ? { ...delivery, revision: delivery.revision ?? 0, spend: microsOf(delivery.spend) } : null,
  };
}
