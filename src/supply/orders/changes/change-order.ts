import { createHash } from "node:crypto";
import { meaningOf } from "../../../ground/dispatch/index.ts";
import { type Context, wallOf } from "../../../ground/kernel/context.ts";
import {
  type MediaBuyChange,
  type MediaBuyOutcome,
  type SellerCall,
  type SellerError,
  SellerRefused,
} from "../../../ground/seller-agent/index.ts";
import { withdrawHeld } from "../approvals/lift-hold.ts";
import { lockApproval } from "../approvals/store.ts";
import { webhookOf } from "../legs/leg-webhook.ts";
import type { BuyerOfStorefront, Leg, Order } from "../order.ts";
import { refusal, rejected } from "../refusal.ts";
import type { SellerSide } from "../seller-side.ts";
import { listOrdersOfBuyer } from "../store.ts";
import { checkNewTargeting } from "../targeting/check-targeting.ts";
import { type Ask, type AskedChange, askAndRecord } from "./ask-and-record.ts";
import { byOwnIds, changeHeld } from "./change-held.ts";
import {
  checkChange,
  inWordsOfWhole,
  isHeld,
  legsOf,
  type OrderChange,
  onlyStops,
  partFor,
  targetingIn,
} from "./order-change.ts";
import { insteadOfRepeating } from "./repeat-part.ts";
import { findChange, insertChange, lockRevision, noteSent, noteUnsent } from "./store.ts";

export interface ChangeRequest extends BuyerOfStorefront {
  readonly change: MediaBuyChange;
  /** Why the storefront takes nothing new; undefined where it does. */
  readonly closed: SellerError | undefined;
}

type Rejected = Extract<MediaBuyOutcome, { readonly kind: "rejected" }>;

/** Asks every source for its part of a change. What a source has answered stands; a repetition asks those that have not. */
export async function changeOrder(side: SellerSide, asked: ChangeRequest, call: SellerCall): Promise<MediaBuyOutcome> {
  const claimed = await side.write((ctx) => claimChange(ctx, asked));
  if ("kind" in claimed) return claimed;
  const unanswered = claimed.order.legs.filter(({ legId }) => claimed.recorded.outcomes[legId] === null);
  const unsent: string[] = [];
  const asks = unanswered.map((leg): Ask => {
    const sentAt = claimed.recorded.sentAt[leg.legId];
    return {
      leg,
      ask: async (agent, legCall) => {
        const part = partOf(side, asked.change, leg);
        const before = sentAt === undefined ? undefined : new Date(sentAt);
        const instead =
          before && (await insteadOfRepeating(agent, { leg, change: part, sentAt: before }, legCall, wallOf(side.out)));
        if (instead) return instead;
        const outcome = await refusalsAsOutcome(() => agent.updateMediaBuy(part, legCall));
        if (outcome.kind === "rejected" && meaningOf(outcome.errors, true) !== "refused") {
          if (meaningOf(outcome.errors, before !== undefined) === "not_taken") unsent.push(leg.legId);
          throw new SellerRefused(leg.sourceName, outcome.errors);
        }
        return inWordsOfWhole(outcome, asked.change, leg);
      },
    };
  });
  try {
    return await askAndRecord(side, claimed, asks, call);
  } finally {
    if (unsent.length > 0)
      await side.write(({ db, viewer }) => noteUnsent(db, viewer.customerId, claimed.recorded, unsent));
  }
}

function partOf(side: SellerSide, change: MediaBuyChange, leg: Leg): MediaBuyChange {
  const webhook = webhookOf(leg, side.customerId, side.out.vault);
  return { ...partFor(change, leg), ...(webhook && { webhook }) };
}

async function refusalsAsOutcome(work: () => Promise<MediaBuyOutcome>): Promise<MediaBuyOutcome> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SellerRefused) return rejected(...error.errors);
    throw error;
  }
}

