import { afterAll, beforeAll, expect, test } from "vitest";
import { doJobs, makeEverythingDue } from "../../../../test/jobs.ts";
import { expectData } from "../../../../test/operations/expect-data.ts";
import { after, HOUR_MS } from "../../../ground/kernel/clock.ts";
import type { CreativesToSync } from "../../../ground/seller-agent/index.ts";
import { buyOf, type Market, openMarket, type Shop } from "../../orders/shop.fixture.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

const LIBRARY = { hasCreativeLibrary: true, tools: [] };
const creative = (creativeId: string, title = "first") => ({
  creativeId,
  name: creativeId,
  manifest: { format_kind: "image", assets: { title } },
});

/** A buy from one source, and the requests that make it show something. */
async function bought() {
  const shop = await market.openShop({ sources: 1, capabilities: [LIBRARY] });
  const agent = await shop.resolveAgent();
  const outcome = await agent.createMediaBuy(buyOf(["s0:a"]), shop.call());
  if (outcome.kind !== "done") throw new Error(`not bought: ${JSON.stringify(outcome)}`);
  const { mediaBuyId, packages } = outcome.mediaBuy;
  const show = (...creatives: CreativesToSync["creatives"]) => {
    const creativeIds = creatives.map(({ creativeId }) => creativeId);
    const shown = packages.map(({ packageId }) => ({ packageId, creativeIds }));
    return agent.syncCreatives({ idempotencyKey: "show", mediaBuyId, creatives, packages: shown }, shop.call());
  };
  return { shop, show, mediaBuyId };
}

const decide = async ({ seller }: Shop, creativeId: string, body: object) =>
  expectData(await seller.post(`/storefront/creative-reviews/${creativeId}/decide`, body));
/** What the source was last told to show in its package, and the creatives that it was sent. */
const receivedBy = ({ sellers: [seller] }: Shop) => ({
  given: seller?.synced.map(({ creatives }) => creatives.map(({ manifest }) => manifest)),
  shown: seller?.changes.at(-1)?.packages?.flatMap(({ creativeIds }) => creativeIds ?? []),
});
const titled = (title: string) => ({ format_kind: "image", assets: { title } });

test("no source receives a creative before the storefront has approved it, and never one that it rejects", async () => {
  const { shop, show } = await bought();
  await shop.set({ creative_approval: "manual" });
  const waiting = { outcome: "created", approval: "pending_review" };
  expect(await show(creative("good"), creative("bad"))).toMatchObject([waiting, waiting]);
  expect(receivedBy(shop)).toEqual({ given: [], shown: undefined });
  await decide(shop, "good", { status: "approved" });
  await decide(shop, "bad", { status: "rejected", reviewer_notes: "too loud" });
  expect(await show(creative("good"), creative("bad"))).toMatchObject([
    { creativeId: "good", outcome: "created" },
    { creativeId: "bad", outcome: "failed", approval: "rejected", message: "too loud" },
  ]);
  expect(receivedBy(shop)).toEqual({ given: [[titled("first")]], shown: ["good"] });
});

test("a passthrough storefront holds nothing back", async () => {
  const { shop, show } = await bought();
  await shop.set({ creative_approval: "manual", product_mode: "passthrough" });
  expect(await show(creative("banner"))).toMatchObject([{ outcome: "created", approval: null }]);
});

test("approved content is shown until its successor is decided on, and is removed if the successor is rejected", async () => {
  const { shop, show } = await bought();
  await show(creative("banner"), creative("other"));
  await shop.set({ creative_approval: "manual" });
  expect(await show(creative("banner", "second"), creative("other"))).toMatchObject([
    { outcome: "updated", approval: "pending_review" },
    { outcome: "created" },
  ]);
  expect(receivedBy(shop)).toEqual({ given: [[titled("first"), titled("first")]], shown: ["banner", "other"] });
  await decide(shop, "banner", { status: "rejected" });
  await show(creative("banner", "second"), creative("other"));
  expect(receivedBy(shop).shown).toEqual(["other"]);
});

test("a process that dies after the source was told tells it the same again under the same key", async () => {
  const { shop, show } = await bought();
  market.reached = (work, stage) => {
    if (work === "creatives.show-order" && stage === "called") throw new Error("killed");
  };
  await expect(show(creative("banner"))).rejects.toThrow("killed");
  market.reached = undefined;
  // A crashed process holds the order until its lease expires.
  market.clock.set(new Date(market.clock.now().getTime() + 600_000));
  expect(await show(creative("banner"))).toMatchObject([{ creativeId: "banner", outcome: "created" }]);
  const keys = shop.sellers[0]?.synced.map(({ idempotencyKey }) => idempotencyKey) ?? [];
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
});

test("a job that comes while somebody is still sending is postponed, so that the creatives are sent even if nobody asks", async () => {
  const { shop, show } = await bought();
  const { clock, world } = market;
  market.reached = (work, stage) => {
    if (work === "creatives.show-order" && stage === "claimed") throw new Error("killed");
  };
  await expect(show(creative("banner"))).rejects.toThrow("killed");
  market.reached = undefined;
  await makeEverythingDue(world);
  await doJobs(world);
  expect(shop.sellers[0]?.synced).toEqual([]);
  clock.set(after(clock.now(), HOUR_MS));
  await makeEverythingDue(world);
  await doJobs(world);
  expect(shop.sellers[0]?.synced).toHaveLength(1);
});

test("creatives that are already shown are not sent a second time", async () => {
  const { shop, show } = await bought();
  const first = await show(creative("banner"));
  expect(await show(creative("banner"))).toEqual(first);
  expect(shop.sellers[0]?.synced).toHaveLength(1);
  await show(creative("banner", "second"));
  await show(creative("banner"));
  const keys = shop.sellers[0]?.synced.map(({ idempotencyKey }) => idempotencyKey);
  expect(new Set(keys).size).toBe(3);
});

test("sixteen concurrent calls send a source its creatives under one key", async () => {
  const { shop, show } = await bought();
  const reported = await Promise.all(Array.from({ length: 16 }, () => show(creative("banner"))));
  expect(reported.flat().filter(({ outcome }) => outcome === "failed")).toEqual([]);
  expect(new Set(shop.sellers[0]?.synced.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
});
