import type { Context } from "../../ground/kernel/context.ts";
import { newId, newUuid } from "../../ground/kernel/ids.ts";
import { compare, type Decimal } from "../../ground/kernel/money.ts";
import { refusal, rejected } from "../../ground/seller-agent/implementing/refusal.ts";
import {
  type FlightDates,
  fitsFlight,
  type NewMediaBuy,
  type NewPackage,
  type SellerError,
} from "../../ground/seller-agent/index.ts";
import { splitProductId } from "../composition/index.ts";
import { mayQuote, quoteIn, type Terms } from "../instructions/index.ts";
import type { Source } from "../sources/index.ts";
import type { Screen } from "./approvals/approval.ts";
import { recordBypass } from "./approvals/buyers/record-bypass.ts";
import { holdOrder } from "./approvals/hold-order.ts";
import { takesOnlyWithBuy } from "./creatives/creative-transport.ts";
import { consumeHold } from "./holds/take-hold.ts";
import { beginLegs } from "./legs/begin-legs.ts";
import { callbackFor } from "./legs/leg-webhook.ts";
import { scheduleLegRecovery } from "./legs/schedule-recovery.ts";
import { saveAttempt } from "./legs/store.ts";
import { closedReason, type OpenedSource } from "./open-sources.ts";
import type { Leg, Order, OrderBuyer, OrderPackage } from "./order.ts";
import { insertOrder } from "./placing/store.ts";
import { adoptOrder, type ClaimedOrder, hashesOf, hashOf, keyConflict } from "./placing/take-up.ts";
import { adoptBuys, findAdoptable } from "./reconciliation/adopt-buys.ts";
import type { FoundBuy } from "./reconciliation/reconciliation.ts";
import { findOrder } from "./store.ts";
import { checkTargeting } from "./targeting/check-targeting.ts";

/** The product rules' verdict on one package. */
export interface RuleVerdict {
  /** Why it is not sold like this; if null, its price is valid. */
  readonly objection: SellerError | null;
  /** The lowest bid that may be placed for it, now and later; null if the source decides. */
  readonly bidFloor: Decimal | null;
}

export interface OrderRequest {
  readonly storefrontId: number;
  readonly buyer: OrderBuyer;
  readonly request: NewMediaBuy;
  /** The storefront's active sources, as opened for the buyer. */
  readonly sources: readonly OpenedSource[];
  /** The buyer's current terms. */
  readonly terms: Terms;
  /** By position of the package; absent if no rule applies to it, so that its price depends on the terms alone. */
  readonly rulings?: readonly (RuleVerdict | undefined)[];
  /** Whether the storefront passes on creatives without a review. */
  readonly passesCreatives?: boolean;
  /** Why the storefront accepts nothing new; undefined if it does. */
  readonly closed: SellerError | undefined;
  /** Screens a new order before any source receives it; undefined if every order proceeds immediately. */
  readonly screen?: Screen | undefined;
}

/**
 * Stores an order before any source receives it. If the buyer has already used the key, this is the same order, even if
 * the storefront has closed since. A refusal here has no effect.
 */
export async function claimOrder(ctx: Context, asked: OrderRequest, timeoutMs: number): Promise<ClaimedOrder> {
  const { db, viewer } = ctx;
  const errors = asked.closed ? [asked.closed] : checkOrder(asked);
  if (errors.length > 0) return (await takeUpKnown(ctx, asked)) ?? rejected(...errors);
  const made = newOrder(ctx, asked);
  const before = await findAdoptable(ctx, made);
  const found = before.kind === "free" ? before.found : NOTHING_FOUND;
  const { holdId, idempotencyKey } = asked.request;
  // Holds, and buys found after a restore, only concern new orders, so check first whether the order already exists.
  if (holdId !== undefined || before.kind === "shut" || found.size > 0) {
    const known = await takeUpKnown(ctx, asked);
    if (known) return known;
    if (before.kind === "shut") return rejected(...before.errors);
    const gone = await consumeHold(ctx, { ...asked.buyer, storefrontId: asked.storefrontId }, asked.request, ctx.now);
    if (gone) return rejected(gone);
  }
  // A buy that its sources already hold was screened when it was bought.
  const screening = found.size > 0 ? null : ((await asked.screen?.(ctx, made, asked.terms, sourcesOf(asked))) ?? null);
  const order = await insertOrder(db, viewer.customerId, { ...made, screening }, idempotencyKey, ctx.now);
  // Nothing was written: the key was already used, perhaps by a concurrent request.
  if (!order) return (await takeUpKnown(ctx, asked)) ?? rejected(keyConflict());
  if (found.size > 0) return { kind: "claimed", order: await admitBought(ctx, order, found), begun: [] };
  return admit(ctx, order, asked, timeoutMs);
}

