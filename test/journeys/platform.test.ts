import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { png } from "../../src/demand/creatives/media/files.fixture.ts";
import { after, DAY_MS, dayOf } from "../../src/ground/kernel/clock.ts";
import { type SimulatedProvider, startGoogle, startMeta, startSnap } from "../../src/main/sandbox/providers/index.ts";
import { type MarketStorefront, openStorefront } from "../../src/supply/marketplace/market.fixture.ts";
import { connectedShop, ok, setApplication, type WiredShop } from "../../src/supply/providers/providers.fixture.ts";
import { PROFILES } from "../../src/supply/simulated/index.ts";
import { freePort } from "../free-port.ts";
import { fasterClock, liftLimits, unhurriedWall } from "../providers/unhurried.ts";
import { type Caller, INSTALLATION, openWorld, type World } from "../world.ts";
import { settle } from "./market-day.ts";

interface Found {
  readonly productId: string;
  readonly salesAgentId: string;
  readonly storefrontId?: number;
  readonly pricingOptions: readonly { readonly pricingOptionId: string; readonly isFixed: boolean }[];
}

/** What is bought on each platform, and a picture of a size that it accepts. */
const PLATFORMS = [
  { name: "snap", displayName: "Snap", start: startSnap, sold: "snap:", picture: [1080, 1920] },
  { name: "google", displayName: "Google", start: startGoogle, sold: "google:display", picture: [300, 250] },
  { name: "meta", displayName: "Meta", start: startMeta, sold: "meta:", picture: [1080, 1080] },
] as const;

describe.each(PLATFORMS)("$displayName", ({ name: provider, displayName, start, sold, picture: [width, height] }) => {
  let world: World;
  let platform: SimulatedProvider;
  let shop: WiredShop;
  let stall: MarketStorefront;
  let buyer: Caller;
  beforeAll(async () => {
    const port = await freePort();
    const publicUrl = `http://127.0.0.1:${port}`;
    const redirectUris = [`${publicUrl}/api/v2/storefront/adapters/${provider}/oauth/callback`];
    const application = { clientId: "journey", clientSecret: "not a secret", redirectUris };
    platform = await start({
      clock: fasterClock(),
      wall: unhurriedWall(),
      seed: "journey",
      application,
      followsCallers: true,
    });
    const installation = { ...INSTALLATION, publicUrl, providerHosts: platform.addresses };
    world = await openWorld({ installation });
    await liftLimits(world);
    // The adapter fetches the buyer's picture from where the buyer published it, which is here.
    await world.app.listen({ host: "127.0.0.1", port });
    const operator = await world.caller("OPERATOR");
    await setApplication(operator, platform);
    stall = await openStorefront(world, operator, {
      name: "Trail Post",
      sandbox: true,
      source: { simulation: PROFILES.news },
    });
    shop = await connectedShop(world, platform, "acme.example");
    ok(await shop.seller.put("/storefront", { isPaused: false }));
    ok(await operator.post(`/operator/storefronts/${shop.storefrontId}/list`));
    buyer = await world.caller("BUYER", { sandbox: true });
  }, 60_000);
  afterAll(async () => {
    await world.close();
    await platform.close();
  });

  /** One product of each storefront, in one campaign of twenty days. */
  async function buyAcross(): Promise<string> {
    const advertiser = ok(await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.example" }));
    const asked = { advertiserId: advertiser.id, storefrontIds: [shop.storefrontId, stall.id], productsPerGroup: 10 };
    const found = ok(await buyer.post("/buyer/discovery/discover-products", asked));
    const products = found.productGroups.map(({ products: offered }: { products: Found[] }) => {
      const product = offered.find(({ productId }) => productId.includes(sold)) ?? offered[0];
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
    const [startDate, endDate] = [0, 20].map((days) => new Date(Date.now() + days * DAY_MS).toISOString());
    const plan = { name: "Spring", flightDates: { startDate, endDate }, budget: { total: 10_000 } };
    const made = ok(
      await buyer.post("/buyer/campaigns", { ...plan, advertiserId: advertiser.id, discoveryId: found.discoveryId }),
    );
    const path = `/buyer/campaigns/${made.campaign.campaignId}`;
    expect(ok(await buyer.post(`${path}/execute`))).toMatchObject({ success: true });
    return path;
  }

  test("a campaign runs across it and another storefront: a creative is refused, replaced and approved, and one report tells both as it corrects itself", async () => {
    const refusal = new RegExp(`${displayName} refused the ad: .*misleading`, "i");
    const path = await buyAcross();
    await settle(world);
    const buys = async () => ok(await buyer.get(path)).campaign.mediaBuys;
    const itsBuy = async () =>
      (await buys()).find(({ salesAgentId }: { salesAgentId: string }) => salesAgentId.startsWith("storefront-wired"));
    const show = async (name: string) => {
      const picture = { data_url: `data:image/png;base64,${png(width, height).toString("base64")}` };
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
    platform.controls.refuseCreative({ name: "Loud spot" }, "MISLEADING_CLAIM");
    const loud = await show("Loud spot");
    await pass({ hours: 12 });
    expect(await itsBuy()).toMatchObject({
      status: "INPUT_REQUIRED",
      pendingReason: "source_rejected_creatives",
      why: {
        waitingOn: "buyer",
        reason: expect.stringMatching(refusal),
        nextStep: expect.stringContaining("change the creative"),
      },
    });
    const [sold] = ok(await shop.seller.get("/storefront/media-buys")).items;
    expect(sold).toMatchObject({
      pendingReason: "source_rejected_creatives",
      sourceStatus: "pending_creatives",
      why: { waitingOn: "buyer", reason: expect.stringMatching(refusal) },
    });
    ok(await buyer.delete(`${path}/creatives/${loud.creative_id}`));
    await show("Calm spot");
    await pass({ hours: 12 });
    expect(await itsBuy()).toMatchObject({ status: "ACTIVE", why: null });

    // Delivery is requested every night; a report that takes time is read the following night.
    for (const days of [7, 1, 1]) await pass({ days });
    const now = platform.controls.now();
    const [first, last] = [after(now, -10 * DAY_MS), after(now, -2 * DAY_MS)].map(dayOf);
    const report = async () => {
      const days = `startDate=${first}&endDate=${last}`;
      const { totals } = ok(await buyer.get(`/buyer/reporting/metrics?campaignId=${path.split("/").at(-1)}&${days}`));
      return totals.impressions;
    };
    const before = await report();
    const its = (await itsBuy()).packages[0].delivery.impressions;
    expect(its).toBeGreaterThan(0);
    expect(before).toBeGreaterThan(its / 2);
    expect(await buys()).toHaveLength(2);

    // For days that are not final yet, the platform reports less than before.
    for (const ago of [2, 3, 4]) platform.controls.restate(dayOf(after(now, -ago * DAY_MS)), 100);
    for (const days of [1, 1]) await pass({ days });
    expect(await report()).toBeLessThan(before);
    expect(platform.ledger.twice()).toEqual([]);
    expect(platform.ledger.orphans()).toEqual([]);
    expect(platform.ledger.enabledUnread()).toEqual([]);
  });
});
