import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../../test/world.ts";
import { account, startAgent } from "../../demand/advertisers/accounts/accounts.fixture.ts";
import { PROFILES } from "../simulated/index.ts";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

async function newSeller(): Promise<Caller> {
  const seller = await world.caller("SELLER");
  await seller.post("/storefront", { name: "Agents" });
  return seller;
}

const add = (seller: Caller, source: object) => seller.post("/storefront/inventory-sources", source);
const news = { name: "News", executionType: "SIMULATED", simulation: PROFILES.news };
const list = async (seller: Caller, query = "") => (await seller.get(`/storefront/agents?${query}`)).data;

test("an agent behind two sources of a seller is listed once, and names both", async () => {
  const seller = await newSeller();
  const agent = await startAgent([account("acc_1", "acme.com")]);
  const source = { type: "SALES", endpointUrl: agent.mcpUrl, protocol: "MCP", authenticationType: "NO_AUTH" };
  await add(seller, { ...source, name: "Zeta", sourceId: "one" });
  await add(seller, { ...source, name: "Zeta again", sourceId: "two" });
  await add(seller, { ...news, sourceId: "news" });
  const { items, total } = await list(seller);
  expect(total).toBe(2);
  expect(items).toMatchObject([
    { name: "News", type: "SALES", relationship: "SELF", customerAccountCount: 0 },
    { name: "Zeta", status: "ACTIVE", protocol: "MCP" },
  ]);
  expect((await seller.get(`/storefront/agents/${items[1].agentId}`)).data).toMatchObject({
    endpointUrl: agent.mcpUrl,
    customerId: seller.customerId,
    sourceIds: ["one", "two"],
    billingOptions: expect.anything(),
    oauth: null,
  });
});

test("agents are found by part of the name, by status and type, page by page", async () => {
  const seller = await newSeller();
  for (const name of ["Alpha", "Beta", "Betamax"]) await add(seller, { ...news, name });
  expect((await list(seller, "name=BETA")).items).toMatchObject([{ name: "Beta" }, { name: "Betamax" }]);
  expect(await list(seller, "limit=1&offset=1")).toMatchObject({ items: [{ name: "Beta" }], total: 3, nextOffset: 2 });
  await seller.put("/storefront/inventory-sources/alpha", { status: "DISABLED" });
  expect((await list(seller, "status=DISABLED")).items).toMatchObject([{ name: "Alpha" }]);
  expect((await list(seller, "type=SIGNAL")).total).toBe(0);
  expect((await list(seller, "relationship=MARKETPLACE")).total).toBe(0);
});

test("checking again stores what the agent states; another seller's agent looks like a missing one", async () => {
  const [seller, other] = [await newSeller(), await newSeller()];
  await add(seller, { ...news, sourceId: "news" });
  const [{ agentId }] = (await list(seller)).items;
  const path = `/storefront/agents/${agentId}`;
  expect(await seller.post(`${path}/capabilities/refresh`)).toMatchObject({
    status: 200,
    data: {
      version: expect.stringMatching(/^3\./),
      tools: expect.arrayContaining(["get_products"]),
      requireOperatorAuth: false,
    },
  });
  for (const reply of [await other.get(path), await other.post(`${path}/capabilities/refresh`)])
    expect(reply).toMatchObject({ status: 404, error: { code: "NOT_FOUND" } });
});

test("an agent that does not answer is reported, and its last statement is kept", async () => {
  const seller = await newSeller();
  const agent = await startAgent([account("acc_1", "acme.com")]);
  const source = {
    name: "Gone",
    type: "SALES",
    endpointUrl: agent.mcpUrl,
    protocol: "MCP",
    authenticationType: "NO_AUTH",
  };
  await add(seller, source);
  const [{ agentId }] = (await list(seller)).items;
  const before = (await seller.get(`/storefront/agents/${agentId}`)).data.billingOptions;
  await agent.close();
  expect(await seller.post(`/storefront/agents/${agentId}/capabilities/refresh`)).toMatchObject({
    status: 400,
    error: { code: "BAD_REQUEST", message: expect.stringContaining("cannot be reached") },
  });
  expect((await seller.get(`/storefront/agents/${agentId}`)).data.billingOptions).toEqual(before);
});
