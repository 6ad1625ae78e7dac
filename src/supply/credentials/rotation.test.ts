import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { type ScriptedSeller, startScriptedSeller } from "../../../test/seller/scripted-seller.ts";
import { type Caller, openWorld, type World } from "../../../test/world.ts";
import { openStorefront } from "../marketplace/market.fixture.ts";
import { PROFILES } from "../simulated/index.ts";

let world: World;
let operator: Caller;
beforeAll(async () => {
  world = await openWorld();
  operator = await world.caller("OPERATOR");
});
afterAll(() => world.close());

const FORMATS = { payload: { formats: [] } };
const PRODUCTS = { payload: { status: "completed", products: [] } };

/** A storefront with an agent that accepts any of the tokens and knows who sends them. */
async function openAgentStall(agent: ScriptedSeller, name: string) {
  const source = {
    executionType: "AGENT",
    type: "SALES",
    endpointUrl: agent.mcpUrl,
    protocol: "MCP",
    authenticationType: "API_KEY",
  };
  const stall = await openStorefront(world, operator, { source, open: false, name });
  await stall.seller.put("/storefront/inventory-sources/main", { status: "ACTIVE" });
  await stall.seller.put("/storefront", { isPaused: false });
  return stall;
}

async function startAgent(token?: string): Promise<ScriptedSeller> {
  const agent = await startScriptedSeller(token === undefined ? {} : { token });
  onTestFinished(() => agent.close());
  agent.on("list_creative_formats", FORMATS);
  agent.on("get_products", PRODUCTS);
  return agent;
}

const auth = (token: string) => ({ type: "api_key", token });

test("a rotated credential is used from then on, and the old secret never again", async () => {
  const agent = await startAgent();
  const { id } = await openAgentStall(agent, "Rotating");
  const buyer = await world.caller("BUYER");
  const { data } = await buyer.post(`/buyer/storefronts/${id}/sources/main/credentials`, {
    accountIdentifier: "seat",
    auth: auth("first-secret"),
  });
  const advertiser = (await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.example" })).data;
  const discover = () =>
    buyer.post("/buyer/discovery/discover-products", { advertiserId: advertiser.id, storefrontIds: [id] });
  const shown = () => agent.callsOf("get_products").at(-1)?.headers.authorization;
  await discover();
  expect(shown()).toBe("Bearer first-secret");

  const rotated = await buyer.put(`/buyer/storefronts/credentials/${data.id}`, { auth: auth("second-secret") });
  expect(rotated).toMatchObject({
    status: 200,
    data: { id: data.id, accountIdentifier: "seat", status: "ACTIVE", sources: [{ storefrontId: id }] },
  });
  expect(JSON.stringify(rotated)).not.toContain("secret");
  await discover();
  expect(shown()).toBe("Bearer second-secret");
});

test("if the agent refuses a secret, the old one stays", async () => {
  const agent = await startAgent("the-right-one");
  const { id } = await openAgentStall(agent, "Refusing");
  const buyer = await world.caller("BUYER");
  const { data } = await buyer.post(`/buyer/storefronts/${id}/sources/main/credentials`, {
    accountIdentifier: "seat",
    auth: auth("the-right-one"),
  });
  const path = `/buyer/storefronts/credentials/${data.id}`;
  expect(await buyer.put(path, { auth: auth("a-wrong-one") })).toMatchObject({ status: 400, error: { field: "auth" } });
  const advertiser = (await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.example" })).data;
  await buyer.post("/buyer/discovery/discover-products", { advertiserId: advertiser.id, storefrontIds: [id] });
  expect(agent.callsOf("get_products").at(-1)?.headers.authorization).toBe("Bearer the-right-one");
});

test("a rotation with another kind of secret, or none, is answered with what the source accepts", async () => {
  const { id } = await openStorefront(world, operator, { source: { simulation: PROFILES.ctv } });
  const buyer = await world.caller("BUYER");
  const { data } = await buyer.post(`/buyer/storefronts/${id}/sources/main/credentials`, {
    accountIdentifier: "seat",
    auth: auth(PROFILES.ctv.requiresKey ?? ""),
  });
  for (const body of [undefined, {}, { auth: {} }, { auth: { type: "basic", username: "a", password: "b" } }]) {
    expect(await buyer.put(`/buyer/storefronts/credentials/${data.id}`, body)).toMatchObject({
      status: 400,
      error: { code: "VALIDATION_ERROR", field: "auth", details: { supportedAuthTypes: ["api_key"] } },
    });
  }
  expect(await buyer.put("/buyer/storefronts/credentials/999999999", { auth: auth("x") })).toMatchObject({
    status: 404,
    error: { message: "there is no credential 999999999" },
  });
});

test("a credential whose sources are gone is listed without any, and cannot be rotated", async () => {
  const stall = await openStorefront(world, operator, { source: { simulation: PROFILES.ctv } });
  const buyer = await world.caller("BUYER");
  const { data } = await buyer.post(`/buyer/storefronts/${stall.id}/sources/main/credentials`, {
    accountIdentifier: "seat",
    auth: auth(PROFILES.ctv.requiresKey ?? ""),
  });
  await stall.seller.put("/storefront/inventory-sources/main", { status: "DISABLED" });
  expect((await buyer.get("/buyer/storefronts/credentials")).data).toMatchObject([{ id: data.id, sources: [] }]);
  const path = `/buyer/storefronts/credentials/${data.id}`;
  expect(await buyer.put(path, { auth: auth("x") })).toMatchObject({ status: 400, error: { field: "credentialId" } });
  expect((await buyer.delete(path)).status).toBe(204);
});
