import pg from "pg";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { startScriptedSeller } from "../../../test/seller/scripted-seller.ts";
import { type Caller, openWorld, type World } from "../../../test/world.ts";
import { type MarketStorefrontOptions, openStorefront } from "../marketplace/market.fixture.ts";
import { PROFILES } from "../simulated/index.ts";
import { openCredential } from "./credential.ts";
import { listWorkingCredentials } from "./store.ts";

let world: World;
let operator: Caller;
beforeAll(async () => {
  world = await openWorld();
  operator = await world.caller("OPERATOR");
});
afterAll(() => world.close());

const KEY = PROFILES.ctv.requiresKey ?? "";
const CANARY = "canary-secret-91bc";
const stall = (options?: MarketStorefrontOptions) => openStorefront(world, operator, options);
const locked = (options?: MarketStorefrontOptions) => stall({ source: { simulation: PROFILES.ctv }, ...options });
const path = ({ id }: { id: number }, source = "main") => `/buyer/storefronts/${id}/sources/${source}/credentials`;
const apiKey = (token: string = KEY, accountIdentifier = "seat") => ({
  accountIdentifier,
  auth: { type: "api_key", token },
});

/** A source with its own agent that accepts one token; two with the same agent share its id. */
async function agentSource(): Promise<object> {
  const agent = await startScriptedSeller({ token: CANARY });
  onTestFinished(() => agent.close());
  return {
    executionType: "AGENT",
    type: "SALES",
    endpointUrl: agent.mcpUrl,
    protocol: "MCP",
    authenticationType: "API_KEY",
  };
}

async function agentStall(source: object, options?: MarketStorefrontOptions) {
  const opened = await stall({ ...options, source, open: false });
  await opened.seller.put("/storefront/inventory-sources/main", { status: "ACTIVE" });
  await opened.seller.put("/storefront", { isPaused: false });
  return opened;
}

test("a request without a body returns the kinds of credential that the source accepts", async () => {
  const buyer = await world.caller("BUYER");
  const storefront = await locked();
  for (const body of [
    undefined,
    {},
    { auth: {} },
    { accountIdentifier: "a" },
    { accountIdentifier: "a", auth: { type: "oauth" } },
  ]) {
    const probe = await buyer.post(path(storefront), body);
    expect(probe).toMatchObject({
      status: 400,
      error: { code: "VALIDATION_ERROR", details: { supportedAuthTypes: ["api_key"] } },
    });
    expect(probe.error?.message).toContain("api_key");
  }
});

test("a credential connects its source, and is listed with it", async () => {
  const buyer = await world.caller("BUYER");
  const storefront = await locked({ name: "Connectable" });
  const registered = await buyer.post(path(storefront), apiKey());
  expect(registered).toMatchObject({
    status: 201,
    data: { id: expect.stringMatching(/^\d+$/), accountIdentifier: "seat", status: "ACTIVE", accountType: "CLIENT" },
  });
  expect(registered.data.registeredBy).toMatch(/@/);
  const { data } = await buyer.get(`/buyer/storefronts/${storefront.id}`);
  expect(data.sources).toMatchObject([
    { connected: true, customerAccounts: [{ accountIdentifier: "seat", status: "ACTIVE" }] },
  ]);
  expect((await buyer.get("/buyer/storefronts?name=connectable")).data.items[0].connectedSourceCount).toBe(1);
  expect((await buyer.get("/buyer/storefronts/credentials")).data).toEqual([
    {
      ...registered.data,
      statusReason: null,
      sources: [{ storefrontId: storefront.id, storefrontName: "Connectable", sourceId: "main", sourceName: "Main" }],
    },
  ]);
});

test("a key that the agent does not know is refused and not stored; an unreachable agent refuses nobody", async () => {
  const buyer = await world.caller("BUYER");
  const simulated = await locked();
  const refused = await buyer.post(path(simulated), apiKey("wrong"));
  expect(refused).toMatchObject({ status: 400, error: { code: "VALIDATION_ERROR", field: "auth" } });
  expect(refused.error?.message).toContain("does not accept this credential");

  const agent = await startScriptedSeller({ token: CANARY });
  onTestFinished(() => agent.close());
  const source = { ...(await agentSource()), endpointUrl: agent.mcpUrl };
  const external = await agentStall(source);
  expect((await buyer.post(path(external), apiKey("wrong"))).error?.field).toBe("auth");
  expect((await buyer.get("/buyer/storefronts/credentials")).data).toEqual([]);
  expect((await buyer.post(path(external), apiKey(CANARY, "right"))).status).toBe(201);
  agent.meetAllWith({ http: 503 });
  expect((await buyer.post(path(external), apiKey("who-knows", "away"))).status).toBe(201);
});

