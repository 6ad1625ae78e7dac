import { afterAll, beforeAll, expect, test } from "vitest";
import { DAY_MS } from "../../src/ground/kernel/clock.ts";
import { ADCP_PRODUCT } from "../seller/fixtures.ts";
import { type Answer, type Payload, type ScriptedSeller, startScriptedSeller } from "../seller/scripted-seller.ts";
import { type Caller, openWorld, type World } from "../world.ts";

/**
 * A live organisation with a sandbox advertiser and a live one, at sellers that record every call. One identifies its buyers by their
 * brands; the other gives them account ids, and a buyer's credential there gives access to a live account and a test account.
 */
let world: World;
let byBrand: ScriptedSeller;
let byId: ScriptedSeller;
let buyer: Caller;
let storefrontId: number;

beforeAll(async () => {
  world = await openWorld();
  [byBrand, byId] = await Promise.all([startScriptedSeller(), startScriptedSeller({ token: "the-buyers-own" })]);
  for (const seller of [byBrand, byId]) sell(seller);
  byId.on("get_adcp_capabilities", { payload: { ...SAYS, account: { require_operator_auth: true } } });
  byId.on("list_accounts", {
    payload: {
      accounts: [
        { account_id: "live", name: "Live", status: "active" },
        { account_id: "test", name: "Test", status: "active", sandbox: true },
      ],
    },
  });
  storefrontId = await openStorefront();
  buyer = await world.caller("BUYER");
  await buyer.post(`/buyer/storefronts/${storefrontId}/sources/id/credentials`, {
    accountIdentifier: "live",
    auth: { type: "bearer", token: "the-buyers-own" },
  });
});
afterAll(async () => {
  await world.close();
  await Promise.all([byBrand.close(), byId.close()]);
});

const SAYS: Payload = {
  adcp: { supported_versions: ["3.1"], idempotency: { supported: true, replay_ttl_seconds: 86_400 } },
  supported_protocols: ["media_buy"],
};

function sell(seller: ScriptedSeller): void {
  const packages = [{ package_id: "p1", product_id: "ctv", budget: 1000 }];
  const bought = { media_buy_id: "mb_9", media_buy_status: "active", packages };
  const sold: Answer = { payload: { ...bought, status: "completed" } };
  seller.on("get_products", { payload: { status: "completed", products: [ADCP_PRODUCT] } });
  seller.on("list_creative_formats", { payload: { formats: [] } });
  seller.on("create_media_buy", sold);
  seller.on("update_media_buy", sold);
  seller.on("get_media_buys", { payload: { media_buys: [{ ...bought, status: "active" }] } });
  seller.on("get_media_buy_delivery", { payload: { currency: "USD", media_buy_deliveries: [] } });
}

async function openStorefront(): Promise<number> {
  const [seller, operator] = await Promise.all([world.caller("SELLER"), world.caller("OPERATOR")]);
  const home = { name: "Two Houses", defaultCurrency: "USD", acceptsAllCountries: true };
  const { data } = await seller.post("/storefront", home);
  const source = { executionType: "AGENT", type: "SALES", protocol: "MCP" };
  const open = {
    ...source,
    sourceId: "brand",
    name: "By brand",
    endpointUrl: byBrand.mcpUrl,
    authenticationType: "NO_AUTH",
  };
  const shut = { ...source, sourceId: "id", name: "By id", endpointUrl: byId.mcpUrl, authenticationType: "API_KEY" };
  for (const one of [open, shut]) {
    await seller.post("/storefront/inventory-sources", one);
    await seller.put(`/storefront/inventory-sources/${one.sourceId}`, { status: "ACTIVE" });
  }
  await seller.put("/storefront", { isPaused: false });
  await operator.post(`/operator/storefronts/${data.storefrontId}/list`);
  return Number(data.storefrontId);
}

/** Everything that a buyer does with an advertiser, at both sellers. */
async function trade(sandbox: boolean): Promise<void> {
  const made = await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acmeoutdoor.example", sandbox });
  const advertiserId = made.data.id;
  const found = (
    await buyer.post("/buyer/discovery/discover-products", { advertiserId, brief: "premium connected TV" })
  ).data;
  const products = found.productGroups[0].products.map(({ productId, salesAgentId }: Payload) => ({
    productId,
    salesAgentId,
    pricingOptionId: "cpm",
    budget: 1000,
  }));
  expect(products).toHaveLength(2);
  await buyer.post(`/buyer/discovery/${found.discoveryId}/products`, { products });
  const [startDate, endDate] = [1, 20].map((days) => new Date(Date.now() + days * DAY_MS).toISOString());
  const plan = { advertiserId, name: "Spring", flightDates: { startDate, endDate }, budget: { total: 2000 } };
  const { campaign } = (await buyer.post("/buyer/campaigns", { ...plan, discoveryId: found.discoveryId })).data;
  const path = `/buyer/campaigns/${campaign.campaignId}`;
  expect((await buyer.post(`${path}/execute`)).data).toMatchObject({ success: true });
  await buyer.get(`${path}/media-buy-status`);
  expect((await buyer.post(`${path}/pause`)).status).toBe(200);
  await buyer.get(`/buyer/reporting/metrics?campaignId=${campaign.campaignId}`);
}

/** The identities under which each seller was called in the meantime; its capabilities are public. */
async function accountsDuring(work: () => Promise<void>) {
  const sellers = [byBrand, byId];
  const before = sellers.map(({ calls }) => calls.length);
  await work();
  const impersonal = new Set(["get_adcp_capabilities", "list_accounts", "list_creative_formats"]);
  return sellers.map(({ calls }, index) =>
    calls
      .slice(before[index])
      .flatMap(({ tool, input }) => (impersonal.has(tool) ? [] : [{ tool, account: input["account"] }])),
  );
}

const bought = (calls: readonly { tool: string }[]) => calls.filter(({ tool }) => tool === "create_media_buy").length;

test("in every call to every seller, a sandbox advertiser has a sandbox account, and reaches no live one", async () => {
  const [brand = [], id = []] = await accountsDuring(() => trade(true));
  expect([bought(brand), bought(id)]).toEqual([1, 1]);
  const known = { brand: { domain: "acmeoutdoor.example" }, operator: "acmeoutdoor.example", sandbox: true };
  for (const { tool, account } of brand) expect(account, tool).toEqual(known);
  for (const { tool, account } of id) expect(account, tool).toEqual({ account_id: "test" });
});

test("in no call to any seller does a live advertiser have a sandbox account", async () => {
  const [brand = [], id = []] = await accountsDuring(() => trade(false));
  expect([bought(brand), bought(id)]).toEqual([1, 1]);
  for (const { tool, account } of brand) expect(account, tool).not.toHaveProperty("sandbox");
  for (const { tool, account } of id) expect(account, tool).toEqual({ account_id: "live" });
});
