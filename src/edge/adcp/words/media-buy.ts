import { type Decimal, numberOf } from "../../../ground/kernel/money.ts";
import { toAdcpFormatId } from "../../../ground/seller-agent/adcp-format.ts";
import type { MediaBuyStatus, SellerMediaBuy } from "../../../ground/seller-agent/index.ts";
import type { Purchase, PurchasedPackage } from "../../../supply/callers/index.ts";
import { availableActions, isTemplated } from "./available-actions.ts";
import { toAdcpApproval } from "./health.ts";

/** The changes that `update_media_buy` allows in each status of a media buy. None are allowed once it has ended. */
const ACTIONS: Readonly<Record<MediaBuyStatus, readonly string[]>> = {
  pending_creatives: ["sync_creatives", "cancel", "update_budget", "update_dates", "update_packages"],
  pending_start: ["pause", "cancel", "update_budget", "update_dates", "update_packages"],
  active: ["pause", "cancel", "update_budget", "update_dates", "update_packages"],
  paused: ["resume", "cancel", "update_budget", "update_dates", "update_packages"],
  completed: [],
  canceled: [],
  rejected: [],
};

/** The fields of a media buy in the answers to create, update and list: as it was bought, with the status that its sources report. */
export function toAdcpMediaBuy(purchase: Purchase, standing: SellerMediaBuy) {
  const { mediaBuyId, revision, createdAt, flight, currency } = purchase;
  const booked = purchase.packages.flatMap((part) => {
    const reported = standing.packages.find(({ packageId }) => packageId === part.packageId);
    return reported ? [toAdcpPackage(part, reported, currency)] : [];
  });
  const available = availableActions(purchase, standing.status);
  return {
    media_buy_id: mediaBuyId,
    media_buy_status: standing.status,
    confirmed_at: createdAt.toISOString(),
    revision,
    currency,
    total_budget: numberOf(purchase.budget),
    start_time: flight.start.toISOString(),
    end_time: flight.end.toISOString(),
    valid_actions: isTemplated(purchase) ? available.map(({ action }) => action) : ACTIONS[standing.status],
    available_actions: available,
    packages: booked,
  };
}

/** The context that was sent with the buy, for lists; the answer to a request repeats the context of that request instead. */
export function toAdcpEcho({ echo }: Purchase) {
  const { context, ext, po_number, agency_estimate_number, advertiser_industry, plan_id, invoice_recipient } = echo;
  const said = { context, ext, po_number, agency_estimate_number, advertiser_industry, plan_id, invoice_recipient };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

type PackageStatus = SellerMediaBuy["packages"][number];

function toAdcpPackage(part: PurchasedPackage, reported: PackageStatus, currency: string) {
  const { packageId, productId, pricingOptionId, bidPrice, pacing, startTime, endTime, targeting, formatIds } = part;
  const { context, agency_estimate_number, ext, format_option_refs, format_kind, params, seeded } = part.echo;
  const { optimization_goals, measurement_terms } = part.echo;
  const selectors = { format_option_refs, format_kind, params, optimization_goals, measurement_terms };
  const budget: Decimal = reported.budget ?? part.budget;
  return {
    package_id: packageId,
    // A field of AdCP 2 by which clients of all releases still match packages.
    ...(reported.buyerRef !== null && { buyer_ref: reported.buyerRef }),
    ...(context !== undefined && { context }),
    ...(agency_estimate_number !== undefined && { agency_estimate_number }),
    ...(ext !== undefined && { ext }),
    ...Object.fromEntries(Object.entries(selectors).filter(([, value]) => value !== undefined)),
    product_id: productId,
    pricing_option_id: pricingOptionId,
    // In a trial, the names that the caller gave them.
    ...(seeded as object | undefined),
    budget: numberOf(budget),
    currency,
    pacing,
    ...(bidPrice !== null && { bid_price: numberOf(bidPrice) }),
    ...(startTime && { start_time: startTime.toISOString() }),
    ...(endTime && { end_time: endTime.toISOString() }),
    ...(targeting && { targeting_overlay: targeting }),
    ...(formatIds && { format_ids: formatIds.map(toAdcpFormatId) }),
    ...(part.creatives.length > 0 && {
      creative_assignments: part.creatives.map(({ creativeId }) => ({ creative_id: creativeId })),
      creative_approvals: part.creatives.map(toAdcpApproval),
    }),
    paused: reported.paused,
    canceled: reported.canceled ?? false,
  };
}
