import { after } from "../../../ground/kernel/clock.ts";
import { type Context, wallOf } from "../../../ground/kernel/context.ts";
import { newUuid } from "../../../ground/kernel/ids.ts";
import { type Step, step } from "../../../ground/kernel/step.ts";
import type { CreativeOutcome } from "../../../ground/seller-agent/index.ts";
import { passOnCreatives as changed } from "../../creatives/index.ts";
import { askSeller, type SellerResponse } from "../ask-seller.ts";
import { refreshMediaBuy } from "../checks/refresh-media-buy.ts";
import type { MediaBuy } from "../media-buy.ts";
import { isLeased, LEASE_MARGIN_MS, retryDelayMs } from "../sending/submission.ts";
import { lockMediaBuy } from "../store.ts";
import { askedOfSeller } from "./asked-of-seller.ts";
import { type Asked, afterSync, beginSync, blankSync, type CreativeSync, isToBeSent } from "./creative-sync.ts";
import { listHeldBuyIds, saveCreativeSync } from "./store.ts";
import { isHeld, type SendInput, sending } from "./take-up-creatives.ts";

interface Claimed {
  readonly buy: MediaBuy;
  readonly sync: CreativeSync;
  readonly asked: Asked;
}

/**
 * Has the seller of a buy show what the campaign has to show. Creatives never go along with the buy itself: that is sent again
 * to the letter until it is answered, while creatives change, and one that a seller will not have must not cost the buy.
 */
export const sendCreatives: Step<SendInput, CreativeSync> = step({
  ...sending,

  async claim({ customerId, mediaBuyId }, ctx): Promise<Claimed | undefined> {
    const { db, random, installation } = ctx;
    const buy = await lockMediaBuy(db, customerId, mediaBuyId);
    if (!buy || !isHeld(buy)) return undefined;
    const leaseMs = installation.sellerTimeoutMs + LEASE_MARGIN_MS;
    const before = buy.creatives ?? blankSync(mediaBuyId, buy.campaignId);
    if (isLeased(before, wallOf(ctx))) {
      await scheduleRecovery(ctx, buy, leaseMs);
      return undefined;
    }
    const { missing, asked } = await askedOfSeller(ctx, buy);
    const known = { ...before, missing };
    if (!isToBeSent(known, asked)) {
      await saveCreativeSync(db, customerId, known);
      return undefined;
    }
    const sync = beginSync(known, asked, newUuid(random), after(wallOf(ctx), leaseMs));
    await saveCreativeSync(db, customerId, sync);
    if (sync.state !== "open") return undefined;
    await scheduleRecovery(ctx, buy, retryDelayMs(sync.attempts, leaseMs));
    return { buy, sync, asked };
  },

  call({ buy, sync, asked }, ctx): Promise<SellerResponse<readonly CreativeOutcome[]>> {
    const request = { ...asked, idempotencyKey: sync.executionKey ?? "" };
    return askSeller(ctx, buy, (agent, call) => agent.syncCreatives(request, call));
  },

  async settle({ buy, sync: sent }, response, ctx): Promise<CreativeSync> {
    const { db, viewer, now } = ctx;
    const { customerId } = viewer;
    const { mediaBuyId } = buy;
    const standing = (await lockMediaBuy(db, customerId, mediaBuyId))?.creatives ?? sent;
    const settled = afterSync(standing, sent, response, now);
    if (settled === standing) return standing;
    await saveCreativeSync(db, customerId, settled);
    // A buy that waited for creatives goes on by its seller's word, and that is to be asked for.
    if (settled.state === "done") await ctx.enqueue(refreshMediaBuy, { customerId, mediaBuyId }, { key: mediaBuyId });
    return settled;
  },
});

/** The creatives of a campaign have changed: each seller that holds a buy of it is given them. */
export const passOnCreatives = step({
  ...changed,
  async handle({ customerId, campaignId }, ctx): Promise<void> {
    for (const mediaBuyId of await listHeldBuyIds(ctx.db, customerId, campaignId))
      await ctx.enqueue(sendCreatives, { customerId, mediaBuyId }, { key: mediaBuyId });
  },
});

async function scheduleRecovery(
  { viewer, enqueue }: Context,
  { mediaBuyId }: MediaBuy,
  delayMs: number,
): Promise<void> {
  await enqueue(sendCreatives, { customerId: viewer.customerId, mediaBuyId }, { delayMs, key: `${mediaBuyId} again` });
}
