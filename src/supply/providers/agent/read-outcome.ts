import { refusal, rejected } from "../../../ground/seller-agent/implementing/refusal.ts";
import type { MediaBuyOutcome } from "../../../ground/seller-agent/index.ts";
import { findJob } from "../jobs/store.ts";
import { toSellerMediaBuy } from "./buy.ts";
import { listCreatives } from "./creatives/creative-store.ts";
import type { Shop } from "./shop.ts";
import { listBuys } from "./store.ts";
import { toSellerError } from "./to-seller-error.ts";

/** The outcome of a request that became a job: done, refused, or in progress. */
export function outcomeOfBuy(shop: Shop, mediaBuyId: string, jobId: string | null): Promise<MediaBuyOutcome> {
  return shop.read(async ({ db }) => {
    const { source, adapter } = shop;
    const [buy] = await listBuys(db, source, [mediaBuyId]);
    if (!buy) return rejected(refusal("MEDIA_BUY_NOT_FOUND", `no media buy ${mediaBuyId}`, "media_buy_id"));
    const job = jobId === null ? undefined : await findJob(db, source.customerId, jobId);
    if (job?.status === "OPEN") {
      const message = `${adapter.describe.displayName} is working on it.`;
      return { kind: "submitted", taskId: job.jobId, message, mediaBuyId };
    }
    if (job?.status === "FAILED" && job.error)
      return rejected(buy.reason ?? toSellerError(job.error, adapter.describe.displayName));
    const shown = await listCreatives(db, source, [mediaBuyId]);
    return { kind: "done", mediaBuy: toSellerMediaBuy(buy, shown, shop.now) };
  });
}

/** The status of a task; undefined if there is none with this id. */
export async function outcomeOfTask(shop: Shop, taskId: string): Promise<MediaBuyOutcome | undefined> {
  const job = await shop.read(({ db }) => findJob(db, shop.source.customerId, taskId));
  const isOurs = job?.inventorySourceId === shop.source.inventorySourceId;
  return job?.mediaBuyId && isOurs ? outcomeOfBuy(shop, job.mediaBuyId, job.jobId) : undefined;
}
