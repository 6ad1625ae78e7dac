import { afterAll, beforeAll, expect, test } from "vitest";
import { png } from "../../src/demand/creatives/media/files.fixture.ts";
import { after, DAY_MS, dayOf, wallClock } from "../../src/ground/kernel/clock.ts";
import type { SimulatedProvider } from "../../src/main/sandbox/providers/index.ts";
import { startSnap } from "../../src/main/sandbox/providers/snap/start-snap.ts";
import { openStall, type Stall } from "../../src/supply/marketplace/market.fixture.ts";
import { connectedShop, ok, setApplication, type WiredShop } from "../../src/supply/providers/providers.fixture.ts";
import { PROFILES } from "../../src/supply/simulated/index.ts";
import { freePort } from "../free-port.ts";
import { type Caller, INSTALLATION, openWorld, type World } from "../world.ts";
import { settle } from "./market-day.ts";

let world: World;
let snap: SimulatedProvider;
let shop: WiredShop;
let stall: Stall;
let buyer: Caller;
const port = await freePort();
const publicUrl = `http://127.0.0.1:${port}`;
beforeAll(async () => {
  const redirectUris = [`${publicUrl}/api/v2/storefront/adapters/snap/oauth/callback`];
  const application = { clientId: "journey", clientSecret: "not a secret", redirectUris };
  snap = await startSnap({ clock: wallClock, seed: "journey", application, followsCallers: true });
  world = await openWorld({ installation: { ...INSTALLATION, publicUrl, providerHosts: snap.addresses } });
  // Snap's adapter fetches the buyer's picture where the buyer put it: here.
  await world.app.listen({ host: "127.0.0.1", port });
  const operator = await world.caller("OPERATOR");
  await setApplication(operator, snap);
  stall = await openStall(world, operator, {
    name: "Trail Post",
    sandbox: true,
    source: { simulation: PROFILES.news },
  });
  shop = await connectedShop(world, snap, "acme.example");
  ok(await shop.seller.put("/storefront", { isPaused: false }));
  ok(await operator.post(`/operator/storefronts/${shop.storefrontId}/list`));
  buyer = await world.caller("BUYER", { sandbox: true });
}, 60_000);
afterAll(async () => {
  await world.close();
  await snap.close();
});

interface Found {
  readonly productId: string;
  readonly salesAgentId: string;
  readonly storefrontId?: number;
  readonly pricingOptions: readonly { readonly pricingOptionId: string; readonly isFixed: boolean }[];
}

/** One product of each storefront, in one campaign of twelve days. */
async function buyAcross(): Promise<string> {
  const advertiser = ok(await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.example" }));
  const asked = { advertiserId: advertiser.id, storefrontIds: [shop.storefrontId, stall.id], productsPerGroup: 1 };
  const found = ok(await buyer.post("/buyer/discovery/discover-products", asked));
  const products = found.productGroups.map(({ products: [product] }: { products: Found[] }) => {
    if (!product) throw new Error("a storefront offers nothing");
    const { productId, salesAgentId, pricingOptions } = product;
    const [option] = pricingOptions;
    return {
      productId,
      salesAgentId,
      pricingOptionId: option?.pricingOptionId,
      budget: 5_000,
      ...(!option?.isFixed && { bidPrice: 60 }),
    };
  });
  expect(products).toHaveLength(2);
  ok(await buyer.post(`/buyer/discovery/${found.discoveryId}/products`, { products }));
  const [startDate, endDate] = [0, 12].map((days) => new Date(Date.now() + days * DAY_MS).toISOString());
  const plan = { name: "Spring", flightDates: { startDate, endDate }, budget: { total: 10_000 } };
  const made = ok(
    await buyer.post("/buyer/campaigns", { ...plan, advertiserId: advertiser.id, discoveryId: found.discoveryId }),
  );
  const path = `/buyer/campaigns/${made.campaign.campaignId}`;
  expect(ok(await buyer.post(`${path}/execute`))).toMatchObject({ success: true });
  return path;
}

test("a campaign runs across Snap and another storefront: a creative is refused, replaced and approved, and one report tells both as Snap corrects itself", async () => {
  const path = await buyAcross();
  await settle(world);
  const buys = async () => ok(await buyer.get(path)).campaign.mediaBuys;
  const snapBuy = async () =>
    (await buys()).find(({ salesAgentId }: { salesAgentId: string }) => salesAgentId.startsWith("storefront-wired"));
  const show = async (name: string) => {
    const picture = { data_url: `data:image/png;base64,${png(1080, 1920).toString("base64")}` };
    const click = { asset_id: "click_url", url: "https://acme.example/spring", url_type: "clickthrough" };
    const made = ok(
      await buyer.post(`${path}/creatives/create`, { name, linked_assets: [picture], url_assets: [click] }),
    );
    await settle(world);
    return made;
  };
  const pass = async (time: { readonly hours?: number; readonly days?: number }) => {
    ok(await buyer.post("/sandbox/clock", time));
    await settle(world, 2);
  };
  snap.controls.refuseCreative({ name: "Loud spot" }, "MISLEADING_CLAIM");
  const loud = await show("Loud spot");
  await pass({ hours: 12 });
  expect(await snapBuy()).toMatchObject({
    status: "INPUT_REQUIRED",
    pendingReason: "source_rejected_creatives",
    why: {
      waitingOn: "buyer",
      reason: expect.stringMatching(/Snap refused the ad: .*misleading claim/i),
      nextStep: expect.stringContaining("change the creative"),
    },
  });
  const [sold] = ok(await shop.seller.get("/storefront/media-buys")).items;
  expect(sold).toMatchObject({
    pendingReason: "source_rejected_creatives",
    sourceStatus: "pending_creatives",
    why: { waitingOn: "buyer", reason: expect.stringMatching(/Snap refused the ad: .*misleading claim/i) },
  });
  ok(await buyer.delete(`${path}/creatives/${loud.creative_id}`));
  await show("Calm spot");
  await pass({ hours: 12 });
  expect(await snapBuy()).toMatchObject({ status: "ACTIVE", why: null });

  await pass({ days: 10 });
  const both = (await buys()).map(({ salesAgentId }: { salesAgentId: string }) => salesAgentId).sort();
  const report = async () => {
    const { totals } = ok(await buyer.get(`/buyer/reporting/metrics?campaignId=${path.split("/").at(-1)}&days=90`));
    return { totals, snap: (await snapBuy()).packages[0].delivery };
  };
  const before = await report();
  expect(before.snap.impressions).toBeGreaterThan(0);
  expect(both).toHaveLength(2);
  expect(before.totals.impressions).toBeGreaterThan(before.snap.impressions);

  // Of a day that is not final yet Snap says less than before.
  const lately = dayOf(snap.controls.now());
  for (const ago of [0, 1, 2]) snap.controls.restate(dayOf(after(new Date(lately), -ago * DAY_MS)), 100);
  await pass({ hours: 12 });
  const corrected = await report();
  expect(corrected.snap.impressions).toBeLessThan(before.snap.impressions);
  expect(corrected.totals.impressions).toBeGreaterThan(corrected.snap.impressions);
  expect(snap.ledger.twice()).toEqual([]);
  expect(snap.ledger.orphans()).toEqual([]);
  expect(snap.ledger.enabledUnread()).toEqual([]);
});
