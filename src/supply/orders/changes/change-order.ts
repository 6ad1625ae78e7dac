import { createHash } from "node:crypto";
import type { Context } from "../../../ground/kernel/context.ts";
import {
  type MediaBuyChange,
  type MediaBuyOutcome,
  meaningOf,
  type SellerCall,
  type SellerError,
  SellerRefused,
} from "../../../ground/seller-agent/index.ts";
import { withdrawHeld } from "../approvals/lift-hold.ts";
import { lockApproval } from "../approvals/store.ts";
import { webhookOf } from "../legs/leg-webhook.ts";
import type { BuyerOfStorefront, Order } from "../order.ts";
import { refusal, rejected } from "../refusal.ts";
import type { SellerSide } from "../seller-side.ts";
import { listOrdersOfBuyer } from "../store.ts";
import { checkNewTargeting } from "../targeting/check-targeting.ts";
import { type Ask, type AskedChange, askAndRecord } from "./ask-and-record.ts";
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
import { findChange, insertChange, lockRevision } from "./store.ts";

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
  const asks = unanswered.map(
    (leg): Ask => ({
      leg,
      ask: async (agent, legCall) => {
        const webhook = webhookOf(leg, side.customerId, side.out.vault);
        const part = { ...partFor(asked.change, leg), ...(webhook && { webhook }) };
        const outcome = await refusalsAsOutcome(() => agent.updateMediaBuy(part, legCall));
        if (outcome.kind === "rejected" && meaningOf(outcome.errors, true) !== "refused")
          throw new SellerRefused(leg.sourceName, outcome.errors);
        return inWordsOfWhole(outcome, asked.change, leg);
      },
    }),
  );
  return askAndRecord(side, claimed, asks, call);
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
async function claimChange(ctx: Context, { change, closed, ...buyer }: ChangeRequest): Promise<AskedChange | Rejected> {
  const { db, viewer, now } = ctx;
  const { mediaBuyId: orderId, idempotencyKey } = change;
  // Whoever decides on the order meanwhile comes before this, or after it.
  await lockApproval(db, viewer.customerId, orderId);
  const [order] = await listOrdersOfBuyer(db, viewer.customerId, buyer, [orderId]);
  if (!order) return rejected(refusal("MEDIA_BUY_NOT_FOUND", `no media buy ${orderId}`, "media_buy_id"));
  const requestHash = hashOf(change);
  const earlier = await findChange(db, viewer.customerId, orderId, idempotencyKey);
  if (earlier) return sameChange(order, earlier, requestHash);
  const errors = await objectionsTo(ctx, change, order, closed);
  if (errors.length > 0) return rejected(...errors);
  const asked = isHeld(order) ? [] : legsOf(change, order);
  const outcomes = Object.fromEntries(asked.map(({ legId }) => [legId, null]));
  const recorded: OrderChange = { orderId, idempotencyKey, requestHash, outcomes, targeting: targetingIn(change) };
  if (await insertChange(db, viewer.customerId, recorded, now)) {
    if (isHeld(order)) await withdrawHeld(ctx, orderId);
    return { order, recorded };
  }
  // Of two that came with the key at once, this is the one that came second.
  const first = await findChange(db, viewer.customerId, orderId, idempotencyKey);
  return sameChange(order, first ?? recorded, requestHash);
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
