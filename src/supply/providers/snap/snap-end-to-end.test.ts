import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../../../../test/free-port.ts";
import { liftLimits, unhurriedWall } from "../../../../test/providers/unhurried.ts";
import { type Caller, INSTALLATION, openWorld, type World } from "../../../../test/world.ts";
import { after, DAY_MS, dayOf, wallClock } from "../../../ground/kernel/clock.ts";
import { perform } from "../../../ground/kernel/perform.ts";
import type { SellerAgent, SellerCall } from "../../../ground/seller-agent/index.ts";
import type { SimulatedProvider } from "../../../main/sandbox/providers/index.ts";
import { startSnap } from "../../../main/sandbox/providers/snap/start-snap.ts";
import { factsAgenda } from "../accounts/refresh-facts.ts";
import { accountsOf, connect, mapBrand, ok, setApplication, type WiredShop, wire } from "../providers.fixture.ts";

let world: World;
let snap: SimulatedProvider;
let shop: WiredShop;
const publicUrl = `http://127.0.0.1:${await freePort()}`;
beforeAll(async () => {
  const redirectUris = [`${publicUrl}/api/v2/storefront/adapters/snap/oauth/callback`];
  const application = { clientId: "app-41", clientSecret: "not a secret", redirectUris };
  snap = await startSnap({ clock: wallClock, wall: unhurriedWall(), seed: "41", application });
  world = await openWorld({ installation: { ...INSTALLATION, publicUrl, providerHosts: snap.addresses } });
  await liftLimits(world);
  await setApplication(await world.caller("OPERATOR"), snap);
  shop = await wire(world, "snap", "operator");
});
afterAll(async () => {
  await world.close();
  await snap.close();
});

const BUYER = { customerId: 7001, name: "Acme", operatorDomain: null, brandDomain: "acme.example", sandbox: true };
const callOf = (changes: Partial<SellerCall> = {}): SellerCall => ({
  buyer: BUYER,
  timeoutMs: 60_000,
  now: new Date(),
  requestId: "req_snap",
  ...changes,
});
const agent = (): SellerAgent => {
  const { agentId, inventorySourceId, seller } = shop;
  const place = { customerId: seller.customerId, inventorySourceId };
  return world.host.openAgent({ kind: "provider", agentId, name: "Snap", ...place });
};
const newBuy = () => {
  const now = new Date();
  return {
    idempotencyKey: randomUUID(),
    buyerRef: `ref-${randomUUID()}`,
    name: "Spring",
    flight: { start: after(now, DAY_MS), end: after(now, 11 * DAY_MS) },
    packages: [
      {
        buyerRef: "p1",
        productId: "snap:awareness:1",
        pricingOptionId: "cpm",
        currency: "USD",
        bidPrice: null,
        budget: "1500.25",
        pacing: "even" as const,
      },
    ],
  };
};

test("a storefront is wired, says what is missing, and sells once it is connected and an account is mapped", async () => {
  const seen = ok(await shop.seller.get("/storefront"));
  expect(seen).toMatchObject({ routingMode: "ADAPTER", adapterProviderType: "snap", adapterSourceKind: "sales" });
  const { checks } = ok(await shop.seller.get("/storefront/readiness"));
  const auth = checks.find(({ id }: { id: string }) => id === "agent_auth");
  expect(auth).toMatchObject({ status: "missing", details: expect.stringContaining("connect it: POST") });
  expect(checks.map(({ id }: { id: string }) => id)).not.toContain("currency_confirmed");
  expect((await agent().getProducts({}, callOf())).incomplete).toMatchObject([{ reason: "not_connected" }]);

  expect(await connect(world, snap, { owner: shop.seller, side: "storefront", storefrontId: shop.storefrontId })).toBe(
    200,
  );
  const { items } = ok(await shop.seller.get("/storefront/storefront-connections"));
  expect(items).toMatchObject([{ status: "needs_account_selection", setupRequired: null }]);
  expect(JSON.stringify(items)).not.toContain("not a secret");
  const accounts = await accountsOf(shop.seller, "storefront");
  expect(accounts.filter(({ accountType }) => accountType === "organization").length).toBeGreaterThan(0);

  const unmapped = await agent().createMediaBuy(newBuy(), callOf());
  expect(unmapped).toMatchObject({ kind: "rejected", errors: [{ code: "account_mapping_required" }] });
  const usd = await mapBrand(shop.seller, "acme.example");
  expect(usd.currency).toBe("USD");
  expect(ok(await shop.seller.get("/storefront/storefront-connections")).items[0].status).toBe("connected");
  const { products } = await agent().getProducts({}, callOf());
  expect(products.map(({ productId }) => productId)).toEqual([
    "snap:awareness:1",
    "snap:video_views:1",
    "snap:swipes:1",
  ]);
});

