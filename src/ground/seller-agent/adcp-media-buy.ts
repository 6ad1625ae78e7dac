import { z } from "zod";
import { numberOf, sum } from "../kernel/money.ts";
import { amount, readEach } from "./adcp.ts";
import { toAdcpFormatId } from "./adcp-format.ts";
import { toAdcpCreative } from "./creatives/adcp-creative.ts";
import type { Payload } from "./external/wire/connection.ts";
import type {
  MediaBuyChange,
  MediaBuyStatus,
  NewMediaBuy,
  NewPackage,
  PackageChange,
  SellerMediaBuy,
  SellerPackage,
  SellerWebhook,
} from "./port.ts";
import { toAdcpTargeting } from "./targeting/adcp-targeting.ts";

const STATUSES = [
  "pending_creatives",
  "pending_start",
  "active",
  "paused",
  "completed",
  "rejected",
  "canceled",
] as const;

/** Statuses that delivery reports add to the lifecycle (AdCP 3.0 and 3.1). */
const OTHER_STATUSES: Readonly<Record<string, MediaBuyStatus>> = { failed: "rejected", reporting_delayed: "active" };

const label = z.string().nullish().catch(null);

const AdcpPackage = z.looseObject({
  package_id: z.string(),
  // AdCP 2 returned this field; from 3.0 on, the buyer's name for a package is returned in `context`.
  buyer_ref: label,
  context: z.looseObject({ buyer_ref: label }).nullish().catch(null),
  product_id: label,
  budget: amount.nullish().catch(null),
  paused: z.boolean().nullish().catch(null),
  canceled: z.boolean().nullish().catch(null),
});

const entries = z.array(z.unknown()).nullish().catch(null);

const AdcpMediaBuy = z.looseObject({
  media_buy_id: z.string(),
  media_buy_status: label,
  status: label,
  rejection_reason: label,
  packages: entries,
  affected_packages: entries,
  by_package: entries,
});

type Body = z.infer<typeof AdcpMediaBuy>;

/** Parses the answer to a create or an update; undefined if it contains no media buy. */
export function fromAdcpMediaBuyBody(body: Payload): SellerMediaBuy | undefined {
  const { success, data } = AdcpMediaBuy.safeParse(body);
  // Since AdCP 3.1 the envelope has a `status` too: "completed" here means that the call is over, not the buy.
  return success ? mediaBuyOf(data, data.status === "completed" ? null : data.status) : undefined;
}

/** Parses the entries of `get_media_buys`, or those of a delivery report from a seller that does not have that tool. */
export function fromAdcpMediaBuys(list: readonly unknown[]): SellerMediaBuy[] {
  return readEach(AdcpMediaBuy, list, "media_buy_id").read.map((body) => mediaBuyOf(body, body.status));
}

function mediaBuyOf(body: Body, status: string | null | undefined): SellerMediaBuy {
  const reached = statusOf(body.media_buy_status ?? status);
  const listed = body.affected_packages ?? body.packages ?? body.by_package;
  return {
    mediaBuyId: body.media_buy_id,
    status: reached,
    waitingFor: reached === "pending_creatives" ? "creatives" : (body.rejection_reason ?? null),
    packages: readEach(AdcpPackage, listed, "package_id").read.map(fromAdcpPackage),
  };
}

/** A buy without a known status has been accepted and has not begun. */
function statusOf(said: string | null | undefined): MediaBuyStatus {
  return STATUSES.find((status) => status === said) ?? OTHER_STATUSES[said ?? ""] ?? "pending_start";
}

function fromAdcpPackage(entry: z.infer<typeof AdcpPackage>): SellerPackage {
  return {
    packageId: entry.package_id,
    buyerRef: entry.buyer_ref ?? entry.context?.buyer_ref ?? null,
    productId: entry.product_id ?? null,
    budget: entry.budget ?? null,
    paused: entry.paused ?? false,
    ...(entry.canceled && { canceled: true }),
  };
}

/**
 * The body of `create_media_buy` without its account. It is identical in every retry, because sellers compare the payloads sent under one
 * idempotency key. It has AdCP 3.0's form unless the seller supports the newest release.
 */
