import pg from "pg";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { startScriptedSeller } from "../../../test/seller/scripted-seller.ts";
import { type Caller, openWorld, type World } from "../../../test/world.ts";
import { PROFILES } from "../simulated/index.ts";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const SOURCES = "/storefront/inventory-sources";
const CANARY = "canary-secret-7f3a";

async function seller(): Promise<Caller> {
  const caller = await world.caller("SELLER");
  await caller.post("/storefront", { name: "Seller" });
  return caller;
}

async function agent(token?: string) {
  const scripted = await startScriptedSeller(token === undefined ? {} : { token });
  onTestFinished(() => scripted.close());
  return scripted;
}

const agentBody = (endpointUrl: string, more: object = {}) => ({
  name: "Their agent",
  type: "SALES",
  endpointUrl,
  protocol: "MCP",
  authenticationType: "NO_AUTH",
  ...more,
});
const simulated = (simulation: object = PROFILES.news) => ({ name: "Sim", executionType: "SIMULATED", simulation });

test("a source whose agent answers is ACTIVE immediately, with its agent's capabilities", async () => {
  const caller = await seller();
  const { mcpUrl } = await agent();
  const made = await caller.post(SOURCES, agentBody(mcpUrl));
  expect(made).toMatchObject({
    status: 201,
    data: {
      sourceId: "their-agent",
      executionType: "AGENT",
      status: "ACTIVE",
      authConfigured: false,
      requiresCredentials: false,
      connectionError: null,
      connectedAt: expect.any(String),
    },
  });
  expect((await caller.get(`${SOURCES}/their-agent`)).data).toEqual(made.data);
  expect((await caller.get(SOURCES)).data).toEqual([made.data]);
});

test("a source whose agent does not answer is added anyway, and says what is wrong and what to do", async () => {
  const caller = await seller();
  const made = await caller.post(SOURCES, agentBody("http://127.0.0.1:1/mcp"));
  expect(made).toMatchObject({ status: 201, data: { status: "PENDING", connectedAt: null } });
  expect(made.data.connectionError).toMatch(/cannot be reached.*check again/);
  const activated = await caller.put(`${SOURCES}/their-agent`, { status: "ACTIVE" });
  expect(activated).toMatchObject({ status: 400, error: { code: "INVALID_STATE" } });

  const { mcpUrl } = await agent();
  const mended = await caller.put(`${SOURCES}/their-agent`, { endpointUrl: mcpUrl });
  expect(mended.data).toMatchObject({ status: "ACTIVE", connectionError: null, name: "Their agent" });
  expect(mended.data.agentId).not.toBe(made.data.agentId);
});

test("a check can be repeated, and an agent that stopped answering stays ACTIVE with the reason", async () => {
  const caller = await seller();
  const scripted = await agent();
  await caller.post(SOURCES, agentBody(scripted.mcpUrl, { sourceId: "s" }));
  scripted.meetAllWith({ http: 503 });
  expect((await caller.post(`${SOURCES}/s/check`)).data).toMatchObject({
    status: "ACTIVE",
    connectionError: expect.stringContaining("cannot be reached"),
  });
  scripted.meetAllWith(undefined);
  expect((await caller.post(`${SOURCES}/s/check`)).data.connectionError).toBeNull();
});

test("an internal or invalid URL is refused and nothing is added", async () => {
  const caller = await seller();
  for (const url of ["http://example.com/mcp", "https://10.0.0.1/mcp", "https://user:pass@example.com/", "file:///etc"])
    expect(await caller.post(SOURCES, agentBody(url))).toMatchObject({ status: 400, error: { field: "endpointUrl" } });
  expect((await caller.get(SOURCES)).data).toEqual([]);
});

test("the seller's credential is only sent to the agent: kept by updates, rotated when sent, dropped with its type", async () => {
  const caller = await seller();
  const scripted = await agent(CANARY);
  const key = (token: string) => ({ authenticationType: "API_KEY", auth: { type: "api_key", token } });
  const wrong = await caller.post(SOURCES, agentBody(scripted.mcpUrl, { sourceId: "s", ...key("wrong-canary") }));
  expect(wrong.data).toMatchObject({ status: "PENDING", authConfigured: true });
  expect(wrong.data.connectionError).toContain("does not know this credential");
  const right = await caller.put(`${SOURCES}/s`, { auth: { type: "bearer", token: CANARY } });
  expect(right.data).toMatchObject({ status: "ACTIVE", authConfigured: true, requiresCredentials: false });
  expect((await caller.put(`${SOURCES}/s`, { name: "Renamed" })).data).toMatchObject({ authConfigured: true });
  expect((await caller.post(`${SOURCES}/s/check`)).data.connectionError).toBeNull();
  expect(scripted.callsOf("get_adcp_capabilities").at(-1)?.headers.authorization).toBe(`Bearer ${CANARY}`);
  const dropped = await caller.put(`${SOURCES}/s`, { authenticationType: "NO_AUTH" });
  expect(dropped.data).toMatchObject({ authConfigured: false, status: "ACTIVE" });
  expect(await rows("select * from source_secrets where customer_id = $1", caller.customerId)).toEqual([]);
});

