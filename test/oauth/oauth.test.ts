import pg from "pg";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { MINUTE_MS } from "../../src/ground/kernel/clock.ts";
import { verifierOf } from "../../src/supply/credentials/oauth/consent.ts";
import { openStorefront } from "../../src/supply/marketplace/market.fixture.ts";
import { PROFILES } from "../../src/supply/simulated/index.ts";
import { expectData } from "../operations/expect-data.ts";
import { type Caller, openWorld, type World } from "../world.ts";
import {
  authorize,
  begin,
  clockAhead,
  consented,
  consentFrom,
  type GuardedShop,
  openGuardedShop,
  productsSeenBy,
  scheduleRecovery,
  sourceSeenBy,
} from "./oauth.fixture.ts";
import { type RunningProvider, startProvider } from "./provider.ts";

let world: World;
let provider: RunningProvider;
let shop: GuardedShop;
const clock = clockAhead();
beforeAll(async () => {
  [world, provider] = await Promise.all([openWorld({ clock }), startProvider()]);
  shop = await openGuardedShop(world, await world.caller("OPERATOR"), provider);
});
afterAll(async () => {
  await world.close();
  await provider.stop();
});

test("a consent connects its source, and the agent is called with the token that the provider issued", async () => {
  const buyer = await world.caller("BUYER");
  expect(await sourceSeenBy(buyer, shop)).toMatchObject({
    requiresCredentials: true,
    connected: false,
    customerAccounts: [],
  });
  const started = await authorize(buyer, shop);
  expect(started).toMatchObject({ status: 200, data: { agentId: shop.agentId, agentName: "Main" } });
  expect(started.data.authorizationUrl).toBe(started.data.authorizeUrl);
  const back = await consented(buyer, shop);
  const page = await scheduleRecovery(world, back);
  expect(page).toMatchObject({ status: 200, title: "<bdi>Main</bdi> is connected" });
  expect(await sourceSeenBy(buyer, shop)).toMatchObject({
    connected: true,
    customerAccounts: [{ accountIdentifier: `oauth_${buyer.customerId}`, status: "ACTIVE", statusReason: null }],
  });
  expect(await productsSeenBy(buyer, shop)).toEqual(["Premium CTV"]);
});

test("an account that was connected without a name can be renamed, and its placeholder is free for another", async () => {
  const buyer = await world.caller("BUYER");
  await scheduleRecovery(world, await consented(buyer, shop));
  const [{ id }] = expectData(await buyer.get("/buyer/storefronts/credentials"));
  const path = `/buyer/storefronts/credentials/${id}`;
  expect(await buyer.put(path, { accountIdentifier: "acme-brand-account" })).toMatchObject({
    status: 200,
    data: { id, accountIdentifier: "acme-brand-account", status: "ACTIVE" },
  });
  expect(await productsSeenBy(buyer, shop)).toEqual(["Premium CTV"]);
  await scheduleRecovery(world, await consented(buyer, shop));
  const names = (await sourceSeenBy(buyer, shop)).customerAccounts.map(
    (one: { accountIdentifier: string }) => one.accountIdentifier,
  );
  expect(names.toSorted()).toEqual(["acme-brand-account", `oauth_${buyer.customerId}`]);
  expect(await buyer.put(path, { accountIdentifier: `oauth_${buyer.customerId}` })).toMatchObject({
    status: 409,
    error: { field: "accountIdentifier" },
  });
  const stranger = await world.caller("BUYER");
  expect((await stranger.put(path, { accountIdentifier: "mine" })).status).toBe(404);
});

test("the request to the provider contains PKCE, the resource, a state and our own callback", async () => {
  const { data } = await authorize(await world.caller("BUYER"), shop);
  const asked = Object.fromEntries((await begin(world, data.authorizeUrl)).searchParams);
  expect(asked).toMatchObject({
    response_type: "code",
    redirect_uri: "http://localhost:4000/api/v2/storefront/oauth/callback",
    code_challenge_method: "S256",
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    resource: provider.endpointUrl,
    scope: "adcp:read adcp:write offline_access",
    state: data.state,
  });
  expect(data.state).toMatch(/^pending_[\w-]{43}$/);
});

test("the installation registers once with a provider, however many buyers it sends there", async () => {
  const { registrations } = await provider.counts();
  for (const buyer of [await world.caller("BUYER"), await world.caller("BUYER")]) await consented(buyer, shop);
  expect((await provider.counts()).registrations).toBe(registrations);
  expect(registrations).toBeGreaterThan(0);
});

