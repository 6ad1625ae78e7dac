import { z } from "zod";
import { instantOf } from "../../ground/kernel/clock.ts";
import { numberOf, sum } from "../../ground/kernel/money.ts";
import { integerId, queryList, takeSkip } from "../../ground/kernel/query.ts";
import type { Change } from "./changes/change.ts";
import { updatedBy } from "./changes/change-of-buy.ts";
import type { MediaBuy } from "./media-buy.ts";
import { STATES } from "./media-buy-state.ts";
import type { Package } from "./packages/package.ts";
import { FAULT_CODES, faultOf } from "./why/fault.ts";
import { blockerOf, type MediaBuyBlocker } from "./why/media-buy-blocker.ts";
import { PENDING_REASONS, pendingAt, pendingReasonOf } from "./why/pending-reason.ts";

export const MediaBuyStatus = z.enum(STATES).meta({ id: "MediaBuyStatus" });

const WhyView = z
  .object({
    waitingOn: z.enum(["buyer", "seller", "platform"]).nullable().describe("Null if it is not waiting for anybody"),
    reason: z.string(),
    since: z.iso.datetime(),
    nextStep: z.string().describe("What to do about it"),
  })
  .meta({ id: "MediaBuyWhy" });

const PacingPeriodView = z.object({
  index: z.int().min(1).describe("The number of the campaign's pacing period, from 1"),
  label: z.string(),
});

