import { z } from "zod";
import { after, HOUR_MS } from "../../../ground/kernel/clock.ts";
import type { Context } from "../../../ground/kernel/context.ts";
import { type Step, step } from "../../../ground/kernel/step.ts";
import type { MediaBuyOutcome } from "../../../ground/seller-agent/index.ts";
import { askSeller, type SellerResponse } from "../ask-seller.ts";
import { afterStep, type MediaBuy } from "../media-buy.ts";
import { tellOfStatus } from "../notify-of-buy.ts";
import { isLeased, LEASE_MARGIN_MS, retryDelayMs } from "../sending/submission.ts";
import { lockMediaBuy, saveMediaBuy } from "../store.ts";
import {
  type Change,
  type ChangeResult,
  prospectOf,
  resultOf,
  toMediaBuyChange,
  whyRefused,
  whyWaiting,
} from "./change.ts";
import { settleChange } from "./settle-change.ts";
import { findChange, saveChange } from "./store.ts";

export interface ChangeInput {
  readonly customerId: number;
  readonly changeId: string;
  /** The attempt that left this behind; absent where somebody asks in person. */
  readonly attempt?: number | undefined;
}

interface Claimed {
  readonly buy: MediaBuy;
  readonly change: Change;
  readonly send: boolean;
}

/** Has the seller make a change, as `submitMediaBuy` has it make a buy: under the change's own key, until it answers. */
export const applyChange: Step<ChangeInput, ChangeResult> = step({
  name: "media-buys.apply-change",
  input: z.object({ customerId: z.int(), changeId: z.string(), attempt: z.int().optional() }),

  async claim({ customerId, changeId, attempt }, ctx): Promise<Claimed | undefined> {
    const held = await hold(ctx, changeId);
    if (!held) return undefined;
    const { buy, change } = held;
    const wall = after(ctx.now, -ctx.viewer.clockOffsetMs);
    const leaseMs = ctx.installation.sellerTimeoutMs + LEASE_MARGIN_MS;
    const superseded = attempt !== undefined && attempt !== change.attempts;
    if (change.state !== "open" || superseded) return { ...held, send: false };
    if (isLeased(change, wall)) {
      if (attempt !== undefined) await again(ctx, changeId, attempt, leaseMs);
      return { buy, change: { ...change, error: "it is being made: look at it again in a moment" }, send: false };
    }
    if (prospectOf(change.kind, buy) !== "send")
      return { ...(await settleWithoutSeller(ctx, buy, change)), send: false };
    const attempts = change.attempts + 1;
    const leaseUntil = after(wall, leaseMs);
    await again(ctx, changeId, attempts, retryDelayMs(attempts, leaseMs));
    return {
      buy,
      change: await saveChange(ctx.db, customerId, { ...change, attempts, leaseUntil }, ctx.now),
      send: true,
    };
  },

  async call({ buy, change, send }, ctx): Promise<SellerResponse<MediaBuyOutcome> | undefined> {
    if (!send) return undefined;
    return askSeller(ctx, buy, (agent, call) =>
      change.taskId === null
        ? agent.updateMediaBuy(toMediaBuyChange(change, buy), call)
        : agent.getTask(change.taskId, call),
    );
  },

  async settle(claimed, reply, ctx): Promise<ChangeResult> {
    if (!reply) return resultOf(claimed.change, claimed.buy);
    const { db, viewer, now } = ctx;
    const held = await hold(ctx, claimed.change.changeId);
    if (!held) throw new Error(`change ${claimed.change.changeId} vanished while it was made`);
    const settled = settleChange(held, claimed.change.attempts, reply, now);
    if (settled === held) return resultOf(held.change, held.buy);
    const change = await saveChange(db, viewer.customerId, settled.change, now);
    if (settled.buy !== held.buy) await saveMediaBuy(db, viewer.customerId, held.buy, settled.buy);
    await tellOfStatus(ctx, held.buy, settled.buy);
    if (change.state === "open" && change.taskId !== null) await again(ctx, change.changeId, change.attempts, HOUR_MS);
    return resultOf(change, settled.buy);
  },
});

/** Has an open change made as soon as its buy has come to where it can be. */
export async function takeUpChange(ctx: Context, buy: MediaBuy): Promise<void> {
  const { pending } = buy;
  if (!pending || prospectOf(pending.kind, buy) === "wait") return;
  const input = { customerId: ctx.viewer.customerId, changeId: pending.changeId };
  await ctx.enqueue(applyChange, input, { key: pending.changeId });
}

/** A change and its buy, held until the transaction ends. The buy comes first: whoever writes either holds the buy. */
async function hold({ db, viewer }: Context, changeId: string): Promise<{ buy: MediaBuy; change: Change } | undefined> {
  const asked = await findChange(db, viewer.customerId, changeId);
  const buy = asked && (await lockMediaBuy(db, viewer.customerId, asked.mediaBuyId));
  const change = buy && (await findChange(db, viewer.customerId, changeId));
  return buy && change && { buy, change };
}

async function again(ctx: Context, changeId: string, attempt: number, delayMs: number): Promise<void> {
  const { customerId } = ctx.viewer;
  await ctx.enqueue(applyChange, { customerId, changeId, attempt }, { delayMs, key: `${changeId} ${attempt}` });
}

async function settleWithoutSeller(ctx: Context, buy: MediaBuy, change: Change) {
  const { db, viewer, now } = ctx;
  const save = (settled: Partial<Change>) => saveChange(db, viewer.customerId, { ...change, ...settled }, now);
  switch (prospectOf(change.kind, buy)) {
    case "wait":
      return { buy, change: await save({ error: whyWaiting(change.kind, buy) }) };
    case "drop": {
      const dropped = { ...afterStep(buy, "cancel", now), nextCheckAt: null };
      await tellOfStatus(ctx, buy, dropped);
      return { buy: await saveMediaBuy(db, viewer.customerId, buy, dropped), change: await save({ state: "done" }) };
    }
    case "reached":
      return { buy, change: await save({ state: "done", error: null }) };
    default:
      return { buy, change: await save({ state: "refused", error: whyRefused(change.kind, buy) }) };
  }
}
