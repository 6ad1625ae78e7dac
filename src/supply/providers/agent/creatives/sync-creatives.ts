import type { Context } from "../../../../ground/kernel/context.ts";
import { newId } from "../../../../ground/kernel/ids.ts";
import { refusal } from "../../../../ground/seller-agent/implementing/refusal.ts";
import {
  type CreativeOutcome,
  type CreativesToSync,
  type SellerCreative,
  SellerRefused,
} from "../../../../ground/seller-agent/index.ts";
import type { PlannedCreative } from "../../contract/plan.ts";
import type { Template } from "../../contract/template.ts";
import { runInPerson } from "../../jobs/run-in-person.ts";
import { enqueueJob } from "../../jobs/run-job.ts";
import { listOpenJobs } from "../../jobs/store.ts";
import type { ProviderBuy } from "../buy.ts";
import { digestOf } from "../digest.ts";
import { refreshBuys } from "../read-buys.ts";
import { readSeatAccount } from "../seat.ts";
import type { Shop } from "../shop.ts";
import { listBuys } from "../store.ts";
import { assetsOf } from "./assets.ts";
import { listCreatives, type StoredCreative, saveCreative } from "./creative-store.ts";

/** Assigns creatives to the packages of a buy. Each becomes an ad in its package, once for its content. */
export async function syncCreatives(shop: Shop, request: CreativesToSync): Promise<readonly CreativeOutcome[]> {
  const { source, adapter, out } = shop;
  const [buy] = await shop.read(({ db }) => listBuys(db, source, [request.mediaBuyId]));
  const name = adapter.describe.displayName;
  if (!buy?.mirror)
    throw new SellerRefused(name, [
      refusal("MEDIA_BUY_NOT_FOUND", `no media buy ${request.mediaBuyId}`, "media_buy_id"),
    ]);
  const seat = await out.perform(readSeatAccount, {
    customerId: buy.connectionCustomer,
    accountId: buy.accountId,
  });
  const facts = seat?.facts;
  const broken = await shop.write((ctx) => storeCreatives(ctx, shop, { request, buy, facts }));
  const open = await shop.read(({ db }) => listOpenJobs(db, buy));
  for (const { customerId, jobId, kind } of open)
    if (kind === "show" || kind === "switch_ad") await runInPerson(out, { customerId, jobId }, shop.until);
  await refreshBuys(shop, [buy.mediaBuyId]);
  const kept = await shop.read(({ db }) => listCreatives(db, source, [buy.mediaBuyId]));
  return request.creatives.map(({ creativeId }) => outcomeOf(creativeId, kept, broken));
}

interface CreativeSyncContext {
  readonly request: CreativesToSync;
  readonly buy: ProviderBuy;
  readonly facts: unknown;
}

/** Stores what is to be shown, with a job for what is new; returns what cannot be shown, and why. */
async function storeCreatives(
  ctx: Context,
  shop: Shop,
  { request, buy, facts }: CreativeSyncContext,
): Promise<ReadonlyMap<string, string>> {
  const { source, adapter } = shop;
  const broken = new Map<string, string>();
  const known = await listCreatives(ctx.db, source, [buy.mediaBuyId]);
  for (const { packageId, creativeIds } of request.packages) {
    const remote = buy.mirror?.packages.find((one) => one.packageId === packageId);
    const part = buy.plan.packages.find((one) => one.packageId === packageId);
    const template = adapter.templates.find(({ id }) => id === part?.templateId);
    if (!remote || !template) continue;
    for (const creative of request.creatives.filter(({ creativeId }) => creativeIds.includes(creativeId))) {
      const fitting = fit(creative, template);
      if (typeof fitting === "string") {
        broken.set(creative.creativeId, fitting);
        continue;
      }
      const before = known.find((one) => one.packageId === packageId && one.creativeId === creative.creativeId);
      const digest = digestOf({ name: creative.name, assets: fitting });
      if (before?.digest === digest) continue;
      const fresh = {
        mediaBuyId: buy.mediaBuyId,
        packageId,
        creativeId: creative.creativeId,
        name: creative.name,
        digest,
        assets: fitting,
        wanted: true,
        approval: "processing",
        reason: null,
        raw: null,
        adId: null,
        refs: [],
      } as const;
      await saveCreative(ctx.db, source, fresh, ctx.now);
      const planned = plannedOf(buy, fresh, { packageRemoteId: remote.id, templateId: template.id });
      await leave(ctx, shop, fresh, "show", { ...planned, facts });
      if (before?.adId)
        await leave(ctx, shop, fresh, "switch_ad", { adId: before.adId, packageRemoteId: remote.id, on: false });
    }
  }
  return broken;
}

function plannedOf(
  { mediaBuyId, mirror, plan }: ProviderBuy,
  { packageId, creativeId, digest, name, assets }: StoredCreative,
  place: Pick<PlannedCreative, "packageRemoteId" | "templateId">,
): PlannedCreative {
  return {
    ...place,
    mediaBuyId,
    campaignRemoteId: mirror?.campaign.id ?? "",
    packageId,
    // A new version makes a new ad, which is looked up by its own tag.
    creativeId: `${creativeId}.${digest.slice(0, 8)}`,
    name,
    paused: plan.paused,
    assets,
  };
}

async function leave(
  ctx: Context,
  { source: { customerId, inventorySourceId } }: Shop,
  { mediaBuyId, packageId, creativeId }: Pick<StoredCreative, "mediaBuyId" | "packageId" | "creativeId">,
  kind: "show" | "switch_ad",
  input: unknown,
): Promise<void> {
  const jobId = newId("task", ctx.random);
  await enqueueJob(ctx, { customerId, jobId, inventorySourceId, mediaBuyId, packageId, creativeId, kind, input });
}

/** Its assets in the platform's terms, or the reason why the product does not accept it. */
function fit(creative: SellerCreative, { name, formats }: Template): StoredCreative["assets"] | string {
  const assets = assetsOf(creative);
  const takesProducts = formats.some(({ kind }) => kind === "sponsored_placement");
  if (takesProducts && assets.productIds) return assets;
  const taken = formats.flatMap(({ kind }) => (kind === "sponsored_placement" ? [] : kind.replace("_hosted", "")));
  if (taken.length === 0) return `${name} shows products: give a catalog asset with their ids`;
  if (!assets.media) return `it has no ${taken.join(" or ")} with an address`;
  return taken.includes(assets.media.kind)
    ? assets
    : `${name} takes ${taken.join(" or ")}, and no ${assets.media.kind}`;
}

/** If a creative is in several packages, the status that comes first here counts. */
const WORST = ["rejected", "suspended", "processing", "pending_review", "approved", "archived"] as const;

function outcomeOf(
  creativeId: string,
  kept: readonly StoredCreative[],
  broken: ReadonlyMap<string, string>,
): CreativeOutcome {
  const message = broken.get(creativeId);
  if (message !== undefined) return { creativeId, outcome: "failed", approval: "rejected", message };
  const own = kept.filter((one) => one.creativeId === creativeId && one.wanted);
  const worst = WORST.flatMap((approval) => own.find((one) => one.approval === approval) ?? [])[0];
  if (!worst) return { creativeId, outcome: "unchanged", approval: null, message: null };
  const isBroken = worst.approval === "rejected" && worst.adId === null;
  return { creativeId, outcome: isBroken ? "failed" : "updated", approval: worst.approval, message: worst.reason };
}
