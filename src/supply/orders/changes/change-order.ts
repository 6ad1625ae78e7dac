import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Context } from "../../../ground/kernel/context.ts";
import { refusal, rejected } from "../../../ground/seller-agent/implementing/refusal.ts";
import {
  type MediaBuyChange,
  type MediaBuyOutcome,
  type SellerCall,
  type SellerError,
  SellerUnreachable,
} from "../../../ground/seller-agent/index.ts";
import { withdrawHeld } from "../approvals/lift-hold.ts";
import { lockApproval } from "../approvals/store.ts";
import { forSources } from "../ask-source.ts";
import type { BuyerOfStorefront, Leg, Order } from "../order.ts";
import type { SellerSide } from "../seller-side.ts";
import { listOrdersOfBuyer } from "../store.ts";
import { checkNewTargeting } from "../targeting/check-targeting.ts";
import { byOwnIds, changeHeld } from "./change-held.ts";
import { changeLeg, schedulePartRecovery } from "./change-leg.ts";
import { type ChangePart, newPart } from "./change-part.ts";
import { followClock } from "./follow-clock.ts";
import {
  checkChange,
  composeChange,
  isHeld,
  legsOf,
  type OrderChange,
  onlyStops,
  partFor,
  positionsIn,
  targetingIn,
} from "./order-change.ts";
import { findChange, insertChange, lockRevision } from "./store.ts";

export interface ChangeRequest extends BuyerOfStorefront {
  readonly change: MediaBuyChange;
  /** Why the storefront accepts nothing new; undefined if it does. */
  readonly closed: SellerError | undefined;
}

type Rejected = Extract<MediaBuyOutcome, { readonly kind: "rejected" }>;

/**
 * Asks every source for its part of a change, once for its key: an answer that a source has given stands, and repeating
 * the request asks the sources that have not answered. Throws `SellerUnreachable` if some have not answered; jobs keep
 * asking them.
 */
export async function changeOrder(side: SellerSide, asked: ChangeRequest, call: SellerCall): Promise<MediaBuyOutcome> {
  const claimed = await side.write((ctx) => claimChange(ctx, asked, call));
  if ("kind" in claimed) return claimed;
  await askSources(side, claimed.parts, call);
  const known = await readAnswered(side, asked, claimed, call);
  const outcome = known && composeChange(known.change, known.order);
  if (outcome) return outcome;
  const silent = known?.change.parts.find(({ outcome }) => outcome === null);
  const name = known?.order.legs.find(({ legId }) => legId === silent?.legId)?.sourceName ?? "the storefront";
  throw new SellerUnreachable(name, "unreachable", silent?.message ?? "the change is still under way");
}

/** The interval at which a caller checks for another caller's answer. */
const LOOK_MS = 50;

/**
 * The change once its sources have been asked. Another request with the same key may be asking them now: its answer
 * counts here too, if it comes within the time of the call.
 */
async function readAnswered(side: SellerSide, asked: ChangeRequest, place: OrderChange, { timeoutMs }: SellerCall) {
  for (let waited = 0; ; waited += LOOK_MS) {
    const known = await side.read((ctx) => readChange(ctx, asked, place));
    const isAsked = known?.change.parts.some(({ state, leaseUntil }) => state === "open" && leaseUntil !== null);
    if (!isAsked || waited >= timeoutMs) return known;
    await sleep(LOOK_MS);
  }
}

async function askSources(
  { out, customerId }: SellerSide,
  parts: readonly ChangePart[],
  call: SellerCall,
): Promise<void> {
  const { timeoutMs } = forSources(call);
  const open = parts.filter(({ state }) => state === "open");
  await Promise.all(
    open.map(({ orderId, idempotencyKey, legId }) =>
      out.perform(changeLeg, { customerId, orderId, idempotencyKey, legId, timeoutMs }),
    ),
  );
}

/** A change in its current state, with its order; undefined if the buyer has made no such change. */
export async function readChange(
  { db, viewer }: Context,
  buyer: BuyerOfStorefront,
  place: Pick<OrderChange, "orderId" | "idempotencyKey">,
): Promise<{ readonly order: Order; readonly change: OrderChange } | undefined> {
  const [order] = await listOrdersOfBuyer(db, viewer.customerId, buyer, [place.orderId]);
  const change = order && (await findChange(db, viewer.customerId, place));
  return change && { order, change };
}

