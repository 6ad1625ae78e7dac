import { z } from "zod";
import { after, SECOND_MS } from "../../../ground/kernel/clock.ts";
import type { CallContext, Context } from "../../../ground/kernel/context.ts";
import { type Step, step } from "../../../ground/kernel/step.ts";
import { buyerIdentityOf, getAdvertiser } from "../../advertisers/index.ts";
import { askSeller } from "../ask-seller.ts";
import { takeUpChange } from "../changes/apply-change.ts";
import { askedOfSeller } from "../creatives/asked-of-seller.ts";
import { blankSync } from "../creatives/creative-sync.ts";
import { saveCreativeSync } from "../creatives/store.ts";
import { takeUpCreatives } from "../creatives/take-up-creatives.ts";
import { isFrozen, type MediaBuy, type MediaBuyState } from "../media-buy.ts";
import { tellOfDoubt, tellOfStatus } from "../notify-of-buy.ts";
import { errorOf } from "../refusal.ts";
import { lockMediaBuy, saveMediaBuy } from "../store.ts";
import { withHonoured } from "./keep-honoured.ts";
import {
  afterSending,
  beginSending,
  isLeased,
  LEASE_MARGIN_MS,
  mayBeSent,
  retryDelayMs,
  type Sent,
  toNewMediaBuy,
} from "./submission.ts";

export interface SubmitInput {
  readonly customerId: number;
  readonly mediaBuyId: string;
  /** The attempt that left this behind; absent where somebody asks for the buy in person. */
  readonly attempt?: number | undefined;
}

/** Where a buy stands after it was to be sent. */
export interface Submission {
  readonly mediaBuyId: string;
  readonly salesAgentId: string;
  readonly status: MediaBuyState;
  /** Why it is not with the seller; null where it is. */
  readonly error: string | null;
}

interface Claimed {
  readonly buy: MediaBuy;
  /** Whether the seller may hold the buy already; absent where there is nothing to send. */
  readonly doubt?: boolean;
}

/**
 * Sends a draft to its seller. Each sending leaves a job behind in the transaction that claims it: whatever becomes of the
 * call, an error or a crash, the job finds the buy as it is and sends it again, under the same key and in the same words.
 */
export const submitMediaBuy: Step<SubmitInput, Submission> = step({
  name: "media-buys.submit",
  input: z.object({ customerId: z.int(), mediaBuyId: z.string(), attempt: z.int().optional() }),

  async claim({ customerId, mediaBuyId, attempt }, ctx): Promise<Claimed | undefined> {
    const { db, viewer, now, installation } = ctx;
    const buy = await lockMediaBuy(db, customerId, mediaBuyId);
    if (!buy) return undefined;
    const wall = after(now, -viewer.clockOffsetMs);
    const leaseMs = installation.sellerTimeoutMs + LEASE_MARGIN_MS;
    if (!mayBeSent(buy, attempt, wall)) {
      // A job that comes before the lease is over, by another machine's clock, must come back: nothing else would.
      if (attempt === buy.attempts && isLeased(buy, wall))
        await ctx.enqueue(submitMediaBuy, { customerId, mediaBuyId, attempt }, jobAt(mediaBuyId, attempt, leaseMs));
      return { buy };
    }
    const next = attempt === undefined ? 1 : attempt + 1;
    const buyer = buy.buyer ?? (await identityFor(ctx, buy));
    const creatives = { ...blankSync(mediaBuyId, buy.campaignId), missing: (await askedOfSeller(ctx, buy)).missing };
    await saveCreativeSync(db, customerId, creatives);
    const sending = { ...beginSending(buy, next, after(wall, leaseMs), now), buyer, creatives };
    const again = { customerId, mediaBuyId, attempt: next };
    await ctx.enqueue(submitMediaBuy, again, jobAt(mediaBuyId, next, retryDelayMs(next, leaseMs)));
    return { buy: await saveMediaBuy(db, customerId, buy, sending), doubt: buy.inDoubt };
  },

  async call({ buy, doubt }, ctx): Promise<Sent | undefined> {
    return doubt === undefined ? undefined : send(buy, doubt, ctx);
  },

  async settle({ buy: sent, doubt = true }, reply, ctx): Promise<Submission> {
    if (!reply) return submissionOf(sent);
    const { db, viewer, now, log } = ctx;
    const buy = await lockMediaBuy(db, viewer.customerId, sent.mediaBuyId);
    if (!buy) throw new Error(`media buy ${sent.mediaBuyId} vanished while it was sent`);
    const { attempts: attempt, revision } = sent;
    const settled = afterSending(buy, { attempt, revision, doubt, reply }, now);
    if (settled === buy) {
      log.warn({ mediaBuyId: buy.mediaBuyId, status: buy.status, reply: reply.kind }, "a sending was settled too late");
      return submissionOf(buy);
    }
    const saved = await saveMediaBuy(db, viewer.customerId, buy, settled);
    await tellOfStatus(ctx, buy, saved);
    await tellOfDoubt(ctx, buy, saved);
    await takeUpChange(ctx, saved);
    // Whoever executes sends them at once; the job is for a process that died before it could.
    await takeUpCreatives(ctx, buy, saved, 5 * SECOND_MS);
    return submissionOf(saved);
  },
});

/**
 * A seller that may hold the buy is sent it again only while it is known to remember the key: one that has forgotten would
 * sell a second time.
 */
async function send(buy: MediaBuy, doubt: boolean, ctx: CallContext): Promise<Sent> {
  if (doubt) {
    const response = await askSeller(ctx, buy, (agent, call) => agent.capabilities(call));
    // What it says about itself is no word about the buy.
    if (response.kind === "refused") return { kind: "silence", message: errorOf(response.errors).message };
    if (response.kind === "silence") return response;
    const { idempotencyTtlSeconds } = response.answer;
    if (!remembers(buy, idempotencyTtlSeconds, ctx)) {
      const message = `${buy.salesAgentName} may hold this buy and no longer knows a repetition from a new one, so it is not sent again`;
      return { kind: "withheld", message };
    }
  }
  const ready = await withHonoured(buy, ctx);
  if (ready.kind !== "answered") return ready;
  return askSeller(ctx, buy, (agent, call) => agent.createMediaBuy(toNewMediaBuy(ready.answer), call));
}

function remembers({ submittedAt }: MediaBuy, ttlSeconds: number | null, { now, installation }: CallContext): boolean {
  if (ttlSeconds === null || submittedAt === null) return false;
  return after(now, installation.sellerTimeoutMs) < after(submittedAt, ttlSeconds * SECOND_MS);
}

async function identityFor(ctx: Context, { advertiserId }: MediaBuy) {
  return buyerIdentityOf(ctx, await getAdvertiser(ctx, advertiserId));
}

function submissionOf(buy: MediaBuy): Submission {
  const { mediaBuyId, salesAgentId, status, error, salesAgentName } = buy;
  const underWay = isFrozen(buy) ? `it is being sent to ${salesAgentName}: look at it again in a moment` : null;
  return { mediaBuyId, salesAgentId, status, error: error?.message ?? underWay };
}

/** One waiting job for each attempt is enough. */
function jobAt(mediaBuyId: string, attempt: number, delayMs: number) {
  return { delayMs, key: `${mediaBuyId} ${attempt}` };
}