test("an account's facts are requested when it is first sold under, and each day after; a budget below its minimum is not sent", async () => {
  const asked = () => snap.ledger.callsOf("GET /v1/adaccounts/{id}").length;
  const [before, calls] = [asked(), snap.ledger.calls.length];
  const request = newBuy();
  const cheap = { ...request, packages: request.packages.map((part) => ({ ...part, budget: "49.99" })) };
  // Ten days at five dollars each.
  expect(await agent().createMediaBuy(cheap, callOf())).toMatchObject({
    kind: "rejected",
    errors: [{ code: "BUDGET_TOO_LOW", message: expect.stringContaining("50 USD"), field: "packages[0].budget" }],
  });
  expect(snap.ledger.calls.length).toBe(calls);
  const due = (days: number) =>
    world.database.readInstallation((db) => factsAgenda.dueOfAllCustomers(db, after(new Date(), days * DAY_MS), 1_000));
  expect(await due(0)).toEqual([]);
  const [next] = await due(2);
  expect(next?.subject).toMatch(/^platform account \d+$/);
  if (next) await perform(next.step, next.input, "req_facts", world.host);
  expect(asked()).toBe(before + 1);
  const own = (await accountsOf(shop.seller, "storefront")).find(({ id }) => next?.subject.endsWith(` ${id}`));
  const read = (caller: Caller) =>
    caller.get(`/storefront/storefront-connections/${own?.connectionId}/accounts/${own?.id}/facts`);
  expect(ok(await read(shop.seller))).toMatchObject({
    minimum: { amount: "5", per: "day" },
    withheld: {},
    asOf: expect.any(String),
  });
  expect((await read(await world.caller("SELLER"))).status).toBe(404);
});

test("a buy is a campaign with a squad, created once, read back before it is enabled, and never orphaned", async () => {
  const request = newBuy();
  const bought = await agent().createMediaBuy(request, callOf());
  expect(bought).toMatchObject({ kind: "done", mediaBuy: { status: "pending_creatives" } });
  const again = await agent().createMediaBuy(request, callOf());
  expect(again).toEqual(bought);
  expect(snap.ledger.twice()).toEqual([]);
  expect(snap.ledger.orphans()).toEqual([]);
  expect(snap.ledger.enabledUnread()).toEqual([]);
  expect(snap.ledger.ignored).toEqual([]);
});

test.each([
  "POST /v1/adaccounts/{id}/campaigns",
  "POST /v1/campaigns/{id}/adsquads",
  "PUT /v1/campaigns/{id}/adsquads",
  "PUT /v1/adaccounts/{id}/campaigns",
])("after a lost reply to %s the result is looked up, and nothing exists twice", async (route) => {
  snap.controls.loseReply(route, 1);
  const request = newBuy();
  let outcome = await agent().createMediaBuy(request, callOf());
  // After a lost answer the job continues automatically; a second interactive request does not wait for it.
  for (let asked = 0; outcome.kind === "submitted" && asked < 5; asked += 1)
    outcome = await agent().createMediaBuy(request, callOf());
  expect(outcome).toMatchObject({ kind: "done" });
  expect(snap.ledger.twice()).toEqual([]);
  expect(snap.ledger.orphans()).toEqual([]);
});

const PICTURE = Buffer.from("89504e470d0a1a0a", "hex");

/** A creative for a package, at a URL that serves its bytes. */
const spot = (creativeId: string, name: string, url: string) => ({
  creativeId,
  name,
  manifest: {
    format_kind: "image",
    assets: {
      image: { asset_type: "image", url },
      headline: { asset_type: "text", content: "Go outside" },
      click: { asset_type: "url", url_type: "clickthrough", url: "https://acme.example/spring" },
    },
  },
});