test("a source that requires no credential accepts none, and an account has one name", async () => {
  const buyer = await world.caller("BUYER");
  expect(await buyer.post(path(await stall()), apiKey())).toMatchObject({ status: 400, error: { field: "sourceId" } });
  const storefront = await locked();
  expect((await buyer.post(path(storefront), apiKey())).status).toBe(201);
  expect(await buyer.post(path(storefront), apiKey())).toMatchObject({ status: 409, error: { code: "CONFLICT" } });
  expect((await buyer.post(path(storefront), apiKey(KEY, "second"))).status).toBe(201);
});

test("the platform's administrators register marketplace accounts, and nobody else does", async () => {
  const [member, admin] = [await world.caller("BUYER"), await world.caller("BUYER", { role: "SUPER_ADMIN" })];
  const storefront = await locked();
  const body = { ...apiKey(), marketplaceAccount: true };
  expect(await member.post(path(storefront), body)).toMatchObject({ status: 403, error: { code: "FORBIDDEN" } });
  expect((await admin.post(path(storefront), body)).data).toMatchObject({ accountType: "MARKETPLACE" });
});

test("two concurrent registrations of one account leave one", async () => {
  const buyer = await world.caller("BUYER");
  const storefront = await locked();
  const replies = await Promise.all([1, 2, 3].map(() => buyer.post(path(storefront), apiKey())));
  expect(replies.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409, 409]);
});

test("one credential works at its agent wherever the buyer can see it, but opens no unreviewed storefront", async () => {
  const buyer = await world.caller("BUYER");
  const source = await agentSource();
  const [first, second, unlisted] = [
    await agentStall(source, { name: "Shared one" }),
    await agentStall(source, { name: "Shared two" }),
    await agentStall(source, { name: "Shared unlisted", listed: false }),
  ];
  await buyer.post(path(first), apiKey(CANARY));
  const { data } = await buyer.get("/buyer/storefronts/credentials");
  expect(data[0].sources.map(({ storefrontName }: { storefrontName: string }) => storefrontName)).toEqual([
    "Shared one",
    "Shared two",
  ]);
  expect((await buyer.get(`/buyer/storefronts/${second.id}`)).data.sources[0].connected).toBe(true);
  expect((await buyer.get(`/buyer/storefronts/${unlisted.id}`)).status).toBe(404);
  expect(await buyer.post(path(second), apiKey(CANARY))).toMatchObject({ status: 409 });
});

test("another buyer's credential connects nothing, and looks like a missing one", async () => {
  const [owner, other] = [await world.caller("BUYER"), await world.caller("BUYER")];
  const storefront = await locked();
  const { data } = await owner.post(path(storefront), apiKey());
  expect((await other.get(`/buyer/storefronts/${storefront.id}`)).data.sources[0]).toMatchObject({
    connected: false,
    customerAccounts: [],
  });
  expect((await other.get("/buyer/storefronts/credentials")).data).toEqual([]);
  for (const id of [data.id, "999999999"])
    expect(await other.delete(`/buyer/storefronts/credentials/${id}`)).toMatchObject({
      status: 404,
      error: { message: `there is no credential ${id}` },
    });
  expect((await owner.delete(`/buyer/storefronts/credentials/${data.id}`)).status).toBe(204);
  expect((await owner.get(`/buyer/storefronts/${storefront.id}`)).data.sources[0].connected).toBe(false);
});

test("a missing source, an unlisted storefront's and a disabled one cannot be distinguished", async () => {
  const buyer = await world.caller("BUYER");
  const [listed, unlisted, disabled] = [await locked(), await locked({ listed: false }), await locked()];
  await disabled.seller.put("/storefront/inventory-sources/main", { status: "DISABLED" });
  for (const [storefront, source] of [
    [listed, "none"],
    [unlisted, "main"],
    [disabled, "main"],
  ] as const)
    expect(await buyer.post(path(storefront, source), apiKey())).toMatchObject({
      status: 404,
      error: { message: `there is no source ${source} in storefront ${storefront.id}` },
    });
});

