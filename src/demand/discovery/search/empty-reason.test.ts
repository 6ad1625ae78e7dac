import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../../../test/world.ts";
import type { ListedSeller } from "../../../ground/seller-agent/sellers.ts";
import { fixed, product, ScriptedMarket, seller } from "../discovery.fixture.ts";

const market = new ScriptedMarket();
let world: World;
let buyer: Caller;
let advertiserId: string;

beforeAll(async () => {
  world = await openWorld({ sellers: market });
});
afterAll(() => world.close());
beforeEach(async () => {
  buyer = await world.caller("BUYER");
  advertiserId = (await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.com" })).data.id;
});

const selling = (changes: Parameters<typeof product>[1] = {}) =>
  seller("Shop", 9, () => ({ products: [product("p", changes)] }));
const lacking = (reason: "not_connected" | "refused", message: string) =>
  seller("Shop", 9, () => ({ incomplete: [{ source: "Main", sourceId: "src_main", reason, message }] }));
const broken = seller("Shop", 9, () => {
  throw new Error("boom");
});
const german = selling({ countries: ["DE"], pricingOptions: [fixed("20", { currency: "EUR" })] });
const dear = selling({ pricingOptions: [fixed("1", { minSpendPerPackage: "500" })] });

test.each<[string, ListedSeller[], object, object]>([
  ["nobody sells", [], {}, { code: "no_storefronts_listed" }],
  [
    "no storefront is meant",
    [selling()],
    { storefrontIds: [7], storefrontNames: ["Nobody"] },
    { code: "storefront_filter_matched_none", message: expect.stringContaining('is 7 or "Nobody"') },
  ],
  ["no agent is meant", [selling()], { salesAgentIds: ["agt_none"] }, { code: "storefront_filter_matched_none" }],
  [
    "a source wants credentials",
    [lacking("not_connected", "needs credentials")],
    {},
    {
      code: "not_connected",
      message: "Shop, source Main: needs credentials",
      agentId: "storefront-shop",
      storefrontId: "9",
      sourceId: "src_main",
      connect: { method: "POST", path: "/api/v2/buyer/storefronts/9/sources/src_main/credentials" },
    },
  ],
  [
    "a source refuses",
    [lacking("refused", "not to you")],
    {},
    { code: "refused", message: "Shop, source Main: not to you" },
  ],
  ["a seller breaks", [broken], {}, { code: "malformed", message: "Shop: its answer could not be read" }],
  [
    "a seller has nothing",
    [seller("Shop", 9, () => ({}))],
    { channels: ["audio"], countries: ["fr"] },
    {
      code: "nothing_offered",
      message: "Shop answered, and has no product for the channels streaming_audio and the countries FR",
    },
  ],
  [
    "it is not of the default channels",
    [selling({ channels: ["podcast"] })],
    {},
    {
      code: "filtered_by_channels",
      message: expect.stringContaining("1 product of Shop removed: their channels are podcast"),
    },
  ],
  ["it is not of the channels", [selling()], { channels: ["dooh"] }, { code: "filtered_by_channels" }],
  ["it is not in the countries", [german], { countries: ["FR"] }, { code: "filtered_by_countries" }],
  ["it is not the publisher's", [selling()], { publisherDomain: "hul" }, { code: "filtered_by_publisher_domain" }],
  ["it is not sold so", [selling()], { pricingModel: "cpc" }, { code: "filtered_by_pricing_model" }],
  ["it is not in the currency", [german], { budget: 100 }, { code: "filtered_by_currency" }],
  [
    "the budget does not reach it",
    [dear],
    { budget: 100 },
    {
      code: "filtered_by_budget",
      message: "1 product of Shop removed: a package takes at least 500 USD, and the budget is 100 USD",
    },
  ],
])("an empty answer says why, then and when it is looked over again: %s", async (_cause, sellers, body, reason) => {
  market.open(...sellers);
  const { status, data } = await buyer.post("/buyer/discovery/discover-products", { advertiserId, ...body });
  expect(status).toBe(200);
  expect(data).toMatchObject({ productGroups: [], totalGroups: 0, emptyReasons: [reason] });
  const browsed = await buyer.get(`/buyer/discovery/${data.discoveryId}/discover-products`);
  expect(browsed.data).toEqual(data);
});

test("a storefront that is closed for now and named by its id says itself why it sells nothing", async () => {
  const incomplete = [{ source: "storefront-shut", reason: "not_active", message: "Shut takes nothing new" }] as const;
  market.open(selling());
  market.close(seller("Shut", 8, () => ({ incomplete })));
  const discover = (body: object) => buyer.post("/buyer/discovery/discover-products", { advertiserId, ...body });
  const { data } = await discover({ storefrontIds: [8] });
  expect(data.emptyReasons).toEqual([
    { code: "not_active", agentId: "storefront-shut", storefrontId: "8", message: "Shut takes nothing new" },
  ]);
  expect(data.guidance).toBe("Shut takes nothing new.");
  expect((await discover({ storefrontIds: [8, 9] })).data).toMatchObject({
    productGroups: [{ storefrontId: "9" }],
    incompleteAgents: [{ agentId: "storefront-shut", reason: "upstream_incomplete", cause: "not_active" }],
  });
  expect((await discover({ salesAgentIds: ["storefront-shut"] })).data.emptyReasons).toEqual(data.emptyReasons);
  expect((await discover({ storefrontIds: [9], salesAgentIds: ["storefront-shut"] })).data.emptyReasons).toMatchObject([
    { code: "storefront_filter_matched_none" },
  ]);
  expect((await discover({ storefrontIds: [8], debug: true })).data.agentResults).toMatchObject([
    { agentId: "storefront-shut", success: true, productCount: 0, skipReason: "Shut takes nothing new" },
  ]);
  expect((await discover({})).data.incompleteAgents).toEqual([]);
});

test("a page behind the last says so", async () => {
  market.open(selling());
  const behind = (page: object) => buyer.post("/buyer/discovery/discover-products", { advertiserId, ...page });
  for (const page of [{ groupOffset: 5 }, { productOffset: 5 }]) {
    expect((await behind(page)).data.emptyReasons).toMatchObject([{ code: "past_the_end" }]);
  }
});
