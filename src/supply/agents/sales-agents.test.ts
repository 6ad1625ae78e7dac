import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../../test/world.ts";
import { account, openAgentStall, startAgent } from "../../demand/advertisers/accounts/accounts.fixture.ts";
import { openStorefront } from "../marketplace/market.fixture.ts";
import { PROFILES } from "../simulated/index.ts";

let world: World;
let operator: Caller;
beforeAll(async () => {
  world = await openWorld();
  operator = await world.caller("OPERATOR");
});
afterAll(() => world.close());

const AUTH = { type: "api_key", token: PROFILES.ctv.requiresKey };
const keyed = { simulation: PROFILES.ctv, authenticationType: "API_KEY", type: "SALES" };
const open = { simulation: PROFILES.news, type: "SALES" };

interface Row {
  readonly agentId: string;
  readonly name: string;
  readonly endpointUrl: string;
}

async function find(buyer: Caller, query: string): Promise<Row[]> {
  return (await buyer.get(`/buyer/sales-agents?${query}`)).data.items;
}

/** The agent behind the storefront's one source. */
async function agentBehind(buyer: Caller, storefrontId: number): Promise<string> {
  return (await buyer.get(`/buyer/storefronts/${storefrontId}`)).data.sources[0].agentId;
}

test("a storefront's own agent is listed with its sources' own statements", async () => {
  const stall = await openStorefront(world, operator, { name: "Daily Planet", source: open });
  const buyer = await world.caller("BUYER");
  const [agent, ...others] = await find(buyer, "name=daily%20planet");
  expect(others).toEqual([]);
  expect(agent).toMatchObject({
    agentId: `storefront-${stall.platformId}`,
    type: "SALES",
    endpointUrl: "",
    protocol: "MCP",
    authenticationType: "NO_AUTH",
    requiresOperatorAuth: false,
    accountResolution: "implicit_from_sync",
    status: "ACTIVE",
    relationship: "MARKETPLACE",
    customerAccounts: [],
    requiresAccount: false,
    billingOptions: { default: null, supported: ["operator", "agent"] },
    capabilities: { channels: ["display", "olv"], publisherDomains: ["meridianpost.example"] },
  });
});

test("an agent that requires a credential says so, accepts it, and shows it to nobody else", async () => {
  const stall = await openStorefront(world, operator, { name: "Keyed", source: { ...keyed, name: "Keyed TV" } });
  const [buyer, other] = [await world.caller("BUYER"), await world.caller("BUYER")];
  const [before] = await find(buyer, "name=keyed%20tv&supportsRegistration=true");
  expect(before).toMatchObject({
    agentId: await agentBehind(buyer, stall.id),
    requiresOperatorAuth: true,
    requiresAccount: true,
    accountResolution: "explicit_account_id",
  });
  const path = `/buyer/sales-agents/${before?.agentId}`;
  expect(await buyer.post(`${path}/accountCredentials`)).toMatchObject({
    status: 400,
    error: { details: { supportedAuthTypes: ["api_key"] } },
  });
  const made = await buyer.post(`${path}/accountCredentials`, { accountIdentifier: "seat", auth: AUTH });
  expect(made).toMatchObject({ status: 201, data: { accountIdentifier: "seat", status: "ACTIVE" } });
  expect(await find(buyer, "name=keyed%20tv")).toMatchObject([
    { requiresAccount: false, customerAccounts: [{ accountIdentifier: "seat", status: "ACTIVE" }] },
  ]);
  expect(await find(other, "name=keyed%20tv")).toMatchObject([{ requiresAccount: true, customerAccounts: [] }]);
  expect((await buyer.get("/buyer/sales-agents/accountCredentials")).data).toMatchObject([
    { id: made.data.id, agentId: before?.agentId, agentName: "Keyed TV", accountType: "CLIENT" },
  ]);
  expect((await other.get("/buyer/sales-agents/accountCredentials")).data).toEqual([]);
});

test("an account is registered for one of the buyer's advertisers, and only once under a name", async () => {
  const stall = await openStorefront(world, operator, { source: keyed });
  const buyer = await world.caller("BUYER");
  const { id } = (await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.example" })).data;
  const path = `/buyer/sales-agents/${await agentBehind(buyer, stall.id)}/accounts`;
  const body = { advertiserId: id, accountIdentifier: "seat", auth: AUTH };
  expect(await buyer.post(path, { ...body, advertiserId: "999999" })).toMatchObject({
    status: 404,
    error: { field: "advertiserId" },
  });
  expect(await buyer.post(path, body)).toMatchObject({ status: 201, data: { accountIdentifier: "seat" } });
  expect((await buyer.post(path, body)).status).toBe(409);
});

test("an agent behind two storefronts is listed once, by its name at the first", async () => {
  const agent = await startAgent([account("acc_1", "acme.com")]);
  for (const name of ["Twin A", "Twin B"]) await openAgentStall(world, operator, agent, name);
  const buyer = await world.caller("BUYER");
  const items = (await find(buyer, "supportsRegistration=true")).filter(
    ({ endpointUrl }) => endpointUrl === agent.mcpUrl,
  );
  expect(items).toMatchObject([{ agentId: expect.stringMatching(/^agt_/), protocol: "MCP", requiresAccount: true }]);
});

test("a paused storefront is coming soon, and one that is hidden from the buyer is not listed, nor are its agents", async () => {
  await openStorefront(world, operator, { name: "Sleeper", open: false });
  const hidden = await openStorefront(world, operator, {
    name: "Nowhere",
    listed: false,
    source: { ...keyed, name: "Nowhere TV" },
  });
  const buyer = await world.caller("BUYER");
  expect(await find(buyer, "name=sleeper&status=PENDING")).toMatchObject([{ status: "COMING_SOON" }]);
  expect(await find(buyer, "name=sleeper&status=ACTIVE")).toEqual([]);
  expect(await find(buyer, "name=nowhere")).toEqual([]);
  const sources = (await hidden.seller.get("/storefront/inventory-sources")).data;
  const [{ agentId }] = sources.sources ?? sources.items ?? sources;
  const body = { accountIdentifier: "seat", auth: AUTH };
  const replies = await Promise.all(
    [agentId, "agt_0000000000000000", `storefront-${hidden.platformId}`].map((id) =>
      buyer.post(`/buyer/sales-agents/${id}/accountCredentials`, body),
    ),
  );
  expect(replies.map(({ status }) => status)).toEqual([404, 404, 404]);
});

test("a page holds ten at most, and names the next", async () => {
  for (const index of [1, 2, 3]) await openStorefront(world, operator, { name: `Paged ${index}` });
  const buyer = await world.caller("BUYER");
  const page = (await buyer.get("/buyer/sales-agents?name=paged&limit=2")).data;
  expect(page).toMatchObject({ total: 3, hasMore: true, nextOffset: 2 });
  expect((await find(buyer, "name=paged&limit=2&offset=2")).map(({ name }) => name)).toEqual(["Paged 3"]);
  expect((await buyer.get("/buyer/sales-agents?name=paged&offset=9")).data).toMatchObject({ items: [], total: 3 });
  expect((await buyer.get("/buyer/sales-agents?name=paged&limit=100")).data.items.length).toBe(page.total);
  const { status, error } = await buyer.get("/buyer/sales-agents?limit=101");
  expect([status, error?.message]).toEqual([400, expect.stringContaining("limit must be at most 100")]);
  expect(await find(buyer, "relationship=SELF")).toEqual([]);
});
