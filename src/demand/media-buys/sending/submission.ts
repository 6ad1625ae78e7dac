import type { Result } from "../../../ground/dispatch/index.ts";
import type { MediaBuyOutcome, NewMediaBuy, NewPackage, SellerCreative } from "../../../ground/seller-agent/index.ts";
import { honouredPart } from "../../../ground/seller-agent/targeting/index.ts";
import { nextCheckOf } from "../checks/next-check.ts";
import { afterStep, type MediaBuy } from "../media-buy.ts";
import { afterOutcome } from "../outcome.ts";
import type { Package } from "../packages/package.ts";
import { errorOf } from "../refusal.ts";

type CreativesByProduct = ReadonlyMap<string, readonly SellerCreative[]>;

/**
 * Builds the request from what was stored when it was first sent, so that every retry under the same key is identical.
 * The creatives may have changed since then: the storefront keeps those of the first request.
 */
export function toNewMediaBuy(buy: MediaBuy, creatives: CreativesByProduct = new Map()): NewMediaBuy {
  const targeting = honouredPart(buy.targeting, buy.honoured ?? []);
  const targeted = Object.keys(targeting).length > 0 ? { targeting } : {};
  return {
    idempotencyKey: buy.executionKey,
    buyerRef: buy.mediaBuyId,
    name: buy.name,
    flight: buy.flight,
    packages: buy.packages.map((part) => ({ ...toNewPackage(part, creatives), ...targeted })),
  };
}

function toNewPackage(
  { packageId: buyerRef, startTime, endTime, ...part }: Package,
  byProduct: CreativesByProduct,
): NewPackage {
  const { productId, pricingOptionId, budget, currency, bidPrice, pacing } = part;
  const terms = { buyerRef, productId, pricingOptionId, budget, currency, bidPrice, pacing };
  const creatives = byProduct.get(productId) ?? [];
  const shown = creatives.length > 0 ? { creatives } : {};
  return { ...terms, ...(startTime && { startTime }), ...(endTime && { endTime }), ...shown };
}

/** Whether the buy still has to be sent, or sent again. */
export function isToBeSent({ status, packages }: MediaBuy): boolean {
  return status === "DRAFT" && packages.length > 0;
}

/**
 * The buy as it is stored while it is being sent. Until there is an answer, we assume that the seller holds the buy,
 * because that is how a crash would leave it.
 */
export function asSent(buy: MediaBuy, now: Date): MediaBuy {
  const waiting = { waitingOn: "platform", waitingFor: `an answer from ${buy.salesAgentName}` } as const;
  return { ...buy, ...waiting, submittedAt: buy.submittedAt ?? now, inDoubt: true, updatedAt: now };
}

/** The buy after it was sent. */
export function afterSending(buy: MediaBuy, result: Result<MediaBuyOutcome>, now: Date): MediaBuy {
  const settled = result.kind === "answered" ? afterOutcome(buy, result.answer, now) : afterNo(buy, result, now);
  return { ...settled, nextCheckAt: nextCheckOf(settled, now) };
}

/**
 * If the seller says that it holds the buy, that is true even if the answer arrives late; anything else may only be
 * settled by the latest attempt.
 */
export function afterLateAnswer(buy: MediaBuy, answer: MediaBuyOutcome, now: Date): MediaBuy {
  return buy.status !== "DRAFT" || answer.kind === "rejected"
    ? buy
    : afterSending(buy, { kind: "answered", answer }, now);
}

function afterNo(
  buy: MediaBuy,
  result: Exclude<Result<MediaBuyOutcome>, { readonly kind: "answered" }>,
  now: Date,
): MediaBuy {
  const known = { ...buy, error: errorIn(result), inDoubt: buy.sentAt !== null, updatedAt: now };
  return result.kind === "given_up" && !known.inDoubt ? afterStep(known, "fail", now) : known;
}

function errorIn(result: Exclude<Result<MediaBuyOutcome>, { readonly kind: "answered" }>) {
  const { message } = result;
  if (result.kind === "lost")
    return { code: "OUTCOME_UNKNOWN", message: `${message}, and may hold this buy, so it is not sent again` };
  return result.response?.kind === "rejected" ? errorOf(result.response.errors) : { code: "UNREACHABLE", message };
}

/**
 * Whether the buy in memory is complete. What the seller honours is stored between claiming and settling, so a buy
 * claimed before then may lack it.
 */
export function isWhole({ honoured, targeting }: MediaBuy): boolean {
  return honoured !== null || Object.keys(targeting).length === 0;
}
