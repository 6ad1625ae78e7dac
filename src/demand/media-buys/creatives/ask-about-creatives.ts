import { askAboutCreativesJob } from "../../../ground/job-references/index.ts";
import { stepped } from "../../../ground/kernel/lifecycle.ts";
import { step } from "../../../ground/kernel/step.ts";
import { lockMediaBuy } from "../store.ts";
import { syncLife } from "./creative-sync.ts";
import { saveCreativeSyncs } from "./store.ts";
import { isHeld, sending } from "./take-up-creatives.ts";

/**
 * Sends a seller on this installation the same creatives again once it has decided on creatives that it had held back,
 * so that it answers.
 */
export const askAboutCreatives = step({
  ...askAboutCreativesJob,
  async handle({ customerId, mediaBuyId }, { db, enqueue }): Promise<void> {
    const buy = await lockMediaBuy(db, customerId, mediaBuyId);
    if (!buy?.creatives || !isHeld(buy)) return;
    if (buy.creatives.state === "done")
      await saveCreativeSyncs(db, customerId, [
        { ...buy.creatives, state: stepped(syncLife, "send", buy.creatives.state), attempts: 0 },
      ]);
    await enqueue(sending, { customerId, mediaBuyId }, { key: mediaBuyId });
  },
});
