import { z } from "zod";
import { dispatch, POLICIES } from "../../../ground/dispatch/index.ts";
import type { CallContext, Context } from "../../../ground/kernel/context.ts";
import { newUuid } from "../../../ground/kernel/ids.ts";
import { step } from "../../../ground/kernel/step.ts";
import { passOnCreatives as changed, hasCreatives } from "../../creatives/index.ts";
import { askSeller } from "../ask-seller.ts";
import { refreshMediaBuy } from "../checks/refresh-media-buy.ts";
import type { MediaBuy } from "../media-buy.ts";
import { lockMediaBuy } from "../store.ts";
import {
  afterSync,
  blankSync,
  type CreativeSync,
  isToBeSent,
  outcomeOf,
  type RequestedCreatives,
  withAsked,
} from "./creative-sync.ts";
import { requiredCreatives } from "./required-creatives.ts";
import { listHeldBuyIds, saveCreativeSyncs } from "./store.ts";
import { isHeld, sending, sendingToHolders } from "./take-up-creatives.ts";

interface HeldSync extends CreativeSync {
  readonly buy: MediaBuy;
}

interface Sending {
  readonly sync: HeldSync;
  readonly asked: RequestedCreatives;
}

/**
 * Sends the campaign's creatives to the seller of a buy. Creatives are only sent with the buy itself if the seller
 * cannot receive them in any other way (decision 57): a buy is retried unchanged until it is answered, while creatives
 * change, and a rejected creative must not cost the buy.
 */
export const sendCreatives = dispatch({
  name: sending.name,
  input: { mediaBuyId: z.string() },
  policy: POLICIES.creatives,
  async load({ customerId, mediaBuyId }, { db }): Promise<HeldSync | undefined> {
    const buy = await lockMediaBuy(db, customerId, mediaBuyId);
    return buy && { ...(buy.creatives ?? blankSync(mediaBuyId, buy.campaignId)), buy };
  },
  isOpen: ({ buy }) => isHeld(buy),
  async request(sync, ctx) {
    const { missing, asked } = await requiredCreatives(ctx, sync.buy);
    const known = { ...sync, missing };
    if (!isToBeSent(known, asked)) return { record: known, request: undefined };
    const record = withAsked(known, asked, newUuid(ctx.random));
    return { record, request: { sync: record, asked } satisfies Sending };
  },
  save,
  call: async ({ sync: { buy, executionKey }, asked }: Sending, ctx: CallContext) => {
    const request = { ...asked, idempotencyKey: executionKey ?? "" };
    return outcomeOf(await askSeller(ctx, buy, (agent, call) => agent.syncCreatives(request, call)));
  },
  async settle(sync, result, ctx) {
    const settled = await save(afterSync(sync, result, ctx.now), ctx);
    const { customerId } = ctx.viewer;
    const { mediaBuyId, state } = settled;
    // A buy that was waiting for creatives can now continue; polling finds out when its seller says so.
    if (state === "done") await ctx.enqueue(refreshMediaBuy, { customerId, mediaBuyId }, { key: mediaBuyId });
    return settled;
  },
  answer(held): CreativeSync {
    const { buy: _, ...sync } = held;
    return sync;
  },
});

async function save(sync: HeldSync, { db, viewer }: Context): Promise<HeldSync> {
  await saveCreativeSyncs(db, viewer.customerId, [sync]);
  return sync;
}

/** Sends the changed creatives of a campaign to each seller that holds one of its buys. */
export const passOnCreatives = step({
  ...changed,
  handle: ({ campaignId }, ctx): Promise<void> => sendToEach(ctx, campaignId),
});

/**
 * Sends the creatives that a campaign has by now to the sellers that have taken up its buys. One without creatives has nothing to send: a
 * change from now on is passed on by itself.
 */
export const sendToHolders = step({
  ...sendingToHolders,
  async handle({ customerId, campaignId }, ctx): Promise<void> {
    if (await hasCreatives(ctx.db, customerId, campaignId)) await sendToEach(ctx, campaignId);
  },
});

async function sendToEach({ db, viewer, enqueue }: Context, campaignId: string): Promise<void> {
  const { customerId } = viewer;
  for (const mediaBuyId of await listHeldBuyIds(db, customerId, campaignId))
    await enqueue(sendCreatives, { customerId, mediaBuyId }, { key: mediaBuyId });
}
