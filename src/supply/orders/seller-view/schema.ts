import { z } from "zod";
import { instantOf } from "../../../ground/kernel/clock.ts";
import { numberOf, sum } from "../../../ground/kernel/money.ts";
import { integerId, wholeNumber } from "../../../ground/kernel/query.ts";
import { blockerOf } from "./order-blocker.ts";
import type { OrderPace } from "./pace.ts";
import { OrderPaceView, orderPaceView, PackagePaceView, paceView } from "./pace-schema.ts";
import {
  currentPhase,
  forwardedAt,
  forwardOutcomeOf,
  PENDING_REASONS,
  type SoldLeg,
  type SoldOrder,
  STATUSES,
} from "./sold-order.ts";

export const OrderListQuery = z.object({
  status: z.enum(STATUSES).optional().describe("Only orders with this status"),
  buyerCustomerId: integerId("buyerCustomerId").optional().describe("Only orders of this buyer"),
  sourceId: z.string().min(1).max(200).optional().describe("Only orders in which this source sells a part"),
  flightStartFrom: z.iso.datetime().optional().describe("Only flights that start at this time or later"),
  flightStartTo: z.iso.datetime().optional().describe("Only flights that start at this time or earlier"),
  take: wholeNumber("take", 1, 200).default(50),
  skip: wholeNumber("skip", 0, 1_000_000).default(0),
});

export const OrderPath = z.object({ mediaBuyId: z.string().min(1).max(200) });

export const BuyerView = z.object({
  customerId: z.int().nullable().describe("Null for a buyer on another system"),
  name: z.string().nullable(),
});

const summary = {
  mediaBuyId: z.string(),
  kind: z.enum(["routed", "esa"]).describe("Always `routed`: passed on to the sources that sell it"),
  name: z.string().describe("The buyer's own name for it"),
  brand: z.string().nullable().describe("The domain of the advertised brand"),
  amount: z
    .number()
    .nullable()
    .describe("The budget of all packages that are not canceled; null if there are several currencies"),
  currency: z.string().nullable(),
  buyer: BuyerView,
  status: z.enum(STATUSES).describe("Of the part that most needs attention"),
  sourceStatus: z.string().nullable().describe("The same in the source's own terms; null before it was sent"),
  settlementMethod: z.enum(["interchange", "seller"]).nullable(),
  pendingReason: z.enum(PENDING_REASONS).nullable().describe("Why it is not running yet"),
  why: z
    .object({
      waitingOn: z.enum(["buyer", "storefront", "source"]).nullable().describe("Null if it is not waiting for anybody"),
      reason: z.string(),
      nextStep: z.string().describe("What you should do about it, or who else should act"),
    })
    .nullable()
    .describe("Why it is not running, as a sentence; null if it is running, or has ended"),
  pendingSince: z.iso.datetime().nullable(),
  errorCode: z.string().nullable().describe("The code of the source's refusal"),
  forwardOutcome: z.enum(["not_forwarded", "all_completed", "all_submitted", "partial", "failed"]),
  flightStart: z.iso.datetime().nullable(),
  flightEnd: z.iso.datetime().nullable(),
  sourceCount: z.int(),
  esaId: z.string().nullable(),
  createdAt: z.iso.datetime().nullable(),
  forwardedAt: z.iso.datetime().nullable(),
};

export const OrderView = z.object(summary).meta({ id: "StorefrontMediaBuySummary" });

export const OrderListView = z.object({
  items: z.array(OrderView),
  total: z.int().describe("How many match, on all pages"),
  warnings: z.array(z.string()),
  statusFreshness: z
    .object({
      lastConfirmedAt: z.iso.datetime().nullable(),
      hoursSinceConfirmed: z.int().nullable(),
      message: z.string(),
    })
    .nullable(),
});

export const OrderDetailView = z
  .object({
    ...summary,
    poNumber: z.string().nullable().describe("The buyer's own order number"),
    agencyEstimateNumber: z.string().nullable(),
    planId: z.string().nullable().describe("From the buyer's media plan"),
    invoiceRecipient: z
      .record(z.string(), z.unknown())
      .nullable()
      .describe(
        "Whom the buyer asks you to invoice, as the buyer wrote it but without bank details; null: as the account says",
      ),
    pace: OrderPaceView,
    packages: z.array(
      z.object({
        packageId: z.string(),
        sourceId: z.string(),
        productId: z.string().describe("The id under which your storefront sells it"),
        sourceProductId: z.string().describe("The id under which its source does"),
        sourcePackageId: z.string().nullable().describe("Null until the source has booked it"),
        pricingOptionId: z.string(),
        discountPercent: z.number().describe("Taken off the source's price"),
        budget: z.number().describe("The buyer's own id"),
        bidPrice: z.number().nullable().describe("The buyer's own id"),
        currency: z.string(),
        pacing: z.string(),
        startTime: z.iso.datetime().nullable().describe("Null if its flight is that of the whole order"),
        endTime: z.iso.datetime().nullable(),
        paused: z.boolean(),
        canceled: z.boolean(),
        pace: PackagePaceView,
      }),
    ),
  })
  .meta({ id: "StorefrontMediaBuy" });

