import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { startScriptedSeller } from "../../../test/seller/scripted-seller.ts";
import { type Caller, openWorld, type World } from "../../../test/world.ts";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const SOURCE = "/storefront/inventory-sources/s";
const refresh = async (asking: Caller) => {
  const [{ agentId }] = (await asking.get("/storefront/agents")).data.items;
  return asking.post(`/storefront/agents/${agentId}/capabilities/refresh`);
};
const CAPABILITIES = { payload: { adcp: { supported_versions: ["3.1"] }, supported_protocols: ["media_buy"] } };

/** A seller with a source, and the agent behind it. */
async function open() {
  const agent = await startScriptedSeller();
  onTestFinished(() => agent.close());
  const seller = await world.caller("SELLER");
  await seller.post("/storefront", { name: "Seller" });
  const reach = { type: "SALES", endpointUrl: agent.mcpUrl, protocol: "MCP", authenticationType: "NO_AUTH" };
  const made = await seller.post("/storefront/inventory-sources", { name: "Agent", sourceId: "s", ...reach });
  expect(made).toMatchObject({ status: 201, data: { status: "ACTIVE" } });
  return { agent, seller };
}

test.each<[string, (seller: Caller) => ReturnType<Caller["get"]>]>([
  ["check", (seller) => seller.post(`${SOURCE}/check`)],
  ["update", (seller) => seller.put(SOURCE, { authenticationType: "API_KEY", auth: { type: "api_key", token: "k" } })],
  ["refresh", refresh],
])("a %s of a source that was changed while its agent was asked changes nothing", async (_, ask) => {
  const { agent, seller } = await open();
  agent.on("get_adcp_capabilities", async () => {
    await seller.put(SOURCE, { name: "Renamed" });
    return CAPABILITIES;
  });
  expect(await ask(seller)).toMatchObject({ status: 409, error: { code: "CONFLICT" } });
  expect((await seller.get(SOURCE)).data).toMatchObject({ name: "Renamed", authConfigured: false });
});

test("an agent on an internal address is no longer called once the installation is not a sandbox", async () => {
  const { agent, seller } = await open();
  const { parts } = world;
  const strict = await openWorld({ ...parts, installation: { ...parts.installation, sandbox: false } });
  onTestFinished(() => strict.close());
  const before = agent.calls.length;
  const there = strict.holder(seller.customerId, seller.key);
  expect(await there.post(`${SOURCE}/check`)).toMatchObject({ status: 400, error: { field: "endpointUrl" } });
  expect(await refresh(there)).toMatchObject({ status: 400, error: { field: "endpointUrl" } });
  expect(agent.calls).toHaveLength(before);
});
