import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../../../../test/free-port.ts";
import { liftLimits, unhurriedWall } from "../../../../test/providers/unhurried.ts";
import { INSTALLATION, openWorld, type World } from "../../../../test/world.ts";
import { after, DAY_MS, dayOf, HOUR_MS, wallClock } from "../../../ground/kernel/clock.ts";
import type { SellerAgent, SellerCall } from "../../../ground/seller-agent/index.ts";
import { type SimulatedProvider, startTiktok } from "../../../main/sandbox/providers/index.ts";
import { connect, mapBrand, ok, setApplication, type WiredShop, wire } from "../providers.fixture.ts";

let world: World;
let tiktok: SimulatedProvider;
let shop: WiredShop;
const publicUrl = `http://127.0.0.1:${await freePort()}`;
beforeAll(async () => {
  const redirectUris = [`${publicUrl}/api/v2/storefront/adapters/tiktok/oauth/callback`];
  const application = { clientId: "app-43", clientSecret: "not a secret", redirectUris };
  tiktok = await startTiktok({ clock: wallClock, wall: unhurriedWall(), seed: "43", application });
  world = await openWorld({ installation: { ...INSTALLATION, publicUrl, providerHosts: tiktok.addresses } });
  await liftLimits(world);
  await setApplication(await world.caller("OPERATOR"), tiktok);
  shop = await wire(world, "tiktok", "operator");
  const { seller, storefrontId } = shop;
  await connect(world, tiktok, { owner: seller, side: "storefront", storefrontId });
  await mapBrand(seller, "acme.example");
});
afterAll(async () => {
  await world.close();
  await tiktok.close();
});

const BUYER = { customerId: 7003, name: "Acme", operatorDomain: null, brandDomain: "acme.example", sandbox: true };
const callOf = (): SellerCall => ({
  buyer: BUYER,
  timeoutMs: 60_000,
  now: tiktok.controls.now(),
  requestId: "req_tiktok",
});
const agent = (): SellerAgent => {
  const { agentId, inventorySourceId, seller } = shop;
  const place = { customerId: seller.customerId, inventorySourceId };
  return world.host.openAgent({ kind: "provider", agentId, name: "TikTok", ...place });
};
const newBuy = (budget = "1500.25") => {
  const now = tiktok.controls.now();
  return {
    idempotencyKey: randomUUID(),
    buyerRef: `ref-${randomUUID()}`,
    name: "Spring",
    flight: { start: after(now, DAY_MS), end: after(now, 11 * DAY_MS) },
    packages: [
      {
        buyerRef: "p1",
        productId: "tiktok:reach:1",
        pricingOptionId: "cpm",
        currency: "USD",
        bidPrice: null,
        budget,
        pacing: "even" as const,
      },
    ],
  };
};

async function buy(request: ReturnType<typeof newBuy>) {
  let outcome = await agent().createMediaBuy(request, callOf());
  // After a lost answer the job continues automatically; a second interactive request does not wait for it.
  for (let asked = 0; outcome.kind === "submitted" && asked < 5; asked += 1)
    outcome = await agent().createMediaBuy(request, callOf());
  if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
  return outcome.mediaBuy;
}

test("an account's minimum is checked before TikTok is asked, and the application's secret is in no answer", async () => {
  expect(await agent().createMediaBuy(newBuy("30"), callOf())).toMatchObject({
    kind: "rejected",
    errors: [{ code: "BUDGET_TOO_LOW", message: expect.stringContaining("200 USD") }],
  });
  expect(tiktok.ledger.count("created", "campaign")).toBe(0);
  const { items } = ok(await shop.seller.get("/storefront/storefront-connections"));
  expect(items).toMatchObject([{ status: "connected", credential: { status: "ACTIVE", expiresAt: null } }]);
  expect(JSON.stringify(items)).not.toContain("not a secret");
});

test.each(["campaign/create/", "adgroup/create/", "campaign/status/update/"])(
  "after a lost reply to %s the result is looked up, and the ledger has nothing twice",
  async (path) => {
    tiktok.controls.loseReply(`POST /open_api/v1.3/${path}`, 1);
    const before = tiktok.ledger.living("campaign").length;
    await buy(newBuy());
    expect(tiktok.ledger.living("campaign")).toHaveLength(before + 1);
    expect(tiktok.ledger.twice()).toEqual([]);
    expect(tiktok.ledger.orphans()).toEqual([]);
    expect(tiktok.ledger.enabledUnread()).toEqual([]);
  },
);

test("an ad is refused with TikTok's reason, replaced, approved and delivered by days in the account's time zone", async () => {
  const { mediaBuyId, packages } = await buy(newBuy());
  const packageId = packages[0]?.packageId ?? "";
  const show = async (creativeId: string, name: string) => {
    const video = { asset_type: "video", url: "https://acme.example/v.mp4" };
    const headline = { asset_type: "text", content: "Go outside" };
    const creative = { creativeId, name, manifest: { format_kind: "video_hosted", assets: { video, headline } } };
    const places = [{ packageId, creativeIds: [creativeId] }];
    const asked = { idempotencyKey: randomUUID(), mediaBuyId, creatives: [creative], packages: places };
    const [outcome] = await agent().syncCreatives(asked, callOf());
    await agent().updateMediaBuy({ idempotencyKey: randomUUID(), mediaBuyId, packages: places }, callOf());
    return outcome;
  };
  const standing = async () => (await agent().getMediaBuys({ mediaBuyIds: [mediaBuyId] }, callOf()))[0];

  tiktok.controls.refuseCreative({ name: "Loud spot" }, "MISLEADING_CLAIM");
  expect(await show("loud", "Loud spot")).toMatchObject({ approval: "pending_review" });
  tiktok.controls.advance(2 * HOUR_MS);
  expect(await standing()).toMatchObject({
    status: "pending_creatives",
    waitingFor: expect.stringMatching(/TikTok refused the ad: .*misleading claim/i),
  });
  expect(await show("calm", "Calm spot")).toMatchObject({ approval: "pending_review" });
  tiktok.controls.advance(2 * HOUR_MS);
  expect(await standing()).toMatchObject({ status: "pending_start" });
  tiktok.controls.advance(4 * DAY_MS);
  expect(await standing()).toMatchObject({ status: "active" });
  const now = tiktok.controls.now();
  const days = { startDay: dayOf(after(now, -4 * DAY_MS)), endDay: dayOf(now) };
  const delivered = await agent().getMediaBuyDelivery({ mediaBuyIds: [mediaBuyId], ...days }, callOf());
  expect(delivered).toMatchObject({ currency: "USD", timeZone: expect.stringContaining("/") });
  expect(delivered.rows.some(({ impressions, spend }) => impressions > 0 && /^\d+\.\d\d$/.test(spend))).toBe(true);
  expect(tiktok.ledger.enabledUnread()).toEqual([]);
});

test("a consent revoked at TikTok is reported, with what to do", async () => {
  tiktok.controls.revokeConsent();
  expect((await agent().createMediaBuy(newBuy(), callOf())).kind).not.toBe("done");
  const { items } = ok(await shop.seller.get("/storefront/storefront-connections"));
  expect(items).toMatchObject([
    { status: "error", connection: { statusReason: expect.stringContaining("connect it again") } },
  ]);
});