export const PackageView = z
  .object({
    packageId: z.string(),
    sellerPackageId: z.string().nullable(),
    status: z.enum(["active", "paused", "canceled"]),
    pacingPeriod: PacingPeriodView.optional().describe("The pacing period it covers, if the campaign has periods"),
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

const differs = <V extends z.ZodType>(value: V) => z.object({ live: value, proposed: value });

const PendingChangeView = z
  .object({
    status: z.literal("PENDING_APPROVAL"),
    action: z.enum(["pause", "resume", "cancel", "update"]),
    pendingAt: z.enum(["storefront", "salesagent"]),
    since: z.iso.datetime(),
    reason: z.string().optional().describe("The buyer's reason for the request"),
    error: z.string().optional().describe("Why it has not been made yet"),
    differences: z.object({
      startTime: differs(z.iso.datetime()).optional(),
      endTime: differs(z.iso.datetime()).optional(),
      budget: differs(z.number()).optional().describe("For all packages together"),
    }),
    packageIds: z
      .array(z.string())
      .describe("The packages that it changes; empty if it applies to the whole media buy"),
  })
  .meta({ id: "MediaBuyPendingChange" });

export const MediaBuyView = z
  .object({
    mediaBuyId: z.string(),
    campaignId: z.string(),
    advertiserId: z.string(),
    name: z.string(),
    status: MediaBuyStatus,
    salesAgentId: z.string(),
    salesAgentName: z.string(),
    sellerMediaBuyId: z.string().nullable().describe("The seller's own id for the media buy"),
    sellerStatus: z.string().nullable().describe("The status as the seller spells it"),
    buyerReference: z.string().describe("For quoting to the seller"),
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
    why: WhyView.nullable().describe("Why it is not running; null while it runs"),
    pendingChange: PendingChangeView.optional().describe(
      "Requested from the seller and not done yet; everything else here is in effect",
    ),
    pendingAt: z.enum(["storefront", "salesagent"]).optional().describe("Where a decision is pending"),
    pendingReason: z.enum(PENDING_REASONS).optional().describe("Why it does not deliver yet, as a code"),
    pendingSince: z.iso.datetime().optional(),
    errorCode: z.enum(FAULT_CODES).optional(),
    errorOwner: z.enum(["buyer_input", "platform", "seller"]).optional().describe("Who has to fix it"),
    sellerErrorCode: z.string().optional().describe("The code as the seller spelt it"),
    sourceMessage: z.string().optional().describe("The last error from the seller, or in reaching it"),
    forwardedAt: z.iso.datetime().optional().describe("When it was first sent to the seller"),
    revision: z.int().describe("Increases with every write"),
    checkedAt: z.iso.datetime().nullable().describe("When the seller last reported its status"),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: "MediaBuy" });

export const StatusChangeView = z
  .object({
    mediaBuyId: z.string(),
    name: z.string(),
    previousStatus: MediaBuyStatus,
    newStatus: MediaBuyStatus,
    success: z.boolean(),
    error: z.string().optional().describe("Why not, or why not yet"),
  })
  .meta({ id: "MediaBuyStatusChange" });

const mediaBuyId = z.string().min(1).max(100);

export const CancelBody = z
  .strictObject({ reason: z.string().trim().min(1).max(1000).optional().describe("The seller reads it") })
  .meta({ id: "MediaBuyCancellation" });

export const MediaBuyPath = z.object({ mediaBuyId });
export const AdvertisersMediaBuyPath = z.object({ advertiserId: integerId("advertiserId"), mediaBuyId });

export const MediaBuyListQuery = z.object({
  ...takeSkip,
  campaignId: z.string().max(100).optional(),
  status: queryList(MediaBuyStatus).optional().describe("Any of these; repeated, or separated by commas"),
});

/** A buy as shown at the time `now`, on which its current pacing period depends. */
export function viewOfMediaBuy(buy: MediaBuy, now: Date): z.input<typeof MediaBuyView> {
  const why = blockerOf(buy, now);
  const { salesAgentId, salesAgentName, mediaBuyId, storefrontId } = buy;
  return {
    mediaBuyId,
    campaignId: buy.campaignId,
    advertiserId: String(buy.advertiserId),
    name: buy.name,
    status: buy.status,
    salesAgentId,
    salesAgentName,
    sellerMediaBuyId: buy.sellerMediaBuyId,
    sellerStatus: buy.sellerStatus,
    buyerReference: storefrontId === null ? mediaBuyId : `sf:${storefrontId}:${mediaBuyId}`,
    products: productsOf(buy),
    packages: buy.packages.map((part) => viewOfPackage(part, buy)),
    startTime: buy.flight.start.toISOString(),
    endTime: buy.flight.end.toISOString(),
    why: why && { ...why, since: why.since.toISOString() },
    ...waitOf(buy, why),
    ...(buy.pending && { pendingChange: viewOfPending(buy, buy.pending) }),
    ...faultViewOf(buy),
    ...(buy.submittedAt && { forwardedAt: buy.submittedAt.toISOString() }),
    revision: buy.revision,
    checkedAt: instantOf(buy.checkedAt),
    createdAt: buy.createdAt.toISOString(),
    updatedAt: buy.updatedAt.toISOString(),
  };
}

/** Lists each product once, however many pacing periods it is bought for. */
function productsOf({ packages, salesAgentId, salesAgentName }: MediaBuy): z.input<typeof MediaBuyView>["products"] {
  return [...Map.groupBy(packages, ({ productId }) => productId)].flatMap(([productId, parts]) => {
    const [first] = parts;
    if (!first) return [];
    const held = parts.filter(({ status }) => status !== "canceled").map(({ budget }) => budget);
    const money = { budget: numberOf(sum(held)), budgetCurrency: first.currency };
    return [{ productId, productName: first.productName, salesAgentId, salesAgentName, ...money }];
  });
}

/** Newer clients' names for what a buy waits for (buyer contract g.2, "Aug extras"), derived from the same facts as `why`. */
function waitOf(buy: MediaBuy, why: MediaBuyBlocker | null) {
  const pendingReason = pendingReasonOf(buy);
  return {
    ...(buy.status === "PENDING_APPROVAL" && { pendingAt: pendingAt(buy) }),
    ...(pendingReason && { pendingReason, pendingSince: (why?.since ?? buy.since).toISOString() }),
  };
}

function faultViewOf(buy: MediaBuy) {
  const fault = faultOf(buy);
  if (!fault || !buy.error) return {};
  const { code: sellerErrorCode, message: sourceMessage } = buy.error;
  return { errorCode: fault.code, errorOwner: fault.owner, sellerErrorCode, sourceMessage };
}

function viewOfPending(buy: MediaBuy, change: Change): z.input<typeof PendingChangeView> {
  const { kind, update, reason, error, createdAt } = change;
  return {
    status: "PENDING_APPROVAL",
    action: kind,
    pendingAt: pendingAt(buy),
    since: createdAt.toISOString(),
    ...(reason !== null && { reason }),
    ...(error !== null && { error }),
    differences: update ? differencesOf(buy, updatedBy(buy, update)) : {},
    packageIds: update?.packages.map(({ packageId }) => packageId) ?? [],
  };
}

function differencesOf(live: MediaBuy, proposed: MediaBuy): z.input<typeof PendingChangeView>["differences"] {
  const [before, after] = [live, proposed].map(({ flight, packages }) => {
    const held = packages.filter(({ status }) => status !== "canceled").map(({ budget }) => budget);
    const times = { startTime: flight.start.toISOString(), endTime: flight.end.toISOString() };
    return { ...times, budget: numberOf(sum(held)) };
  });
  const differing = (["startTime", "endTime", "budget"] as const).filter((name) => before?.[name] !== after?.[name]);
  return Object.fromEntries(differing.map((name) => [name, { live: before?.[name], proposed: after?.[name] }]));
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
    startTime: (part.startTime ?? flight.start).toISOString(),
    endTime: (part.endTime ?? flight.end).toISOString(),
    ...(part.period && { pacingPeriod: { ...part.period } }),
    delivery: { ...delivered, spend: numberOf(delivered.spend) },
  };
}
