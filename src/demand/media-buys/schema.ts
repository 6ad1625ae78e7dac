import { z } from "zod";
import { numberOf } from "../../ground/kernel/money.ts";
import { integerId, queryList, takeSkip } from "../../ground/kernel/query.ts";
import { type MediaBuy, STATES } from "./media-buy.ts";
import type { Package } from "./packages/package.ts";
import { whyOf } from "./why.ts";

const Status = z.enum(STATES).meta({ id: "MediaBuyStatus" });

const Why = z
  .object({
    waitingOn: z.enum(["buyer", "seller", "platform"]).nullable().describe("Null where nobody is waited for"),
    reason: z.string(),
    since: z.iso.datetime(),
    nextStep: z.string().describe("What to do about it"),
  })
  .meta({ id: "MediaBuyWhy" });

export const PackageView = z
  .object({
    packageId: z.string(),
    sellerPackageId: z.string().nullable(),
    status: z.enum(["active", "paused", "canceled"]),
    productId: z.string(),
    productIds: z.array(z.string()),
    productName: z.string(),
    pricingOptionId: z.string(),
    pricingModel: z.string(),
    budget: z.number(),
    budgetCurrency: z.string(),
    bidPrice: z.number().nullable(),
    pacing: z.enum(["even", "asap", "front_loaded"]),
    startTime: z.iso.datetime(),
    endTime: z.iso.datetime(),
    delivery: z.object({ impressions: z.int(), spend: z.number(), clicks: z.int() }),
  })
  .meta({ id: "Package" });

export const MediaBuyView = z
  .object({
    mediaBuyId: z.string(),
    campaignId: z.string(),
    advertiserId: z.string(),
    name: z.string(),
    status: Status,
    salesAgentId: z.string(),
    salesAgentName: z.string(),
    sellerMediaBuyId: z.string().nullable().describe("The seller's own id for the buy"),
    sellerStatus: z.string().nullable().describe("The status as the seller spells it"),
    buyerReference: z.string().describe("To quote to the seller"),
    products: z.array(
      z.object({
        productId: z.string(),
        productName: z.string(),
        salesAgentId: z.string(),
        salesAgentName: z.string(),
        budget: z.number(),
        budgetCurrency: z.string(),
      }),
    ),
    packages: z.array(PackageView),
    startTime: z.iso.datetime(),
    endTime: z.iso.datetime(),
    why: Why.nullable().describe("Why it does not run; null while it runs"),
    pendingAt: z.enum(["storefront", "salesagent"]).optional().describe("Where a decision is waited for"),
    pendingReason: z.string().optional(),
    pendingSince: z.iso.datetime().optional(),
    errorCode: z.string().nullable(),
    sourceMessage: z.string().nullable().describe("What the seller, or the way to it, said last against the buy"),
    forwardedAt: z.iso.datetime().nullable().describe("When it was first sent to its seller"),
    checkedAt: z.iso.datetime().nullable().describe("When its seller last said how it stands"),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: "MediaBuy" });

export const StatusChangeView = z
  .object({
    mediaBuyId: z.string(),
    name: z.string(),
    previousStatus: Status,
    newStatus: Status,
    success: z.boolean(),
    error: z.string().optional().describe("Why not, or not yet"),
  })
  .meta({ id: "MediaBuyStatusChange" });

const mediaBuyId = z.string().min(1).max(100);

export const MediaBuyPath = z.object({ mediaBuyId });
export const AdvertisersMediaBuyPath = z.object({ advertiserId: integerId("advertiserId"), mediaBuyId });

export const MediaBuyListQuery = z.object({
  ...takeSkip,
  campaignId: z.string().max(100).optional(),
  status: queryList(Status).optional().describe("Any of them; repeated, or separated by commas"),
});

export function viewOfMediaBuy(buy: MediaBuy): z.input<typeof MediaBuyView> {
  const why = whyOf(buy);
  const { salesAgentId, salesAgentName } = buy;
  return {
    mediaBuyId: buy.mediaBuyId,
    campaignId: buy.campaignId,
    advertiserId: String(buy.advertiserId),
    name: buy.name,
    status: buy.status,
    salesAgentId,
    salesAgentName,
    sellerMediaBuyId: buy.sellerMediaBuyId,
    sellerStatus: buy.sellerStatus,
    buyerReference: buy.mediaBuyId,
    products: buy.packages.map(({ productId, productName, budget, currency }) => {
      return {
        productId,
        productName,
        salesAgentId,
        salesAgentName,
        budget: numberOf(budget),
        budgetCurrency: currency,
      };
    }),
    packages: buy.packages.map((part) => viewOfPackage(part, buy)),
    startTime: buy.flight.start.toISOString(),
    endTime: buy.flight.end.toISOString(),
    why: why && { ...why, since: why.since.toISOString() },
    ...pendingOf(buy),
    errorCode: buy.error?.code ?? null,
    sourceMessage: buy.error?.message ?? null,
    forwardedAt: buy.submittedAt?.toISOString() ?? null,
    checkedAt: buy.checkedAt?.toISOString() ?? null,
    createdAt: buy.createdAt.toISOString(),
    updatedAt: buy.updatedAt.toISOString(),
  };
}

/** The newer clients' names for a wait that is the seller's side's (buyer contract g.2, "Aug extras"). */
function pendingOf(buy: MediaBuy) {
  const { status, storefrontId, waitingFor, since } = buy;
  if (status !== "PENDING_APPROVAL") return {};
  return {
    pendingAt: storefrontId === null ? ("salesagent" as const) : ("storefront" as const),
    pendingReason: waitingFor ?? "awaiting approval",
    pendingSince: since.toISOString(),
  };
}

export function viewOfPackage(part: Package, { status, flight }: MediaBuy): z.input<typeof PackageView> {
  const { delivered, budget, bidPrice, currency, productId } = part;
  return {
    packageId: part.packageId,
    sellerPackageId: part.sellerPackageId,
    status: status === "CANCELED" ? "canceled" : part.status,
    productId,
    productIds: [productId],
    productName: part.productName,
    pricingOptionId: part.pricingOptionId,
    pricingModel: part.pricingModel,
    budget: numberOf(budget),
    budgetCurrency: currency,
    bidPrice: bidPrice === null ? null : numberOf(bidPrice),
    pacing: part.pacing,
    startTime: flight.start.toISOString(),
    endTime: flight.end.toISOString(),
    delivery: { ...delivered, spend: numberOf(delivered.spend) },
  };
}