test("an agent that requires a credential waits for one, or each buyer uses its own", async () => {
  const caller = await seller();
  const { mcpUrl } = await agent(CANARY);
  const made = await caller.post(SOURCES, agentBody(mcpUrl, { sourceId: "s", authenticationType: "API_KEY" }));
  expect(made.data).toMatchObject({ status: "PENDING", requiresCredentials: true });
  expect(made.data.connectionError).toContain("answers only with a credential");
  const opened = await caller.put(`${SOURCES}/s`, { status: "ACTIVE" });
  expect(opened.data).toMatchObject({ status: "ACTIVE", requiresCredentials: true, connectionError: null });
});

test("a secret is read back nowhere: no answer, no log line, no audit entry, no plain column", async () => {
  const logged: unknown[] = [];
  const note = (...said: unknown[]) => void logged.push(said);
  const own = await openWorld({ log: { info: note, line: note, warn: note, error: note } });
  onTestFinished(() => own.close());
  const caller = await own.caller("SELLER");
  await caller.post("/storefront", { name: "Seller" });
  const echo = await agent();
  echo.on("get_adcp_capabilities", { rpcError: { code: -32000, message: `no ${CANARY} here` } });
  const auth = { type: "api_key", token: CANARY };
  const answers = [
    await caller.post(SOURCES, agentBody(echo.mcpUrl, { sourceId: "a", authenticationType: "API_KEY", auth })),
    await caller.post(SOURCES, { ...simulated({ ...PROFILES.ctv, requiresKey: CANARY }), sourceId: "b", auth }),
    await caller.get(SOURCES),
    await caller.get("/storefront/readiness"),
  ];
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 200, 200]);
  // What a simulation accepts is the sandbox's own description of a publisher, and not anybody's credential.
  const kept = [
    ...(await rows("select to_jsonb(s) - 'simulation' from inventory_sources s", undefined, own)),
    ...(await rows("select * from source_secrets", undefined, own)),
    ...(await rows("select * from audit_log", undefined, own)),
  ];
  expect(kept.length).toBeGreaterThan(4);
  expect(JSON.stringify([answers, logged, kept])).not.toContain(CANARY);
});

test("a simulated publisher is a source in a sandbox, accessed with its key if it has one", async () => {
  const caller = await seller();
  const open = await caller.post(SOURCES, simulated());
  expect(open.data).toMatchObject({ status: "ACTIVE", authenticationType: "NO_AUTH", requiresCredentials: false });
  const locked = await caller.post(SOURCES, { ...simulated(PROFILES.ctv), sourceId: "ctv" });
  expect(locked.data).toMatchObject({ status: "ACTIVE", authenticationType: "API_KEY", requiresCredentials: true });
  expect(locked.data.simulation).not.toHaveProperty("requiresKey");
  const token = PROFILES.ctv.requiresKey;
  const wrong = await caller.put(`${SOURCES}/ctv`, { auth: { type: "api_key", token: "wrong" } });
  expect(wrong.data.connectionError).toContain("does not know this credential");
  const opened = await caller.put(`${SOURCES}/ctv`, { auth: { type: "api_key", token } });
  expect(opened.data).toMatchObject({ requiresCredentials: false, connectionError: null });
});

test("outside a sandbox there are no simulated sources", async () => {
  const { installation } = world.host;
  const live = await openWorld({ installation: { ...installation, sandbox: false } });
  onTestFinished(() => live.close());
  const caller = await live.caller("SELLER");
  await caller.post("/storefront", { name: "Live" });
  expect(await caller.post(SOURCES, simulated())).toMatchObject({ status: 400, error: { field: "executionType" } });
});

test("a source is switched off and on, and never returns to PENDING", async () => {
  const caller = await seller();
  await caller.post(SOURCES, { ...simulated(), sourceId: "s" });
  expect((await caller.put(`${SOURCES}/s`, { status: "DISABLED" })).data.status).toBe("DISABLED");
  expect((await caller.put(`${SOURCES}/s`, { status: "PENDING" })).error?.code).toBe("INVALID_STATE");
  expect((await caller.put(`${SOURCES}/s`, { status: "ACTIVE" })).data.status).toBe("ACTIVE");
});

test("every field that a source needs is required, and an auth that does not fit is refused", async () => {
  const caller = await seller();
  const refused = await caller.post(SOURCES, { name: "Bare" });
  const issues = refused.error?.details?.["issues"] as { path: string }[];
  expect(issues.map(({ path }) => path)).toEqual(["type", "endpointUrl", "protocol", "authenticationType"]);
  const auth = { type: "basic", username: "u", password: "p" };
  const url = "https://agent.example/mcp";
  expect((await caller.post(SOURCES, agentBody(url, { auth }))).error?.field).toBe("auth.type");
  expect((await caller.post(SOURCES, agentBody(url, { authenticationType: "JWT" }))).error?.field).toBe("auth");
  expect((await caller.post(SOURCES, agentBody(url, { executionType: "agent" }))).error?.field).toBe("executionType");
});

