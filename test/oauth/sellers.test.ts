import { afterAll, beforeAll, expect, test } from "vitest";
import { requiresCredentials } from "../../src/supply/sources/source.ts";
import { doJobs } from "../jobs.ts";
import { expectData } from "../operations/expect-data.ts";
import { type Caller, openWorld, type World } from "../world.ts";
import { consentFrom, scheduleRecovery } from "./oauth.fixture.ts";
import { type RunningProvider, startProvider } from "./provider.ts";

let world: World;
let provider: RunningProvider;
beforeAll(async () => {
  [world, provider] = await Promise.all([openWorld(), startProvider()]);
});
afterAll(async () => {
  await world.close();
  await provider.stop();
});

const MAIN = "/storefront/inventory-sources/main";
const agentOf = () => ({
  sourceId: "main",
  name: "Main",
  executionType: "AGENT",
  type: "SALES",
  endpointUrl: provider.endpointUrl,
  protocol: "MCP",
  authenticationType: "OAUTH",
});

async function newSeller(): Promise<Caller> {
  const seller = await world.caller("SELLER");
  await seller.post("/storefront", { name: "Consenting", defaultCurrency: "USD" });
  return seller;
}

test("an OAUTH source answers with the address at which its seller gives consent, and is open once that is done", async () => {
  const seller = await newSeller();
  const added = expectData(await seller.post("/storefront/inventory-sources", agentOf()));
  expect(added).toMatchObject({ status: "PENDING", oauth: { agentId: added.agentId, agentName: "Main" } });
  const page = await scheduleRecovery(world, await consentFrom(world, added.oauth.authorizationUrl));
  expect(page).toMatchObject({ status: 200, title: "<bdi>Main</bdi> is connected" });
  await doJobs(world);
  expect(expectData(await seller.get(MAIN))).toMatchObject({ status: "ACTIVE" });
  const source = expectData(await seller.get(MAIN));
  // The agent identifies each operator by its own login, so its buyers still have to give consent themselves.
  expect(source).toMatchObject({ authConfigured: true, requiresCredentials: true, connectionError: null });
  expect(source).not.toHaveProperty("oauth");
});

test("a seller's consent opens a source for every buyer, unless its agent or seller requires each to give its own", () => {
  const opened = {
    authenticationType: "OAUTH",
    authConfigured: true,
    buyersBringOwn: false,
    capabilities: null,
  } as const;
  expect(requiresCredentials(opened)).toBe(false);
  expect(requiresCredentials({ ...opened, authConfigured: false })).toBe(true);
  expect(requiresCredentials({ ...opened, buyersBringOwn: true })).toBe(true);
});

test("a seller can only consent at agents behind its own sources, and its state is valid in the browser that started it", async () => {
  const seller = await newSeller();
  const { agentId, oauth } = expectData(await seller.post("/storefront/inventory-sources", agentOf()));
  const stranger = await newSeller();
  expect((await stranger.post(`/storefront/agents/${agentId}/oauth/authorize`)).status).toBe(404);
  expect((await stranger.post(`/storefront/agents/${agentId}/accounts/oauth/authorize`)).status).toBe(404);
  const away = { redirectUri: "https://elsewhere.example/callback" };
  expect((await seller.post(`/storefront/agents/${agentId}/oauth/authorize`, away)).status).toBe(400);
  const back = await consentFrom(world, oauth.authorizationUrl);
  expect(await scheduleRecovery(world, back, "")).toMatchObject({ status: 400 });
  expect(expectData(await seller.get(MAIN))).toMatchObject({ status: "PENDING", authConfigured: false });
});

test("an account that a seller names needs consent like its agent, and cannot move with the source", async () => {
  const seller = await newSeller();
  const { agentId } = expectData(await seller.post("/storefront/inventory-sources", agentOf()));
  const named = { accountIdentifier: "our seat" };
  const started = expectData(await seller.post(`/storefront/agents/${agentId}/accounts/oauth/authorize`, named));
  await scheduleRecovery(world, await consentFrom(world, started.authorizationUrl));
  expect(expectData(await seller.get(MAIN))).toMatchObject({ authConfigured: true });
  const moved = expectData(await seller.put(MAIN, { endpointUrl: `${provider.endpointUrl}/other` }));
  expect(moved).toMatchObject({ authConfigured: false, requiresCredentials: true });
});
