import type { Context } from "../../../ground/kernel/context.ts";
import type { Decimal } from "../../../ground/kernel/money.ts";
import { refusal, rejected } from "../../../ground/seller-agent/implementing/refusal.ts";
import type { NewMediaBuy, NewPackage, SellerError } from "../../../ground/seller-agent/index.ts";
import { lockAvails } from "../avails/store.ts";
import type { Booking } from "../ledger/booking.ts";
import type { Claimed } from "../ledger/claim-avails.ts";
import type { ModularSource } from "../modular-source.ts";
import { type Sold, sell } from "./check-buy.ts";
import { lockHeld } from "./lock-held.ts";
import { findOffer } from "./offer-products.ts";
import { leftOf, type RemainingImpressions, type Share, spread } from "./plan-claims.ts";

/** A package as it would be sold, with the impressions that it would take from each avail. */
export interface Sale {
  readonly part: NewPackage;
  readonly sold: Sold;
  readonly shares: readonly Share[];
}

type Planned =
  | { readonly kind: "planned"; readonly sales: readonly Sale[]; readonly held: readonly Booking[] }
  | ReturnType<typeof rejected>;

/** The time of the sale, and what was promised for it. */
export interface SaleTerms {
  readonly now: Date;
  /** Promised CPMs, by product id. */
  readonly prices?: Readonly<Record<string, Decimal>>;
  /** The hold whose impressions count as free for this sale. */
  readonly holdId?: string | undefined;
}

/**
 * Locks every avail of the packages, always in the same order, and divides what is left among the packages. Nothing is
 * taken yet.
 */
export async function planSale(
  ctx: Context,
  source: ModularSource,
  { packages, flight }: Pick<NewMediaBuy, "packages" | "flight">,
  { now, prices = {}, holdId }: SaleTerms,
): Promise<Planned> {
  const offered: (Sold | SellerError)[] = [];
  for (const [at, part] of packages.entries()) {
    const offer = await findOffer(ctx, source, part.productId, now);
    offered.push(sell(part, offer, flight, `packages[${at}]`, prices[part.productId]));
  }
  const errors = offered.filter(isError);
  if (errors.length > 0) return rejected(...errors);
  const { left, held } = await lockLeft(ctx, source, offered.filter(isSold), holdId);
  const sales: Sale[] = [];
  for (const [at, sold] of offered.filter(isSold).entries()) {
    const part = packages[at];
    const before = sold.avails.reduce((sum, { availId }) => sum + (left.get(availId) ?? 0), 0);
    const shares = spread(sold.avails, sold.impressions, left);
    if (!part || !shares) return rejected(notEnough(sold.impressions, before, `packages[${at}].budget`));
    sales.push({ part, sold, shares });
  }
  return { kind: "planned", sales, held };
}

async function lockLeft(
  ctx: Context,
  source: ModularSource,
  sold: readonly Sold[],
  holdId: string | undefined,
): Promise<{ readonly left: RemainingImpressions; readonly held: readonly Booking[] }> {
  const availIds = [...new Set(sold.flatMap(({ avails }) => avails.map(({ availId }) => availId)))];
  const held = await lockHeld(ctx, source, holdId, availIds);
  const left = leftOf(await lockAvails(ctx.db, source, availIds));
  for (const { availId, requestedImpressions } of held)
    if (left.has(availId)) left.set(availId, (left.get(availId) ?? 0) + requestedImpressions);
  return { left, held };
}

export function shortage(claimed: Exclude<Claimed, { readonly kind: "held" }>): SellerError {
  const { availId, requestedImpressions } = claimed.claim;
  if (claimed.kind === "not_enough") return notEnough(requestedImpressions, claimed.availableImpressions, "packages");
  return refusal("PRODUCT_UNAVAILABLE", `avail ${availId} is not on sale any more`, "packages");
}

function notEnough(wanted: number, availableImpressions: number, field: string): SellerError {
  const message = `${wanted} impressions were asked for, and ${availableImpressions} are free`;
  return refusal("PRODUCT_UNAVAILABLE", message, field, "correctable", { availableImpressions });
}

function isError(one: Sold | SellerError): one is SellerError {
  return "code" in one;
}

function isSold(one: Sold | SellerError): one is Sold {
  return !isError(one);
}