const NOTHING_FOUND: ReadonlyMap<string, FoundBuy> = new Map();

/** Adopts the parts that sources already hold, and places the others. */
async function admitBought(ctx: Context, order: Order, found: ReadonlyMap<string, FoundBuy>): Promise<Order> {
  await adoptBuys(ctx, order.legs, found);
  await scheduleLegRecovery(
    ctx,
    order.legs.filter(({ legId }) => !found.has(legId)),
  );
  return (await findOrder(ctx.db, ctx.viewer.customerId, order.orderId)) ?? order;
}

/** Called once for each new order: an order found by its key has already been admitted, or is held. */
async function admit(ctx: Context, order: Order, asked: OrderRequest, timeoutMs: number): Promise<ClaimedOrder> {
  const { screening, buyer } = order;
  if (screening?.outcome === "held")
    return { kind: "claimed", order: await holdOrder(ctx, order, asked.request, screening), begun: [] };
  if (screening?.outcome === "bypassed" && buyer.identity.customerId !== null)
    await recordBypass(ctx, order, buyer.identity.customerId);
  const attempts = await beginLegs(ctx, order, sourcesOf(asked), timeoutMs);
  for (const { attempt } of attempts) await saveAttempt(ctx.db, ctx.viewer.customerId, attempt.record);
  return { kind: "claimed", order, begun: attempts.map(({ attempt }) => attempt) };
}

function sourcesOf({ sources }: OrderRequest): readonly Source[] {
  return sources.map(({ source }) => source);
}

function takeUpKnown(ctx: Context, { storefrontId, buyer, request }: OrderRequest): Promise<ClaimedOrder | undefined> {
  const { principal, clockAheadMs } = buyer;
  const { idempotencyKey } = request;
  return adoptOrder(ctx, { storefrontId, principal, clockAheadMs, idempotencyKey, requestHashes: hashesOf(request) });
}

/** The objections to an order that can be found from the request alone. */
export function checkOrder({
  request: { flight, packages },
  sources,
  terms,
  rulings = [],
}: OrderRequest): SellerError[] {
  const errors: SellerError[] = [];
  if (flight.end <= flight.start)
    errors.push(refusal("VALIDATION_ERROR", "the flight ends before it starts", "end_time"));
  if (packages.length === 0) errors.push(refusal("VALIDATION_ERROR", "a media buy needs a package", "packages"));
  if (new Set(packages.map(({ currency }) => currency)).size > 1)
    errors.push(refusal("VALIDATION_ERROR", "a media buy is in one currency", "packages"));
  if (new Set(packages.map(({ buyerRef }) => buyerRef)).size < packages.length)
    errors.push(refusal("VALIDATION_ERROR", "two packages have the same buyer_ref", "packages"));
  const each = packages.flatMap((part, index) => [
    ...checkPackage(part, `packages[${index}]`, flight, sources),
    ...checkTerms(part, `packages[${index}]`, terms, rulings[index]),
  ]);
  return [...errors, ...each];
}

function checkPackage(
  part: NewPackage,
  path: string,
  flight: FlightDates,
  sources: readonly OpenedSource[],
): SellerError[] {
  const { productId, budget } = part;
  const errors: SellerError[] = [];
  if (compare(budget, "0") <= 0)
    errors.push(refusal("VALIDATION_ERROR", "a budget must be more than zero", `${path}.budget`));
  if (!fitsFlight(part, flight))
    errors.push(refusal("VALIDATION_ERROR", "a package must run within the flight of its buy", `${path}.end_time`));
  const opened = sourceOf(productId, sources);
  if (!opened)
    return [...errors, refusal("PRODUCT_NOT_FOUND", `no product ${productId} is sold here now`, `${path}.product_id`)];
  const code = opened.withheld ? "PRODUCT_UNAVAILABLE" : "AUTH_REQUIRED";
  if (!opened.agent) return [...errors, refusal(code, closedReason(opened), `${path}.product_id`)];
  return [...errors, ...checkTargeting(part, opened.source, path)];
}