test("an id is unique in its storefront, and one generated from a name avoids conflicts", async () => {
  const [caller, other] = [await seller(), await seller()];
  expect((await caller.post(SOURCES, { ...simulated(), sourceId: "sim" })).status).toBe(201);
  expect(await caller.post(SOURCES, { ...simulated(), sourceId: "sim" })).toMatchObject({ status: 409 });
  expect((await caller.post(SOURCES, simulated())).data.sourceId).toBe("sim-2");
  expect((await other.post(SOURCES, { ...simulated(), sourceId: "sim" })).status).toBe(201);
});

test("a source with a running media buy stays; any other is deleted, with its secret", async () => {
  const caller = await seller();
  const auth = { type: "api_key", token: PROFILES.ctv.requiresKey };
  const { data } = await caller.post(SOURCES, { ...simulated(PROFILES.ctv), sourceId: "s", auth });
  await rows(
    `with o as (insert into orders (customer_id, order_id, storefront_id, buyer_principal, buyer, buyer_ref, name,
       idempotency_key, request_hash, flight_start, flight_end, created_at, updated_at)
       values ($1, 'ord_1', 1, 'c:1', '{}', 'r', 'n', 'k', 'h', now(), now(), now(), now()))
     insert into order_legs (customer_id, leg_id, order_id, inventory_source_id, agent_id, execution_key, state, seller_status, created_at, updated_at)
     values ($1, 'leg_1', 'ord_1', ${data.id}, '${data.agentId}', 'k', 'booked', 'active', now(), now())`,
    caller.customerId,
  );
  expect(await caller.delete(`${SOURCES}/s`)).toMatchObject({ status: 400, error: { code: "VALIDATION_ERROR" } });
  await rows("update order_legs set seller_status = 'completed' where customer_id = $1", caller.customerId);
  expect((await caller.delete(`${SOURCES}/s`)).status).toBe(204);
  expect((await caller.get(`${SOURCES}/s`)).status).toBe(404);
  expect(await rows("select * from source_secrets where customer_id = $1", caller.customerId)).toEqual([]);
});

test("another seller's source looks like a missing one", async () => {
  const [owner, other] = [await seller(), await seller()];
  await owner.post(SOURCES, { ...simulated(), sourceId: "mine" });
  for (const method of ["get", "put", "delete"] as const) {
    const reply = await other[method](`${SOURCES}/mine`, {});
    expect(reply).toMatchObject({ status: 404, error: { message: "there is no source mine" } });
  }
  expect((await other.post(`${SOURCES}/mine/check`)).status).toBe(404);
});

test("readiness says what keeps a storefront from selling, source by source", async () => {
  const caller = await seller();
  const readiness = async () => (await caller.get("/storefront/readiness")).data;
  const statusOf = ({ checks }: { checks: { id: string; status: string }[] }) =>
    Object.fromEntries(checks.map(({ id, status }) => [id, status]));
  expect(statusOf(await readiness())).toEqual({
    inventory_sources: "missing",
    agent_status: "optional",
    agent_connectivity: "optional",
    billing_setup: "optional",
    agent_auth: "optional",
    currency_confirmed: "missing",
  });
  await caller.post(SOURCES, { ...simulated(PROFILES.ctv), sourceId: "sim" });
  await caller.post(SOURCES, agentBody("http://127.0.0.1:1/mcp", { sourceId: "dead", authenticationType: "API_KEY" }));
  await caller.put("/storefront", { defaultCurrency: "USD" });
  const blocked = await readiness();
  expect(statusOf(blocked)).toEqual({
    inventory_sources: "complete",
    agent_status: "partial",
    agent_auth: "partial",
    agent_connectivity: "optional",
    billing_setup: "partial",
    currency_confirmed: "complete",
  });
  expect(blocked).toMatchObject({ status: "blocked", effectiveStatus: "paused", canTransact: false });
  expect(blocked.sourceDiagnostics).toMatchObject([
    {
      sourceId: "sim",
      agentStatus: "ACTIVE",
      auth: { required: true, configured: false, type: "API_KEY" },
      capabilities: { products: "supported", createMediaBuy: "supported", signals: "supported" },
      debug: { channels: ["ctv", "olv"], requireOperatorAuth: false },
      health: { status: "healthy" },
    },
    {
      sourceId: "dead",
      agentStatus: "PENDING",
      capabilities: { products: "unknown", createMediaBuy: "unknown", signals: "unknown" },
      health: { status: "unhealthy" },
    },
  ]);
  await caller.put(`${SOURCES}/dead`, { status: "DISABLED" });
  await caller.put("/storefront", { isPaused: false });
  expect(await readiness()).toMatchObject({ status: "ready", effectiveStatus: "live", canTransact: true });
});

async function rows(statement: string, customerId?: number, { databaseUrl } = world): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows: found } = await client.query(statement, customerId === undefined ? [] : [customerId]);
  await client.end();
  return found;
}