test("a creative is refused with Snap's reason, replaced and approved; ten days are delivered, and restated until they are final", async () => {
  const bought = await agent().createMediaBuy(newBuy(), callOf());
  if (bought.kind !== "done") throw new Error(JSON.stringify(bought));
  const { mediaBuyId, packages } = bought.mediaBuy;
  const packageId = packages[0]?.packageId ?? "";
  const files = createServer(
    (_, response) => void response.writeHead(200, { "content-type": "image/png" }).end(PICTURE),
  );
  await once(files.listen(0, "127.0.0.1"), "listening");
  const { port } = files.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/spot.png`;
  const now = () => snap.controls.now();
  const show = async (creativeId: string, name: string) => {
    const creatives = [spot(creativeId, name, url)];
    const shown = {
      idempotencyKey: randomUUID(),
      mediaBuyId,
      creatives,
      packages: [{ packageId, creativeIds: [creativeId] }],
    };
    const [outcome] = await agent().syncCreatives(shown, callOf({ now: now() }));
    await agent().updateMediaBuy(
      { idempotencyKey: randomUUID(), mediaBuyId, packages: [{ packageId, creativeIds: [creativeId] }] },
      callOf({ now: now() }),
    );
    return outcome;
  };
  const standing = async () => (await agent().getMediaBuys({ mediaBuyIds: [mediaBuyId] }, callOf({ now: now() })))[0];

  snap.controls.refuseCreative({ name: "Loud spot" }, "MISLEADING_CLAIM");
  expect(await show("loud", "Loud spot")).toMatchObject({ approval: "pending_review" });
  snap.controls.advance(2 * 3_600_000);
  expect(await standing()).toMatchObject({
    status: "pending_creatives",
    waitingFor: expect.stringMatching(/Snap refused the ad: .*misleading claim/i),
  });
  expect(await show("calm", "Calm spot")).toMatchObject({ approval: "pending_review" });
  snap.controls.advance(2 * 3_600_000);
  expect(await standing()).toMatchObject({ status: "pending_start" });

  // The token has expired by then, and is renewed along the way.
  snap.controls.advance(6 * DAY_MS);
  expect(await standing()).toMatchObject({ status: "active" });
  const read = async () => {
    const days = { startDay: dayOf(after(now(), -6 * DAY_MS)), endDay: dayOf(now()) };
    return agent().getMediaBuyDelivery({ mediaBuyIds: [mediaBuyId], ...days }, callOf({ now: now() }));
  };
  const first = await read();
  expect(first).toMatchObject({ currency: "USD", timeZone: expect.stringContaining("/") });
  // A day that is over in the account's time zone, because a current day has more each hour, whatever is corrected.
  const over = dayOf(after(now(), -DAY_MS / 2));
  const full = first.rows.findLast(({ day, impressions, final }) => impressions > 0 && !final && day < over);
  expect(full).toMatchObject({ packageId, final: false, spend: expect.stringMatching(/^\d+(\.\d+)?$/) });
  snap.controls.restate(full?.day ?? "", 500);
  snap.controls.advance(3_600_000);
  const again = (await read()).rows.find(({ day }) => day === full?.day);
  expect(again?.impressions).toBeLessThan(full?.impressions ?? 0);
  snap.controls.advance(7 * DAY_MS);
  const settled = await agent().getMediaBuyDelivery(
    { mediaBuyIds: [mediaBuyId], startDay: full?.day ?? "", endDay: full?.day ?? "" },
    callOf({ now: now() }),
  );
  expect(settled.rows).toMatchObject([{ day: full?.day, final: true }]);
  expect(snap.ledger.twice()).toEqual([]);
  expect(snap.ledger.enabledUnread()).toEqual([]);
  files.close();
});

test("a consent revoked at Snap is reported, with what to do, and nothing is sold until it is given again", async () => {
  snap.controls.revokeConsent();
  const outcome = await agent().createMediaBuy(newBuy(), callOf());
  expect(outcome.kind).not.toBe("done");
  const { items } = ok(await shop.seller.get("/storefront/storefront-connections"));
  expect(items).toMatchObject([
    { status: "error", connection: { statusReason: expect.stringContaining("connect it again") } },
  ]);
  const refused = await agent().createMediaBuy(newBuy(), callOf());
  expect(refused).toMatchObject({ kind: "rejected", errors: [{ code: "AUTH_REQUIRED" }] });
  expect(await connect(world, snap, { owner: shop.seller, side: "storefront", storefrontId: shop.storefrontId })).toBe(
    200,
  );
  expect(ok(await shop.seller.get("/storefront/storefront-connections")).items[0].status).toBe("connected");
});
