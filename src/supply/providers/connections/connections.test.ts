import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../../../../test/free-port.ts";
import { doJobs } from "../../../../test/jobs.ts";
import { type Caller, INSTALLATION, openWorld, type World } from "../../../../test/world.ts";
import { after, DAY_MS, wallClock } from "../../../ground/kernel/clock.ts";
import { perform } from "../../../ground/kernel/perform.ts";
import type { MediaBuyOutcome } from "../../../ground/seller-agent/index.ts";
import type { SimulatedProvider } from "../../../main/sandbox/providers/index.ts";
import { startReddit } from "../../../main/sandbox/providers/reddit/start-reddit.ts";
import { startSnap } from "../../../main/sandbox/providers/snap/start-snap.ts";
import { accountsOf, connect, connectedShop, ok, setApplication, type WiredShop, wire } from "../providers.fixture.ts";
import { noticeDue } from "./connection.ts";
import { remindOfEnd } from "./remind.ts";

let world: World;
let operator: Caller;
let snap: SimulatedProvider;
let reddit: SimulatedProvider;
let admin: pg.Client;
const publicUrl = `http://127.0.0.1:${await freePort()}`;
beforeAll(async () => {
  const optionsFor = (name: string) => {
    const redirectUris = [`${publicUrl}/api/v2/storefront/adapters/${name}/oauth/callback`];
    const application = { clientId: `connections-${name}`, clientSecret: "not a secret", redirectUris };
    return { clock: wallClock, seed: "connections", application };
  };
  [snap, reddit] = await Promise.all([startSnap(optionsFor("snap")), startReddit(optionsFor("reddit"))]);
  const providerHosts = { ...snap.addresses, ...reddit.addresses };
  world = await openWorld({ installation: { ...INSTALLATION, publicUrl, providerHosts } });
  operator = await world.caller("OPERATOR");
  for (const platform of [snap, reddit]) await setApplication(operator, platform);
  admin = new pg.Client({ connectionString: world.databaseUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await world.close();
  await Promise.all([snap.close(), reddit.close()]);
});

interface As {
  readonly customerId: number;
  readonly advertiserId?: number;
}

const DOLLARS = { platform: "snap", currency: "USD", budget: "1500.25", timeoutMs: 60_000 };

function buyAt(
  { seller, inventorySourceId, agentId }: WiredShop,
  as: As = { customerId: 7001 },
  asked: Partial<typeof DOLLARS> & { readonly idempotencyKey?: string; readonly now?: Date } = {},
): Promise<MediaBuyOutcome> {
  const {
    platform,
    currency,
    budget,
    timeoutMs,
    idempotencyKey = randomUUID(),
    now = new Date(),
  } = { ...DOLLARS, ...asked };
  const place = { customerId: seller.customerId, inventorySourceId };
  const agent = world.host.openAgent({ kind: "provider", agentId, name: platform, ...place });
  const part = { productId: `${platform}:awareness:1`, pricingOptionId: "cpm", currency, bidPrice: null };
  return agent.createMediaBuy(
    {
      idempotencyKey,
      buyerRef: `ref-${idempotencyKey}`,
      name: "Spring",
      flight: { start: after(now, DAY_MS), end: after(now, 11 * DAY_MS) },
      packages: [{ ...part, buyerRef: "p1", budget, pacing: "even" }],
    },
    {
      buyer: { ...as, name: "Acme", operatorDomain: null, brandDomain: "acme.example", sandbox: true },
      timeoutMs,
      now,
      requestId: "req_connections",
    },
  );
}

/** What each product on sale says about why it cannot be bought. */
async function barsAt({ seller, agentId, inventorySourceId }: WiredShop) {
  const place = { customerId: seller.customerId, inventorySourceId };
  const agent = world.host.openAgent({ kind: "provider", agentId, name: "snap", ...place });
  const buyer = { customerId: null, name: "Acme", operatorDomain: null, brandDomain: "acme.example", sandbox: true };
  const call = { buyer, timeoutMs: 30_000, now: new Date(), requestId: "req_bars" };
  const { products } = await agent.getProducts({}, call);
  return products.map(({ barred }) => barred);
}

const connectionOf = async ({ seller }: WiredShop) =>
  ok(await seller.get("/storefront/storefront-connections")).items[0];
const noticesOf = async ({ seller }: WiredShop): Promise<string[]> =>
  ok(await seller.get("/storefront/notifications")).notifications.map(({ message }: { message: string }) => message);

test("the end of a consent is announced 60, 30 and 7 days before, each once", async () => {
  const wall = new Date("2027-01-01T00:00:00.000Z");
  const due = (days: number, remindedDays: number | null) =>
    noticeDue({ reauthoriseBy: after(wall, days * DAY_MS), remindedDays }, wall);
  expect([due(61, null), due(60, null), due(59, 60), due(30, 60), due(7, 30), due(1, 7), due(-1, 7)]).toEqual([
    undefined,
    60,
    undefined,
    30,
    7,
    undefined,
    undefined,
  ]);
  const shop = await connectedShop(world, snap, "acme.example");
  const { customerId } = shop.seller;
  const input = { customerId, connectionId: Number((await connectionOf(shop)).connection.id) };
  for (const days of [59, 29, 6]) {
    const end = after(new Date(), days * DAY_MS);
    await admin.query("update provider_connections set reauthorise_by = $1 where customer_id = $2", [end, customerId]);
    for (const _ of ["once", "and again"]) await perform(remindOfEnd, input, "req_remind", world.host);
  }
  const told = (await noticesOf(shop)).filter((message) => message.includes("consent at Snap ends"));
  expect(told).toHaveLength(3);
  for (const days of [60, 30, 7])
    expect(told.filter((message) => message.includes(`in ${days} days or less: connect it again`))).toHaveLength(1);
});

test("after a mapping is removed, buys are refused with what to do, and the account is listed as unmapped", async () => {
  const shop = await connectedShop(world, snap, "acme.example");
  expect((await buyAt(shop)).kind).toBe("done");
  const mappings = "/storefront/storefront-connection-account-mappings";
  const list = async (query: string) => ok(await shop.seller.get(`${mappings}?${query}`));
  const { items, total } = await list("mappingStatus=mapped");
  expect(total).toBe(1);
  const [row] = items;
  expect(row).toMatchObject({
    providerType: "snap",
    selected: true,
    mappedAdvertisers: [{ brandDomain: "acme.example" }],
  });
  const all = await list("limit=2");
  expect(all).toMatchObject({ hasMore: true, nextOffset: 2 });
  expect(all.total).toBeGreaterThan(2);
  expect((await list(`search=${encodeURIComponent(row.accountName)}&mappingStatus=unmapped`)).items).not.toContainEqual(
    row,
  );
  expect((await list("provider=google")).total).toBe(0);

  const path = `/storefront/storefront-connections/${row.connectionId}/accounts/${row.accountId}/advertiser`;
  expect(await shop.seller.delete(`${path}?brandDomain=other.example`)).toMatchObject({ status: 404 });
  expect((await barsAt(shop)).filter((barred) => barred !== undefined)).toEqual([]);
  expect(ok(await shop.seller.delete(path))).toMatchObject({ mappedAdvertisers: [] });
  // The products are still shown, with what to do before they can be bought.
  const bars = await barsAt(shop);
  expect(bars.length).toBeGreaterThan(0);
  for (const barred of bars) expect(barred).toMatch(/no account at Snap is mapped .* POST \/storefront-connections\//);
  expect(await buyAt(shop)).toMatchObject({
    kind: "rejected",
    errors: [{ code: "account_mapping_required", message: expect.stringContaining("POST /storefront-connections/") }],
  });
});

test("buying can be switched off; disconnecting removes the tokens immediately, and says what to do", async () => {
  const shop = await connectedShop(world, snap, "acme.example");
  const policy = `/storefront/storefronts/${shop.storefrontId}/connection-policy`;
  ok(await shop.seller.patch(policy, { buyEnabled: false }));
  expect(await buyAt(shop)).toMatchObject({ kind: "rejected", errors: [{ code: "PERMISSION_DENIED" }] });
  expect(ok(await shop.seller.patch(policy, { buyEnabled: true }))).toMatchObject({
    buyEnabled: true,
    feedsEnabled: true,
  });
  expect((await buyAt(shop)).kind).toBe("done");

  const { connection } = await connectionOf(shop);
  expect(ok(await shop.seller.delete(`/storefront/storefront-connections/${connection.id}`))).toEqual({
    archived: true,
  });
  const { rows } = await admin.query("select status, sealed from provider_connections where connection_id = $1", [
    connection.id,
  ]);
  expect(rows).toEqual([{ status: "DISCONNECTED", sealed: null }]);
  expect(await buyAt(shop)).toMatchObject({ kind: "rejected", errors: [{ code: "AUTH_REQUIRED" }] });
});

test("if each buyer connects the platform itself, its advertisers buy under its own accounts, and under nobody else's", async () => {
  const shop = await wire(world, "snap", "buyer");
  ok(await operator.post(`/operator/storefronts/${shop.storefrontId}/list`));
  const [buyer, other] = [
    await world.caller("BUYER", { sandbox: true }),
    await world.caller("BUYER", { sandbox: true }),
  ];
  await connect(world, snap, { owner: buyer, side: "buyer", storefrontId: shop.storefrontId });
  const advertiser = ok(await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.example" }));
  const usd = (await accountsOf(buyer, "buyer")).find(
    ({ currency, providerStatus }) => currency === "USD" && providerStatus === "active",
  );
  const path = `/buyer/storefront-connections/${usd?.connectionId}/accounts/${usd?.id}/advertiser`;
  const mapped = ok(await buyer.post(path, { advertiserId: advertiser.id }));
  expect(mapped.mappedAdvertisers).toMatchObject([{ advertiserId: advertiser.id, advertiserName: "Acme" }]);
  const foreign = ok(await other.post("/buyer/advertisers", { name: "Other", brand: "other.example" }));
  expect(await buyer.post(path, { advertiserId: foreign.id })).toMatchObject({ status: 404 });

  const advertiserId = Number(advertiser.id);
  expect((await buyAt(shop, { customerId: buyer.customerId, advertiserId })).kind).toBe("done");
  expect(await buyAt(shop, { customerId: other.customerId, advertiserId: Number(foreign.id) })).toMatchObject({
    kind: "rejected",
    errors: [{ code: "AUTH_REQUIRED" }],
  });
});

test("an expired consent stops one storefront and no other: its people are told what to do, and the other keeps selling", async () => {
  const [lost, sound] = [
    await connectedShop(world, snap, "acme.example"),
    await connectedShop(world, snap, "acme.example"),
  ];
  // Snap revokes every consent, and one seller consents again.
  snap.controls.revokeConsent();
  await connect(world, snap, { owner: sound.seller, side: "storefront", storefrontId: sound.storefrontId });
  const [refused, sold] = await Promise.all([buyAt(lost), buyAt(sound)]);
  expect([refused.kind, sold.kind]).toEqual(["rejected", "done"]);
  await doJobs(world);
  expect(await connectionOf(lost)).toMatchObject({ status: "error" });
  expect((await connectionOf(sound)).status).toBe("connected");
  expect(await noticesOf(lost)).toContainEqual(expect.stringContaining("no longer accepts the consent"));
  expect(await noticesOf(sound)).not.toContainEqual(expect.stringContaining("no longer accepts the consent"));
  const auth = async ({ seller }: WiredShop) =>
    ok(await seller.get("/storefront/readiness")).checks.find(({ id }: { id: string }) => id === "agent_auth");
  expect(await auth(lost)).toMatchObject({ status: "missing", details: expect.stringContaining("connect it: POST") });
  expect(await auth(sound)).toMatchObject({ status: "complete" });
});

test("a platform that makes one account wait delays no other account and no other platform", async () => {
  const busy = await connectedShop(world, snap, "acme.example");
  const other = await connectedShop(world, snap, "acme.example", "JPY");
  const elsewhere = await connectedShop(world, reddit, "acme.example");
  const asked = { idempotencyKey: randomUUID(), now: new Date() };
  snap.controls.throttle("POST /v1/adaccounts/{id}/campaigns", 1);
  const before = new Date();
  expect((await buyAt(busy, undefined, { ...asked, timeoutMs: 700 })).kind).toBe("submitted");
  const kept = "select limit_key from provider_limits where free_at >= $1::timestamptz + interval '1 s'";
  const { rows } = await admin.query<{ limit_key: string }>(kept, [before]);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.limit_key).toMatch(/^snap\/token\/connections-snap\/.+/);
  const sold = await Promise.all([
    buyAt(other, undefined, { currency: "JPY", budget: "150025" }),
    buyAt(elsewhere, undefined, { platform: "reddit" }),
  ]);
  expect(sold.map(({ kind }) => kind)).toEqual(["done", "done"]);
  // Nothing was lost by waiting, and nothing exists twice.
  expect((await buyAt(busy, undefined, asked)).kind).toBe("done");
  expect([snap.ledger.twice(), reddit.ledger.twice()]).toEqual([[], []]);
});

test("disconnecting revokes the consent at the platform, if it has a call for that: Snap has no known one", async () => {
  const calls = (platform: SimulatedProvider) => platform.ledger.calls.length;
  const disconnect = async (shop: WiredShop) => {
    const { connection } = await connectionOf(shop);
    ok(await shop.seller.delete(`/storefront/storefront-connections/${connection.id}`));
    await doJobs(world);
    const { rows } = await admin.query("select sealed from provider_connections where connection_id = $1", [
      connection.id,
    ]);
    expect(rows).toEqual([{ sealed: null }]);
  };
  const [atReddit, atSnap] = [
    await connectedShop(world, reddit, "acme.example"),
    await connectedShop(world, snap, "acme.example"),
  ];
  const before = calls(snap);
  await disconnect(atReddit);
  expect(reddit.ledger.callsOf("POST /api/v1/revoke_token")).toMatchObject([{ status: 204, outcome: "answered" }]);
  await disconnect(atSnap);
  expect(calls(snap)).toBe(before);
});
