import { z } from "zod";
import {
  type Attempt,
  type Dispatch,
  type DispatchInput,
  dispatch,
  type Outcome,
  POLICIES,
} from "../../../ground/dispatch/index.ts";
import { HOUR_MS } from "../../../ground/kernel/clock.ts";
import type { CallContext, Context } from "../../../ground/kernel/context.ts";
import type { MediaBuyOutcome } from "../../../ground/seller-agent/index.ts";
import { askSeller, outcomeUnlessRetryable } from "../ask-seller.ts";
import { afterStep, type MediaBuy } from "../media-buy.ts";
import { notifyOfStatus } from "../notify-of-buy.ts";
import { attempted } from "../seller-response.ts";
import { lockMediaBuy, saveMediaBuy } from "../store.ts";
import { type ChangeResult, isMade, stepChange } from "./change.ts";
import { prospectOf, refusalReason, resultOf, toMediaBuyChange, waitingReason } from "./change-of-buy.ts";
import { type HeldChange, settleChange } from "./settle-change.ts";
import { findChange, saveChange } from "./store.ts";

export interface ChangeInput extends DispatchInput {
  readonly changeId: string;
}

/** Asks the seller to make a change, repeating the request under the change's own key until the seller answers. */
export const applyChange: Dispatch<ChangeInput, ChangeResult> = dispatch({
  name: "media-buys.apply-change",
  input: { changeId: z.string() },
  policy: POLICIES.mediaBuyChange,
  load: ({ changeId }, ctx) => hold(ctx, changeId),
  isOpen: ({ state }: HeldChange) => state === "open",
  async request(held, ctx) {
    if (prospectOf(held.kind, held.buy) === "send") return { record: held, request: held };
    return { record: await withoutSeller(ctx, held), request: undefined };
  },
  save: (held, ctx) => save(ctx, held, held.buy),
  call: make,
  async settle(held, result, ctx) {
    const settled = await save(ctx, settleChange(held, result, ctx.now), held.buy);
    const { state, taskId, changeId, fence: attempt } = settled;
    const input = { customerId: ctx.viewer.customerId, changeId, attempt };
    // The seller has not decided yet, so its task is polled.
    if (result.kind === "answered" && state === "open" && taskId !== null)
      await ctx.enqueue(applyChange, input, { delayMs: HOUR_MS });
    return settled;
  },
  // If the seller says that it made the change, that is true even if another attempt has started in the meantime.
  settleLate: async (held, answer, ctx) =>
    held.state === "open" && answer.kind === "done"
      ? save(ctx, settleChange({ ...held, leaseUntil: null }, { kind: "answered", answer }, ctx.now), held.buy)
      : held,
  answer: ({ buy, ...change }) => resultOf(change, buy),
});

async function make(held: HeldChange, ctx: CallContext, { sentAt }: Attempt): Promise<Outcome<MediaBuyOutcome>> {
  const { buy, taskId } = held;
  if (taskId !== null) return attempted(await askSeller(ctx, buy, (agent, call) => agent.getTask(taskId, call)), null);
  const instead = await outcomeUnlessRetryable(ctx, buy, sentAt);
  if (instead?.kind === "lost") return (await madeAlready(held, ctx)) ?? instead;
  if (instead) return instead;
  const change = toMediaBuyChange(held, buy);
  return attempted(await askSeller(ctx, buy, (agent, call) => agent.updateMediaBuy(change, call)), sentAt);
}

/**
 * A seller without deduplication must not be asked twice, but the status of the buy may show that it has already made
 * the change.
 */
async function madeAlready(held: HeldChange, ctx: CallContext): Promise<Outcome<MediaBuyOutcome> | undefined> {
  const mediaBuyId = held.buy.sellerMediaBuyId ?? "";
  const response = await askSeller(ctx, held.buy, (agent, call) =>
    agent.getMediaBuys({ mediaBuyIds: [mediaBuyId] }, call),
  );
  const mediaBuy = response.kind === "answered" && response.answer.find((one) => one.mediaBuyId === mediaBuyId);
  return mediaBuy && isMade(held, mediaBuy) ? { kind: "answered", answer: { kind: "done", mediaBuy } } : undefined;
}

/** Makes an open change as soon as the buy's status allows it. */
export async function applyOpenChange(ctx: Context, buy: MediaBuy): Promise<void> {
  const { pending } = buy;
  if (!pending || prospectOf(pending.kind, buy) === "wait") return;
  const input = { customerId: ctx.viewer.customerId, changeId: pending.changeId };
  await ctx.enqueue(applyChange, input, { key: pending.changeId });
}

/**
 * Locks a change and its buy until the end of the transaction. The buy is locked first: whatever writes either of them
 * locks the buy.
 */
async function hold({ db, viewer }: Context, changeId: string): Promise<HeldChange | undefined> {
  const asked = await findChange(db, viewer.customerId, changeId);
  const buy = asked && (await lockMediaBuy(db, viewer.customerId, asked.mediaBuyId));
  const change = buy && (await findChange(db, viewer.customerId, changeId));
  return change && { ...change, buy };
}

async function save(ctx: Context, { buy, ...change }: HeldChange, before: MediaBuy): Promise<HeldChange> {
  const { db, viewer, now } = ctx;
  const saved = await saveChange(db, viewer.customerId, change, now);
  if (buy === before) return { ...saved, buy };
  await notifyOfStatus(ctx, before, buy);
  return { ...saved, buy: await saveMediaBuy(db, viewer.customerId, before, buy) };
}

/** The change, settled as far as possible if its seller need not be asked or cannot be asked yet. */
async function withoutSeller(ctx: Context, held: HeldChange): Promise<HeldChange> {
  const { buy, kind } = held;
  switch (prospectOf(kind, buy)) {
    case "wait":
      return { ...held, error: waitingReason(kind, buy) };
    case "drop": {
      const dropped = { ...afterStep(buy, "cancel", ctx.now), nextCheckAt: null };
      return save(ctx, stepChange({ ...held, buy: dropped }, "make", held.error), buy);
    }
    case "reached":
      return stepChange(held, "make", null);
    default:
      return stepChange(held, "refuse", refusalReason(kind, buy));
  }
}
