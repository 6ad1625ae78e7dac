import pg from "pg";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { type ScriptedSeller, startScriptedSeller } from "../../../../test/seller/scripted-seller.ts";
import { type Caller, INSTALLATION, openWorld, type World } from "../../../../test/world.ts";
import { HOUR_MS } from "../../../ground/kernel/clock.ts";
import { perform } from "../../../ground/kernel/perform.ts";
import { recheckSource, sourceAgenda } from "./recheck-by-itself.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld({
    installation: { ...INSTALLATION, sellerTimeoutMs: 280_000, capabilitiesRefreshHours: 48 },
  });
});
afterAll(() => world.close());

const PATH = "/storefront/inventory-sources/main";

async function openSource(): Promise<{ readonly seller: Caller; readonly agent: ScriptedSeller }> {
  const agent = await startScriptedSeller();
  onTestFinished(() => agent.close());
  const seller = await world.caller("SELLER");
  await seller.post("/storefront", { name: "Asked again" });
  await seller.post("/storefront/inventory-sources", {
    sourceId: "main",
    name: "Main",
    type: "SALES",
    endpointUrl: agent.mcpUrl,
    protocol: "MCP",
    authenticationType: "NO_AUTH",
  });
  return { seller, agent };
}

async function due({ customerId }: Caller, hours: number) {
  const wall = new Date(world.host.clock.now().getTime() + hours * HOUR_MS);
  const all = await world.database.readInstallation((db) => sourceAgenda.dueOfAllCustomers(db, wall, 1_000));
  return all.filter(({ input }) => input.customerId === customerId);
}

/** As if the check had become due, and a worker had noticed. */
async function askAgain({ customerId }: Caller, host = world.host): Promise<void> {
  const client = new pg.Client({ connectionString: world.databaseUrl });
  await client.connect();
  await client.query("update inventory_sources set recheck_at = now() - interval '1 hour' where customer_id = $1", [
    customerId,
  ]);
  await client.end();
  await perform(recheckSource, { customerId, sourceId: "main" }, "req_test", host);
}

test("an agent is asked again automatically, once per period, and its new answer is stored", async () => {
  const { seller, agent } = await openSource();
  expect(await due(seller, 0)).toEqual([]);
  expect(await due(seller, 25)).toHaveLength(1);
  agent.on("get_signals", { payload: {} });
  agent.dropSessions();
  await askAgain(seller);
  const [source] = (await seller.get("/storefront/readiness")).data.sourceDiagnostics;
  expect(source.capabilities).toMatchObject({ signals: "supported" });
  expect(await due(seller, 25)).toEqual([]);
  expect(await due(seller, 49)).toHaveLength(1);
  const { calls } = agent;
  const before = calls.length;
  await perform(recheckSource, { customerId: seller.customerId, sourceId: "main" }, "req_test", world.host);
  expect(calls.length).toBe(before);
});

test("a missing answer closes no source, is reported once, and ends with the next answer", async () => {
  const { seller, agent } = await openSource();
  agent.meetAllWith({ drop: true });
  await askAgain(seller);
  await askAgain(seller);
  expect((await seller.get(PATH)).data).toMatchObject({ status: "ACTIVE", connectionError: expect.any(String) });
  const { notifications } = (await seller.get("/notifications")).data;
  expect(notifications.filter(({ event }: { event: string }) => event === "source.unreachable")).toHaveLength(1);
  agent.meetAllWith(undefined);
  await askAgain(seller);
  expect((await seller.get(PATH)).data).toMatchObject({ connectionError: null });
});

test("no agent is asked automatically if the setting is off, nor for an archived storefront, nor while the source is disabled", async () => {
  const { seller, agent } = await openSource();
  const before = agent.calls.length;
  const off = { ...world.host, installation: { ...world.host.installation, capabilitiesRefreshHours: null } };
  await askAgain(seller, off);
  await seller.put(PATH, { status: "DISABLED" });
  expect(await due(seller, 100)).toEqual([]);
  await seller.post("/storefront/archive");
  await askAgain(seller);
  expect(agent.calls.length).toBe(before);
});