test("a credential registered without auth is pending until its buyer has consented", async () => {
  const buyer = await world.caller("BUYER");
  const path = `/buyer/storefronts/${shop.storefrontId}/sources/main/credentials`;
  expect((await buyer.post(path)).error?.details).toMatchObject({ supportedAuthTypes: ["oauth"] });
  const registered = await buyer.post(path, { accountIdentifier: "seat" });
  expect(registered).toMatchObject({
    status: 201,
    data: { status: "PENDING", oauth: { storefrontId: shop.storefrontId, sourceId: "main", sourceName: "Main" } },
  });
  expect(await sourceSeenBy(buyer, shop)).toMatchObject({
    connected: false,
    customerAccounts: [{ status: "PENDING" }],
  });
  expect((await scheduleRecovery(world, await consentFrom(world, registered.data.oauth.authorizationUrl))).status).toBe(
    200,
  );
  expect(await sourceSeenBy(buyer, shop)).toMatchObject({
    connected: true,
    customerAccounts: [{ accountIdentifier: "seat", status: "ACTIVE" }],
  });
});

test("an agent finishes its own consent with its key, at an address of its own", async () => {
  const buyer = await world.caller("BUYER");
  const redirectUri = "http://127.0.0.1:3333/done";
  const back = await consented(buyer, shop, { redirectUri, accountIdentifier: "mine" });
  expect(back.href.startsWith(`${redirectUri}?`)).toBe(true);
  const { code, state } = Object.fromEntries(back.searchParams);
  const finished = await buyer.post(`/storefront/agents/${shop.agentId}/oauth/callback`, { code, state });
  expect(finished).toMatchObject({ status: 200, data: { agentId: shop.agentId, agentName: "Main", status: "ACTIVE" } });
  expect(await sourceSeenBy(buyer, shop)).toMatchObject({ connected: true });
});

test.each([
  "http://elsewhere.example/done",
  "https://elsewhere.example/done?next=1",
  "https://elsewhere.example/done#there",
  "https://me@elsewhere.example/done",
  "javascript:alert(1)",
  "nowhere",
  "https://elsewhere.example/done",
])("no code is ever sent to %s", async (redirectUri) => {
  expect(await authorize(await world.caller("BUYER"), shop, { redirectUri })).toMatchObject({
    status: 400,
    error: { code: "VALIDATION_ERROR", field: "redirectUri" },
  });
});

test("a state can be used once, and a second use changes nothing", async () => {
  const buyer = await world.caller("BUYER");
  const back = await consented(buyer, shop);
  expect((await scheduleRecovery(world, back)).status).toBe(200);
  expect(await scheduleRecovery(world, back)).toMatchObject({ status: 400, title: "This consent has ended" });
  expect(await sourceSeenBy(buyer, shop)).toMatchObject({ connected: true });
});

test("of many concurrent callbacks with one state exactly one succeeds, by page as well as by key", async () => {
  const buyer = await world.caller("BUYER");
  const { codes, refused } = await provider.counts();
  const back = await consented(buyer, shop);
  const { code, state } = Object.fromEntries(back.searchParams);
  const byKey = () => buyer.post(`/storefront/agents/${shop.agentId}/oauth/callback`, { code, state });
  const replies = await Promise.all([1, 2, 3, 4].flatMap(() => [scheduleRecovery(world, back), byKey()]));
  expect(replies.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, ...Array(7).fill(400)]);
  expect(await provider.counts()).toMatchObject({ codes: codes + 1, refused });
});

test("a state belongs to its buyer, person and agent, and for anybody else it reads like one that never existed", async () => {
  const [buyer, stranger] = [await world.caller("BUYER"), await world.caller("BUYER")];
  const other = await startProvider();
  onTestFinished(() => other.stop());
  const elsewhere = await openGuardedShop(world, await world.caller("OPERATOR"), other);
  const { code, state } = Object.fromEntries((await consented(buyer, shop)).searchParams);
  const finish = (caller: Caller, { agentId }: GuardedShop, given = state) =>
    caller.post(`/storefront/agents/${agentId}/oauth/callback`, { code, state: given });
  const never = (await finish(buyer, shop, "pending_nothing")).error;
  expect(never).toMatchObject({ code: "VALIDATION_ERROR", field: "state" });
  expect((await finish(stranger, shop)).error).toEqual(never);
  expect((await finish(buyer, elsewhere)).error).toEqual(never);
  await world.database.writeInstallation((db) =>
    db.updateTable("oauth_consents").set({ user_id: 0 }).where("customer_id", "=", buyer.customerId).execute(),
  );
  expect((await finish(buyer, shop)).error).toEqual(never);
  expect(await sourceSeenBy(buyer, shop)).toMatchObject({ connected: false });
});

test("a state lives for ten minutes of real time", async () => {
  const buyer = await world.caller("BUYER");
  const [early, late] = [
    await consented(buyer, shop, { accountIdentifier: "a" }),
    await consented(buyer, shop, { accountIdentifier: "b" }),
  ];
  clock.advance(9 * MINUTE_MS);
  expect((await scheduleRecovery(world, early)).status).toBe(200);
  clock.advance(2 * MINUTE_MS);
  expect(await scheduleRecovery(world, late)).toMatchObject({ status: 400, title: "This consent has ended" });
});

