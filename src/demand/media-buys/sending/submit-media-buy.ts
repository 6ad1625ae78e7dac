import { z } from "zod";
import { type Attempt, type DispatchInput, dispatch, type Outcome, POLICIES } from "../../../ground/dispatch/index.ts";
import type { CallContext, ClaimedStep, Context } from "../../../ground/kernel/context.ts";
import type { BuyerIdentity, MediaBuyOutcome } from "../../../ground/seller-agent/index.ts";
import { findBuyerIdentity, getAdvertiser } from "../../advertisers/index.ts";
import { type CampaignCreatives, type DroppedCreative, droppedOf } from "../../creatives/index.ts";
import { askSeller, outcomeUnlessRetryable } from "../ask-seller.ts";
import { applyOpenChange } from "../changes/apply-change.ts";
import { blankSync } from "../creatives/creative-sync.ts";
import { type RequiredCreatives, requiredCreatives } from "../creatives/required-creatives.ts";
import { saveCreativeSyncs } from "../creatives/store.ts";
import { takeUpCreativesLater } from "../creatives/take-up-creatives.ts";
import { saveMediaBuys } from "../drafting/store.ts";
import { isFrozen, type MediaBuy } from "../media-buy.ts";
import type { MediaBuyState } from "../media-buy-state.ts";
import { notifyOfDoubt, notifyOfStatus } from "../notify-of-buy.ts";
import { attempted } from "../seller-response.ts";
import { holdMediaBuy, lockMediaBuy, saveMediaBuy, saveMediaBuyLast } from "../store.ts";
import { withHonoured } from "./store-honoured.ts";
import { afterLateAnswer, afterSending, asSent, isToBeSent, toNewMediaBuy } from "./submission.ts";

/** The state of a buy after the attempt to send it. */
interface Submission {
  readonly mediaBuyId: string;
  readonly salesAgentId: string;
  readonly salesAgentName: string;
  readonly status: MediaBuyState;
  /** Why the buy is not with the seller; null if it is. */
  readonly error: string | null;
  /** The buy as it was stored. */
  readonly buy: MediaBuy;
}

/** Identifies a buy to be sent. */
type SendBuy = DispatchInput & { readonly mediaBuyId: string };

interface Sending {
  readonly buy: MediaBuy;
  readonly shown: RequiredCreatives["byProduct"];
}

/** Sends a draft to its seller. However often it is sent, the key and the content are the same. */
export const submitMediaBuy = dispatch({
  name: "media-buys.submit",
  input: { mediaBuyId: z.string() },
  policy: POLICIES.mediaBuy,
  load: ({ customerId, mediaBuyId }, { db }) => lockMediaBuy(db, customerId, mediaBuyId),
  hold: (buy, { db, viewer }) => holdMediaBuy(db, viewer.customerId, buy),
  isOpen: isToBeSent,
  async request(buy, ctx) {
    const buyer = buy.buyer ?? (await buyerOf(ctx, buy));
    const { creatives, ...requested } = requestOf(buy, buyer, await requiredCreatives(ctx, buy), ctx.now);
    await saveCreativeSyncs(ctx.db, ctx.viewer.customerId, [creatives]);
    return requested;
  },
  save: (buy, { db, viewer }) => saveMediaBuy(db, viewer.customerId, buy, buy),
  call: send,
  settle: (buy, result, ctx) => save(ctx, buy, afterSending(buy, result, ctx.now)),
  settleLate: (buy, answer, ctx) => save(ctx, buy, afterLateAnswer(buy, answer, ctx.now)),
  answer: submissionOf,
});

/** The request for a buy, with the notes for its seller and what becomes of its creatives. */
function requestOf(buy: MediaBuy, buyer: BuyerIdentity, { missing, byProduct: shown }: RequiredCreatives, now: Date) {
  const creatives = { ...blankSync(buy.mediaBuyId, buy.campaignId), missing };
  const record = { ...asSent(buy, now), buyer, creatives };
  return { record, request: { buy: record, shown } satisfies Sending, creatives };
}

/** A draft whose seller is about to be called. */
export interface StartedSending extends ClaimedStep<SendBuy> {
  /** Whether the campaign has anything for the seller to show. */
  readonly hasCreatives: boolean;
}

interface StartedSendings {
  readonly sendings: readonly StartedSending[];
  /** Creatives that none of the campaign's products shows. */
  readonly dropped: readonly DroppedCreative[];
}

/**
 * Claims the first attempt to send drafts of one campaign, which this transaction has locked and which were never sent;
 * the caller is about to call their sellers. What the drafts have in common is read once, and each table is written by
 * one statement.
 */
export async function beginSendings(
  ctx: Context,
  drafts: readonly MediaBuy[],
  { buyer, creatives: read }: { readonly buyer: BuyerIdentity; readonly creatives: CampaignCreatives },
): Promise<StartedSendings> {
  const { customerId } = ctx.viewer;
  const begun = await Promise.all(
    drafts.map(async (draft) => {
      const wanted = await requiredCreatives(ctx, draft, read);
      const { record, request, creatives } = requestOf(draft, buyer, wanted, ctx.now);
      const written = { ...record, revision: draft.revision + 1 };
      const { mediaBuyId } = draft;
      const attempt = await submitMediaBuy.claimWith({ record: written, request }, { customerId, mediaBuyId }, ctx);
      return { ...attempt, creatives, hasCreatives: wanted.asked.creatives.length > 0 };
    }),
  );
  await saveCreativeSyncs(
    ctx.db,
    customerId,
    begun.map(({ creatives }) => creatives),
  );
  await saveMediaBuys(
    ctx.db,
    customerId,
    begun.map(({ record }) => record),
  );
  const sendings = begun.map(({ input, claimed, hasCreatives }) => ({ input, claimed, hasCreatives }));
  return { sendings, dropped: droppedOf(read) };
}

async function save(ctx: Context, buy: MediaBuy, settled: MediaBuy): Promise<MediaBuy> {
  if (settled === buy) return buy;
  const saved = await saveMediaBuyLast(ctx.db, ctx.viewer.customerId, buy, settled);
  await notifyOfStatus(ctx, buy, saved);
  await notifyOfDoubt(ctx, buy, saved);
  await applyOpenChange(ctx, saved);
  await takeUpCreativesLater(ctx, buy, saved);
  return saved;
}

async function send({ buy, shown }: Sending, ctx: CallContext, { sentAt }: Attempt): Promise<Outcome<MediaBuyOutcome>> {
  const instead = await outcomeUnlessRetryable(ctx, buy, sentAt);
  if (instead) return instead;
  const ready = await withHonoured(buy, ctx);
  if (ready.kind !== "answered") return attempted(ready, sentAt);
  return attempted(
    await askSeller(ctx, buy, (agent, call) => agent.createMediaBuy(toNewMediaBuy(ready.answer, shown), call)),
    sentAt,
  );
}

/** The buyer's identity as sellers may see it. */
export function buyerOf(ctx: Context, { advertiserId }: Pick<MediaBuy, "advertiserId">): Promise<BuyerIdentity> {
  return findBuyerIdentity(ctx, advertiserId, getAdvertiser(ctx, advertiserId));
}

function submissionOf(buy: MediaBuy): Submission {
  const { mediaBuyId, salesAgentId, status, error, salesAgentName } = buy;
  const underWay = isFrozen(buy) ? `it is being sent to ${salesAgentName}: read it again in a moment` : null;
  return { mediaBuyId, salesAgentId, salesAgentName, status, error: error?.message ?? underWay, buy };
}