test("the newest working credential comes first, and only works for its own buyer", async () => {
  const [buyer, other] = [await world.caller("BUYER"), await world.caller("BUYER")];
  const storefront = await locked();
  for (const name of ["old", "new"]) await buyer.post(path(storefront), apiKey(KEY, name));
  const agentId = (await buyer.get(`/buyer/storefronts/${storefront.id}`)).data.sources[0].agentId;
  const found = (customerId: number) =>
    world.database.read({ customerId, reach: "market" }, (db) =>
      listWorkingCredentials(db, customerId, [agentId, "agt_none"]),
    );
  const [newest, oldest, ...others] = await found(buyer.customerId);
  expect(others).toEqual([]);
  expect(oldest?.accountIdentifier).toBe("old");
  expect(newest?.accountIdentifier).toBe("new");
  expect(newest && openCredential(world.host.vault, newest)).toEqual({ type: "api_key", token: KEY });
  expect(newest && (() => openCredential(world.host.vault, { ...newest, customerId: other.customerId }))).toThrow(
    /belongs elsewhere/,
  );
  expect(await found(other.customerId)).toEqual([]);
});

/** Every row of every table, as a dump of the database has them. */
async function dumped(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows: tables } = await client.query<{ name: string }>(
    "select oid::regclass::text as name from pg_class where relkind = 'r' and relnamespace::regnamespace::text in ('public', 'jobs')",
  );
  const all: string[] = [];
  for (const { name } of tables) {
    const { rows } = await client.query<{ text: string }>(`select dumped::text as text from ${name} as dumped`);
    all.push(...rows.map(({ text }) => text));
  }
  await client.end();
  return all;
}

test("secrets that are handed out once are in no row of any table, nor in the stored answer for a repetition", async () => {
  const buyer = await world.caller("BUYER");
  const repeated = (key: string) => ({ "idempotency-key": key });
  const { data: key } = await buyer.post("/api-keys", { name: "Dumped" }, repeated("a-key-once"));
  const hook = { url: "http://127.0.0.1:9/hook", eventTypes: ["media_buy.status_changed"] };
  const { data: subscription } = await buyer.post("/buyer/webhook-subscriptions", hook, repeated("a-hook-once"));
  const secrets = [key.apiKey, subscription.secret];
  for (const secret of secrets) expect(secret).toEqual(expect.stringMatching(/.{20}/));
  const all = (await dumped(world.databaseUrl)).join("\n");
  for (const secret of secrets) expect(all.includes(secret.slice(-20))).toBe(false);
});

test("a secret is read back nowhere: no answer, no log line, no audit entry, no row of any table", async () => {
  const logged: unknown[] = [];
  const note = (...said: unknown[]) => void logged.push(said);
  const own = await openWorld({ log: { info: note, line: note, warn: note, error: note } });
  onTestFinished(() => own.close());
  const admin = await own.caller("OPERATOR");
  const buyer = await own.caller("BUYER");
  const simulated = await openStorefront(own, admin, {
    source: { simulation: { ...PROFILES.ctv, requiresKey: CANARY } },
  });
  const jwt = { type: "jwt", privateKey: CANARY, issuer: "i", subject: "s", keyId: "k", scope: "x" };
  const answers = [
    await buyer.post(path(simulated), apiKey(CANARY)),
    await buyer.post(path(simulated), apiKey(`${CANARY}-wrong`, "other")),
    await buyer.post(path(simulated), { accountIdentifier: "j", auth: jwt }),
    await buyer.get("/buyer/storefronts/credentials"),
    await buyer.get(`/buyer/storefronts/${simulated.id}`),
  ];
  expect(answers.map(({ status }) => status)).toEqual([201, 400, 400, 200, 200]);
  const kept = await dumped(own.databaseUrl);
  expect(kept.length).toBeGreaterThan(20);
  const everything = JSON.stringify([answers, logged, kept]);
  // For a simulated publisher, the key that it will require is a setting and not a secret.
  const all = everything.replaceAll(/"requiresKey[\\"]+: [\\"]+[\w-]+/g, "");
  for (const spelling of ["utf8", "hex", "base64", "base64url"] as const)
    expect([spelling, all.includes(Buffer.from(CANARY).toString(spelling).slice(0, 18))]).toEqual([spelling, false]);
});
