import { newId } from "../../../../ground/kernel/ids.ts";
import type { MediaBuyChange } from "../../../../ground/seller-agent/index.ts";
import { runInPerson } from "../../jobs/run-in-person.ts";
import { enqueueJob } from "../../jobs/run-job.ts";
import type { Shop } from "../shop.ts";
import { listBuys } from "../store.ts";
import { listCreatives, saveCreative } from "./creative-store.ts";

/** Makes packages show exactly the creatives that a change names: their ads run, and all others stop. */
export async function switchCreatives(shop: Shop, { mediaBuyId, packages = [] }: MediaBuyChange): Promise<void> {
  const named = packages.filter(({ creativeIds }) => creativeIds !== undefined);
  if (named.length === 0) return;
  const { source } = shop;
  const jobs = await shop.write(async (ctx) => {
    const [buy] = await listBuys(ctx.db, source, [mediaBuyId]);
    const left: string[] = [];
    for (const creative of await listCreatives(ctx.db, source, [mediaBuyId])) {
      const asked = named.find(({ packageId }) => packageId === creative.packageId);
      const remote = buy?.mirror?.packages.find(({ packageId }) => packageId === creative.packageId);
      const wanted = asked?.creativeIds?.includes(creative.creativeId) ?? creative.wanted;
      if (wanted === creative.wanted) continue;
      await saveCreative(ctx.db, source, { ...creative, wanted }, ctx.now);
      if (creative.adId === null || !remote) continue;
      const jobId = newId("task", ctx.random);
      const { customerId, inventorySourceId } = source;
      const { packageId, creativeId } = creative;
      const input = { adId: creative.adId, packageRemoteId: remote.id, on: wanted };
      const about = { mediaBuyId, packageId, creativeId, kind: "switch_ad" as const };
      await enqueueJob(ctx, { customerId, jobId, inventorySourceId, ...about, input });
      left.push(jobId);
    }
    return left;
  });
  for (const jobId of jobs) await runInPerson(shop.out, { customerId: source.customerId, jobId }, shop.until);
}