/** Asks after a change that was submitted; undefined where the buyer has made no such change. */
export async function followChange(
  side: SellerSide,
  buyer: BuyerOfStorefront,
  { orderId, idempotencyKey }: Pick<OrderChange, "orderId" | "idempotencyKey">,
  call: SellerCall,
): Promise<MediaBuyOutcome | undefined> {
  const found = await side.read(async ({ db, viewer }) => {
    const [order] = await listOrdersOfBuyer(db, viewer.customerId, buyer, [orderId]);
    const recorded = order && (await findChange(db, viewer.customerId, orderId, idempotencyKey));
    return recorded && { order, recorded };
  });
  if (!found) return undefined;
  const asks = found.order.legs.flatMap((leg): Ask[] => {
    const taskId = openTaskOf(found.recorded.outcomes[leg.legId]);
    return taskId === undefined ? [] : [{ leg, ask: (agent, legCall) => agent.getTask(taskId, legCall) }];
  });
  return askAndRecord(side, found, asks, call);
}

function openTaskOf(outcome: MediaBuyOutcome | null | undefined): string | undefined {
  return outcome?.kind === "submitted" || outcome?.kind === "input_required"
    ? (outcome.taskId ?? undefined)
    : undefined;
}

/** Writes a change down before any source hears of it. What is refused here leaves nothing behind. */
async function claimChange(
  ctx: Context,
  { change: asked, closed, ...buyer }: ChangeRequest,
): Promise<AskedChange | Rejected> {
  const { db, viewer, now } = ctx;
  const { mediaBuyId: orderId, idempotencyKey } = asked;
  // Whoever decides on the order meanwhile comes before this, or after it.
  const approval = await lockApproval(db, viewer.customerId, orderId);
  const [order] = await listOrdersOfBuyer(db, viewer.customerId, buyer, [orderId]);
  if (!order) return rejected(refusal("MEDIA_BUY_NOT_FOUND", `no media buy ${orderId}`, "media_buy_id"));
  const requestHash = hashOf(asked);
  const earlier = await findChange(db, viewer.customerId, orderId, idempotencyKey);
  if (earlier) return takenUp(ctx, order, earlier, requestHash);
  const change = isHeld(order) ? byOwnIds(asked, order) : asked;
  const errors = await objectionsTo(ctx, change, order, closed);
  if (errors.length > 0) return rejected(...errors);
  const legs = isHeld(order) ? [] : legsOf(change, order);
  const outcomes = Object.fromEntries(legs.map(({ legId }) => [legId, null]));
  const fresh = { orderId, idempotencyKey, requestHash, outcomes, sentAt: {}, targeting: targetingIn(change) };
  if (await insertChange(db, viewer.customerId, { ...fresh, sentAt: sentNow(ctx, legs) }, now)) {
    if (!isHeld(order) || !approval) return { order, recorded: fresh };
    if (!change.canceled) return { order: await changeHeld(ctx, order, change, approval), recorded: fresh };
    await withdrawHeld(ctx, orderId);
    return { order, recorded: fresh };
  }
  // Of two that came with the key at once, this is the one that came second.
  const first = await findChange(db, viewer.customerId, orderId, idempotencyKey);
  return takenUp(ctx, order, first ?? fresh, requestHash);
}

/** A change that goes on: its sources may hear of it from now on, those that have not answered. */
async function takenUp(
  ctx: Context,
  order: Order,
  recorded: OrderChange,
  requestHash: string,
): Promise<AskedChange | Rejected> {
  const taken = sameChange(order, recorded, requestHash);
  const unanswered = order.legs.filter(({ legId }) => recorded.outcomes[legId] === null);
  if (!("kind" in taken) && unanswered.length > 0)
    await noteSent(ctx.db, ctx.viewer.customerId, recorded, sentNow(ctx, unanswered));
  return taken;
}

function sentNow(ctx: Context, legs: readonly Leg[]): OrderChange["sentAt"] {
  return Object.fromEntries(legs.map(({ legId }) => [legId, wallOf(ctx).toISOString()]));
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

function sameChange(order: Order, recorded: OrderChange, requestHash: string): AskedChange | Rejected {
  if (recorded.requestHash === requestHash) return { order, recorded };
  return rejected(refusal("IDEMPOTENCY_CONFLICT", "the key was used for another change", "idempotency_key"));
}

function hashOf(change: MediaBuyChange): string {
  const { paused, canceled, cancellationReason, startTime, endTime, packages = [] } = change;
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
    .update(JSON.stringify([paused, canceled, cancellationReason, startTime, endTime, parts]))
    .digest("hex");
}