/** A price is checked again before anything is bought at it, because it may have been quoted long ago, or never. */
function checkTerms(
  { productId, pricingOptionId }: NewPackage,
  path: string,
  terms: Terms,
  ruling: RuleVerdict | undefined,
): SellerError[] {
  if (terms.blocks.products.has(productId))
    return [
      refusal("POLICY_VIOLATION", `${productId} is not for sale to this buyer`, `${path}.product_id`, "terminal"),
    ];
  if (ruling) return ruling.objection ? [ruling.objection] : [];
  const { percent } = quoteIn(pricingOptionId);
  if (mayQuote(terms, splitProductId(productId)?.sourceId ?? "", percent)) return [];
  const message = `the price ${pricingOptionId} is not offered to this buyer any more: ask for the products again`;
  return [refusal("PRODUCT_EXPIRED", message, `${path}.pricing_option_id`)];
}

function sourceOf(productId: string, sources: readonly OpenedSource[]): OpenedSource | undefined {
  const named = splitProductId(productId)?.sourceId;
  return sources.find(({ source }) => source.sourceId === named);
}

export function newOrder({ random, now, installation }: Context, asked: OrderRequest): Order {
  const { storefrontId, buyer, request, sources, rulings = [], passesCreatives = false } = asked;
  const orderId = newId("order", random);
  const legs = sources.flatMap((opened): Leg[] => {
    const rides = passesCreatives && takesOnlyWithBuy(opened.source.capabilities);
    const packages = request.packages.flatMap((part, position): OrderPackage[] => {
      if (sourceOf(part.productId, sources) !== opened) return [];
      const sourceProductId = splitProductId(part.productId)?.rest ?? part.productId;
      const packageId = newId("package", random);
      const { startTime = null, endTime = null, targeting = null } = part;
      const { pricingOptionId, percent: discountPercent } = quoteIn(part.pricingOptionId);
      const price = { pricingOptionId, discountPercent, bidFloor: rulings[position]?.bidFloor ?? null };
      const fresh = { sellerPackageId: null, paused: false, canceled: false };
      const { paused: startsPaused = false, formatIds = null, echo = null } = part;
      const said = {
        startsPaused,
        formatIds,
        echo,
        creatives: rides && part.creatives?.length ? part.creatives : null,
      };
      const terms = { ...part, ...price, startTime, endTime, targeting, ...said };
      return [{ ...terms, packageId, position, sourceProductId, ...fresh }];
    });
    if (packages.length === 0) return [];
    const ids = { orderId, legId: newId("leg", random), executionKey: newUuid(random) };
    return [
      newLeg(
        opened,
        packages,
        { ...ids, startsPaused: request.paused ?? false, callback: callbackFor(opened.source, installation) },
        now,
      ),
    ];
  });
  const { buyerRef, name, flight, paused: startsPaused = false, echo = null, holdId = null } = request;
  const said = { buyerRef, name, flight, startsPaused, echo, holdId };
  return { orderId, storefrontId, buyer, ...said, requestHash: hashOf(request), screening: null, legs };
}

function newLeg(
  { source, accountIdentifier }: OpenedSource,
  packages: readonly OrderPackage[],
  settled: Pick<Leg, "orderId" | "legId" | "executionKey" | "callback" | "startsPaused">,
  at: Date,
): Leg {
  return {
    ...settled,
    inventorySourceId: source.inventorySourceId,
    sourceName: source.name,
    agentId: source.agentId ?? "",
    accountIdentifier,
    state: "open",
    sellerMediaBuyId: null,
    sellerStatus: null,
    taskId: null,
    message: null,
    errors: [],
    creativesRefused: false,
    attempts: 0,
    fence: 0,
    leaseUntil: null,
    sentAt: null,
    updatedAt: at,
    packages,
  };
}