export function toAdcpNewMediaBuy(request: NewMediaBuy, isNewest = true): Payload {
  const { idempotencyKey, buyerRef, name, flight, packages, paused, webhook } = request;
  return {
    idempotency_key: idempotencyKey,
    buyer_ref: buyerRef,
    po_number: buyerRef,
    context: { buyer_ref: buyerRef, name },
    start_time: flight.start.toISOString(),
    end_time: flight.end.toISOString(),
    ...toAdcpTotalBudget(packages),
    packages: packages.map((part) => toAdcpPackage(part, isNewest)),
    // 3.0 has no field for it, so buyers request it as soon as the buy is booked.
    ...(paused && isNewest && { paused }),
    ...(webhook && { push_notification_config: toAdcpWebhook(webhook) }),
    ...(webhook?.delivery && { reporting_webhook: { ...toAdcpWebhook(webhook), reporting_frequency: "daily" } }),
  };
}

/** States the currency, because AdCP's packages do not; omitted if the packages have several currencies. */
function toAdcpTotalBudget(packages: readonly NewPackage[]): Payload {
  const currencies = new Set(packages.map(({ currency }) => currency));
  const [currency] = currencies;
  if (currencies.size !== 1) return {};
  return { total_budget: { amount: numberOf(sum(packages.map(({ budget }) => budget))), currency } };
}

function toAdcpPackage(part: NewPackage, isNewest: boolean): Payload {
  const { buyerRef, productId, pricingOptionId, budget, bidPrice, pacing, targeting, paused, formatIds, creatives } =
    part;
  return {
    buyer_ref: buyerRef,
    context: { buyer_ref: buyerRef },
    product_id: productId,
    pricing_option_id: pricingOptionId,
    budget: numberOf(budget),
    pacing,
    ...(bidPrice !== null && { bid_price: numberOf(bidPrice) }),
    ...toAdcpWindow(part),
    ...(targeting && { targeting_overlay: toAdcpTargeting(targeting, isNewest) }),
    ...(paused && { paused }),
    ...(formatIds && { format_ids: formatIds.map(toAdcpFormatId) }),
    ...(creatives?.length && { creatives: creatives.map(toAdcpCreative) }),
  };
}

function toAdcpWindow({ startTime, endTime }: { readonly startTime?: Date; readonly endTime?: Date }): Payload {
  return {
    ...(startTime && { start_time: startTime.toISOString() }),
    ...(endTime && { end_time: endTime.toISOString() }),
  };
}

/** AdCP 3.0's form, which 3.1 still accepts: the token is both the bearer token of the call and a field of its body. */
function toAdcpWebhook({ url, token }: SellerWebhook): Payload {
  return { url, token, authentication: { schemes: ["Bearer"], credentials: token } };
}

/** The body of `update_media_buy` without its account. AdCP has no way to say `canceled: false`. */
export function toAdcpMediaBuyChange(change: MediaBuyChange, isNewest = true): Payload {
  const { idempotencyKey, mediaBuyId, paused, canceled, cancellationReason, packages, webhook } = change;
  return {
    idempotency_key: idempotencyKey,
    media_buy_id: mediaBuyId,
    ...(paused !== undefined && { paused }),
    ...(canceled && { canceled }),
    ...(cancellationReason !== undefined && { cancellation_reason: cancellationReason }),
    ...toAdcpWindow(change),
    ...(packages?.length && { packages: packages.map((part) => toAdcpPackageChange(part, isNewest)) }),
    ...(webhook && { push_notification_config: toAdcpWebhook(webhook) }),
  };
}

function toAdcpPackageChange(part: PackageChange, isNewest: boolean): Payload {
  const { packageId, budget, bidPrice, paused, canceled, cancellationReason, pacing, targeting } = part;
  const { creatives, creativeIds } = part;
  return {
    package_id: packageId,
    ...(budget !== undefined && { budget: numberOf(budget) }),
    ...(bidPrice !== undefined && { bid_price: numberOf(bidPrice) }),
    ...(paused !== undefined && { paused }),
    ...(canceled && { canceled }),
    ...(cancellationReason !== undefined && { cancellation_reason: cancellationReason }),
    ...(pacing !== undefined && { pacing }),
    ...toAdcpWindow(part),
    ...(targeting && { targeting_overlay: toAdcpTargeting(targeting, isNewest) }),
    ...(creatives?.length && { creatives: creatives.map(toAdcpCreative) }),
    ...(creativeIds && { creative_assignments: creativeIds.map((creativeId) => ({ creative_id: creativeId })) }),
  };
}
