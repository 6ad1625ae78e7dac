import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../../test/world.ts";
import { account, connect, startAgent } from "../../demand/advertisers/accounts/accounts.fixture.ts";
import { openStorefront } from "../marketplace/market.fixture.ts";
import { PROFILES } from "../simulated/index.ts";

let world: World;
let operator: Caller;
beforeAll(async () => {
  world = await openWorld();
  operator = await world.caller("OPERATOR");
});
afterAll(() => world.close());

const source = { simulation: PROFILES.news, type: "SIGNAL" };

test("signals are those of sources of type SIGNAL, each with a number that stays", async () => {
  const stall = await openStorefront(world, operator, { name: "Signals" });
  const made = await stall.seller.post("/storefront/inventory-sources", {
    sourceId: "signals",
    name: "Signals",
    executionType: "SIMULATED",
    ...source,
  });
  expect(made.status).toBe(201);
  const buyer = await world.caller("BUYER");
  const { data } = await buyer.get("/buyer/signals?limit=2");
  expect(data).toMatchObject({ total: 3, hasMore: true, nextOffset: 2 });
  expect(data.items[0]).toMatchObject({
    signalId: "travellers",
    name: "Frequent travellers",
    isLive: true,
    archivedAt: null,
    metadata: { signalType: "owned", valueType: "binary" },
    access: [{ visibility: "PUBLIC", price: { pricing_model: "cpm", currency: "USD", cpm: 2 } }],
  });
  expect((await buyer.get("/buyer/signals?limit=2")).data).toEqual(data);
  expect((await buyer.get("/buyer/signals?visibility=PROPRIETARY")).data.items).toEqual([]);
  await stall.seller.put("/storefront", { isPaused: true });
  expect((await buyer.get("/buyer/signals")).data.items).toEqual([]);
});

test("an AdCP agent is asked for its whole list, and signals that it no longer lists are archived", async () => {
  const agent = await startAgent([account("acc_1", "acme.com")]);
  const listing = (...ids: string[]) => ({
    payload: {
      status: "completed",
      signals: ids.map((id) => ({
        signal_agent_segment_id: id,
        signal_ref: { scope: "signal_source", signal_id: id },
        name: `Audience ${id}`,
        description: "People",
        signal_type: "custom",
        deployments: [],
        pricing_options: [{ pricing_option_id: "p", model: "cpm", cpm: 1.25, currency: "EUR" }],
      })),
    },
  });
  agent.on("get_signals", listing("a", "b"));
  const reach = { executionType: "AGENT", endpointUrl: agent.mcpUrl, protocol: "MCP", authenticationType: "API_KEY" };
  const { id } = await openStorefront(world, operator, { name: "Agency", source: { ...reach, type: "SIGNAL" } });
  const buyer = await world.caller("BUYER");
  await connect(buyer, id);
  const ids = async (query = "") =>
    (await buyer.get(`/buyer/signals${query}`)).data.items.map(({ signalId }: { signalId: string }) => signalId);
  expect(await ids()).toEqual(["a", "b"]);
  expect(agent.callsOf("get_signals")[0]?.input).toMatchObject({ discovery_mode: "wholesale" });
  agent.on("get_signals", listing("b"));
  await world.database.writeInstallation((db) => db.deleteFrom("signal_askings").execute());
  expect(await ids()).toEqual(["b"]);
  expect(await ids("?includeArchived=true")).toEqual(["a", "b"]);
  expect(await ids("?isLive=false")).toEqual(["a"]);
});