/** Stores a change before any source receives it. A refusal here has no effect. */
async function claimChange(
  ctx: Context,
  { change: asked, closed, ...buyer }: ChangeRequest,
  call: SellerCall,
): Promise<OrderChange | Rejected> {
  const { db, viewer, now } = ctx;
  const { customerId } = viewer;
  const { mediaBuyId: orderId, idempotencyKey } = asked;
  const place = { orderId, idempotencyKey };
  // Makes sure that a concurrent decision on the order comes either before this or after it.
  const approval = await lockApproval(db, customerId, orderId);
  const [order] = await listOrdersOfBuyer(db, customerId, buyer, [orderId]);
  if (!order) return rejected(refusal("MEDIA_BUY_NOT_FOUND", `no media buy ${orderId}`, "media_buy_id"));
  // A source that accounts by the hour must not receive a pause dated to the time of the purchase.
  await followClock(ctx, buyer, [orderId], call);
  const requestHash = hashOf(asked);
  const earlier = await findChange(db, customerId, place);
  if (earlier) return sameChange(earlier, requestHash);
  const held = isHeld(order);
  const change = held ? byOwnIds(asked, order) : asked;
  const errors = await objectionsTo(ctx, change, order, closed);
  if (errors.length > 0) return rejected(...errors);
  const parts = held ? [] : partsOf(change, order);
  const fresh = { ...place, requestHash, targeting: targetingIn(change), parts };
  if (!(await insertChange(db, customerId, fresh, now))) {
    // Of two concurrent requests with the same key, this is the second.
    return sameChange((await findChange(db, customerId, place)) ?? fresh, requestHash);
  }
  await schedulePartRecovery(ctx, parts);
  if (held && approval) await (change.canceled ? withdrawHeld(ctx, orderId) : changeHeld(ctx, order, change, approval));
  return fresh;
}

function partsOf(change: MediaBuyChange, order: Order): ChangePart[] {
  const { orderId } = order;
  const { idempotencyKey } = change;
  return legsOf(change, order).map((leg: Leg) =>
    newPart({ orderId, idempotencyKey, legId: leg.legId }, askedOf(change, leg)),
  );
}

function askedOf(change: MediaBuyChange, leg: Leg): ChangePart["asked"] {
  return { change: partFor(change, leg), positions: positionsIn(change, leg) };
}

async function objectionsTo(ctx: Context, change: MediaBuyChange, order: Order, closed: SellerError | undefined) {
  if (closed && !onlyStops(change)) return [closed];
  const outdated = await objectionToRevision(ctx, change);
  if (outdated) return [outdated];
  const errors = checkChange(change, order);
  return errors.length > 0 ? errors : checkNewTargeting(ctx, change, order);
}

async function objectionToRevision({ db, viewer }: Context, { revision, mediaBuyId }: MediaBuyChange) {
  if (revision === undefined) return undefined;
  const current = await lockRevision(db, viewer.customerId, mediaBuyId);
  if (revision === current) return undefined;
  const message = `revision: it is at ${current} by now: read it with get_media_buys and ask again`;
  return refusal("CONFLICT", message, "revision", "transient");
}

function sameChange(recorded: OrderChange, requestHash: string): OrderChange | Rejected {
  if (recorded.requestHash === requestHash) return recorded;
  return rejected(refusal("IDEMPOTENCY_CONFLICT", "the key was used for another change", "idempotency_key"));
}

function hashOf(change: MediaBuyChange): string {
  const { paused, canceled, cancellationReason, startTime, startsAtOnce, endTime, packages = [] } = change;
  const start = startsAtOnce ? "asap" : startTime;
  const parts = packages.map((part) => [
    part.packageId,
    part.budget,
    part.bidPrice,
    part.paused,
    part.canceled,
    part.pacing,
    part.startTime,
    part.endTime,
    part.creatives,
    part.creativeIds,
    ...(part.targeting ? [part.targeting] : []),
  ]);
  return createHash("sha256")
    .update(JSON.stringify([paused, canceled, cancellationReason, start, endTime, parts]))
    .digest("hex");
}