export function viewOf(sold: SoldOrder): z.input<typeof OrderView> {
  const { order, createdAt, legs } = sold;
  const { phase, status, reason, first } = currentPhase(sold);
  const sent = legs.flatMap(({ leg }) => forwardedAt(leg, sold)?.toISOString() ?? []).toSorted();
  return {
    mediaBuyId: order.orderId,
    kind: "routed",
    name: order.name,
    brand: order.buyer.identity.brandDomain,
    ...amountOf(sold),
    buyer: buyerViewOf(sold),
    status,
    sourceStatus: sent.length > 0 ? sourceWordOf(phase) : null,
    settlementMethod: null,
    pendingReason: reason,
    why: blockerOf(sold),
    pendingSince: reason && (first.history.at(-1)?.at ?? createdAt.toISOString()),
    errorCode: legs.flatMap(({ leg }) => leg.errors[0]?.code ?? []).at(-1) ?? null,
    forwardOutcome: forwardOutcomeOf(sold),
    flightStart: order.flight.start.toISOString(),
    flightEnd: order.flight.end.toISOString(),
    sourceCount: legs.length,
    esaId: null,
    createdAt: createdAt.toISOString(),
    forwardedAt: sent[0] ?? null,
  };
}

export function lineOf(sold: ReturnType<typeof viewOf>) {
  const { mediaBuyId, name, buyer, brand, status, flightStart, flightEnd, amount, currency, createdAt } = sold;
  return [mediaBuyId, name, buyer.name, brand, status, flightStart, flightEnd, amount, currency, createdAt];
}

/** A source that refused creatives is waiting for others, and has no separate status for that. */
function sourceWordOf(phase: string): string {
  return phase === "creatives_refused" ? "pending_creatives" : phase;
}

export function buyerViewOf({ order }: SoldOrder): z.input<typeof BuyerView> {
  const { customerId, name } = order.buyer.identity;
  return { customerId, name };
}

/** Amounts in different currencies are never added. */
function amountOf({ legs }: SoldOrder): { readonly amount: number | null; readonly currency: string | null } {
  const packages = legs.flatMap(({ leg }) => leg.packages);
  const [currency = null, another] = new Set(packages.map((part) => part.currency));
  if (currency === null || another !== undefined) return { amount: null, currency: null };
  const bought = packages.filter(({ canceled }) => !canceled).map(({ budget }) => budget);
  return { amount: numberOf(sum(bought)), currency };
}

export function detailOf(sold: SoldOrder, pace: OrderPace | null): z.input<typeof OrderDetailView> {
  return {
    ...viewOf(sold),
    ...booksOf(sold),
    pace: pace && orderPaceView(pace),
    packages: sold.legs.flatMap(packagesOf).map((part) => {
      const own = pace?.packages.get(part.packageId);
      return { ...part, pace: own ? paceView(own) : null };
    }),
  };
}

/** The buyer's own references, for the seller's invoice. */
function booksOf({ order: { echo } }: SoldOrder) {
  const { po_number, agency_estimate_number, plan_id, invoice_recipient } = echo ?? {};
  const said = (value: unknown) => (typeof value === "string" ? value : null);
  return {
    poNumber: said(po_number),
    agencyEstimateNumber: said(agency_estimate_number),
    planId: said(plan_id),
    invoiceRecipient: isRecord(invoice_recipient) ? invoice_recipient : null,
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function packagesOf({ leg, sourceId }: SoldLeg) {
  return leg.packages.map(({ sellerPackageId, discountPercent, budget, bidPrice, startTime, endTime, ...part }) => ({
    ...part,
    sourceId,
    sourcePackageId: sellerPackageId,
    discountPercent: numberOf(discountPercent),
    budget: numberOf(budget),
    bidPrice: bidPrice === null ? null : numberOf(bidPrice),
    startTime: instantOf(startTime),
    endTime: instantOf(endTime),
  }));
}