test("an answer that does not come from the server that was asked redeems nothing", async () => {
  const buyer = await world.caller("BUYER");
  const { codes } = await provider.counts();
  for (const issuer of ["https://attacker.example", undefined]) {
    const back = await consented(buyer, shop);
    if (issuer) back.searchParams.set("iss", issuer);
    else back.searchParams.delete("iss");
    expect(await scheduleRecovery(world, back)).toMatchObject({
      status: 503,
      title: "<bdi>Main</bdi> is not connected",
    });
  }
  const { code, state } = Object.fromEntries((await consented(buyer, shop)).searchParams);
  const forged = { code, state, iss: "https://attacker.example" };
  expect(await buyer.post(`/storefront/agents/${shop.agentId}/oauth/callback`, forged)).toMatchObject({ status: 503 });
  expect((await provider.counts()).codes).toBe(codes);
  expect(await sourceSeenBy(buyer, shop)).toMatchObject({ connected: false });
});

test("somebody else's code has no effect, because it was not requested with our proof", async () => {
  const [buyer, victim] = [await world.caller("BUYER"), await world.caller("BUYER")];
  const stolen = (await consented(victim, shop)).searchParams.get("code") ?? "";
  const back = await consented(buyer, shop);
  back.searchParams.set("code", stolen);
  expect((await scheduleRecovery(world, back)).status).toBe(503);
  expect(await sourceSeenBy(buyer, shop)).toMatchObject({ connected: false });
});

test("a person who declines is told that nothing has changed, and can start again", async () => {
  const buyer = await world.caller("BUYER");
  await provider.behave({ decline: true });
  const page = await scheduleRecovery(world, await consented(buyer, shop));
  await provider.behave({});
  expect(page).toMatchObject({ status: 403, title: "<bdi>Main</bdi> is not connected" });
  expect(page.body).toContain("start again");
  expect((await scheduleRecovery(world, await consented(buyer, shop))).status).toBe(200);
});

test("an unavailable provider is reported as such, before the consent as well as after it", async () => {
  const buyer = await world.caller("BUYER");
  const back = await consented(buyer, shop);
  const own = await startProvider();
  const gone = await openGuardedShop(world, await world.caller("OPERATOR"), own);
  const half = await consented(buyer, gone, { accountIdentifier: "half" });
  await own.stop();
  expect(await authorize(buyer, gone)).toMatchObject({ status: 503, error: { code: "SERVICE_UNAVAILABLE" } });
  expect(await scheduleRecovery(world, half)).toMatchObject({ status: 503, title: "<bdi>Main</bdi> is not connected" });
  expect((await scheduleRecovery(world, back)).status).toBe(200);
});

test("metadata about somebody else's resource is not accepted", async () => {
  await provider.behave({ speakFor: "https://bank.example/mcp" });
  const reply = await authorize(await world.caller("BUYER"), shop);
  await provider.behave({});
  expect(reply).toMatchObject({ status: 400, error: { code: "BAD_REQUEST" } });
  expect(reply.error?.message).toContain("https://bank.example/mcp");
});

test("only those who can see an agent learn whether it is missing or does not support consent", async () => {
  const buyer = await world.caller("BUYER");
  const keyed = await openStorefront(world, await world.caller("OPERATOR"), { source: { simulation: PROFILES.ctv } });
  const { agentId } = await sourceSeenBy(buyer, { storefrontId: keyed.id });
  expect(await authorize(buyer, { agentId })).toMatchObject({
    status: 400,
    error: { field: "agentId" },
  });
  expect(await authorize(buyer, { agentId: "agt_none" })).toMatchObject({ status: 404 });
});

test("no token, secret, state or verifier is readable in the database", async () => {
  const buyer = await world.caller("BUYER");
  const back = await consented(buyer, shop);
  const { code = "", state = "" } = Object.fromEntries(back.searchParams);
  await consented(buyer, shop, { accountIdentifier: "waits" });
  await scheduleRecovery(world, back);
  const client = new pg.Client({ connectionString: world.databaseUrl });
  await client.connect();
  const tables = ["oauth_clients", "oauth_consents", "oauth_grants", "credentials", "audit_log"];
  const kept: Record<string, unknown>[][] = [];
  for (const table of tables) kept.push((await client.query(`select * from ${table}`)).rows);
  await client.end();
  expect(kept.every((rows) => rows.length > 0)).toBe(true);
  const text = JSON.stringify(kept);
  for (const secret of [code, state, verifierOf(world.host.vault, state)]) expect(text).not.toContain(secret);
  for (const { sealed } of kept.flat()) expect(sealed ?? "v1.").toMatch(/^v1\./);
});
