import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { BusinessProfile } from "../../src/supply/storefronts/business-profile.ts";
import { StorefrontChangeBody } from "../../src/supply/storefronts/schema.ts";
import { callTool, newBuy, type Payload } from "../agent/call-tool.ts";
import { type OpenShop, openShop } from "../agent/open-shop.ts";
import { callTool as askServer } from "../mcp-call.ts";
import { expectData } from "./expect-data.ts";

/** What an operator writes takes effect: each field is changed, and what a buyer or an agent then sees is different. */
let shop: OpenShop;
beforeAll(async () => {
  shop = await openShop();
  const link = { storefrontId: shop.storefrontId, slug: "operators", approvalPolicy: "auto_approve" };
  expectData(await shop.seller.post("/storefront/join-links", link));
});
afterAll(() => shop.world.close());

const PROFILE = { publisherDomains: undefined };
beforeEach(async () => void expectData(await shop.seller.put("/storefront", { businessProfile: PROFILE })));

type Look = () => Promise<unknown>;

const card: Look = async () => {
  const { app } = shop.world;
  return (await app.inject({ url: `/storefront/${shop.platformId}/.well-known/agent-card.json` })).json();
};
const capabilities: Look = async () => {
  const { last_updated: _, ...rest } = (await callTool(shop, "get_adcp_capabilities")).payload;
  return rest;
};
const products: Look = async () => (await callTool(shop, "get_products", { buying_mode: "wholesale" })).payload;
const joinPage: Look = async () => (await shop.world.anonymous("GET", "/storefront/join-context/operators")).data;
const discoveryCard: Look = async () => expectData(await shop.seller.get("/storefront")).discoveryCard;
const market: Look = async () => expectData(await shop.buyer.get(`/buyer/storefronts/${shop.storefrontId}`));
const germany: Look = async () =>
  (await callTool(shop, "get_products", { buying_mode: "brief", brief: "news", filters: { countries: ["DE"] } }))
    .payload;
const murph: Look = async () =>
  (await askServer(shop.world, shop.seller.key, "ask_murph", { question: "What do I do next?" })).content;
const buying: Look = async () => {
  const { products: found } = (await callTool(shop, "get_products", { buying_mode: "wholesale" })).payload;
  return (found as Payload[]).length;
};

/** Fields that only the operator reads, and why that is right. */
const RECORDED: Readonly<Record<string, string>> = {
  confirmOperatorDomainProfileReset: "a consent to a change, which is not kept",
  plan: "there is one plan",
  transacting: "isPaused, as older clients spell it",
  setupIntent: "a record of how the storefront was set up (storefront contract §3.2)",
  compositionPricing: "src/supply/merchandising/rule-on-packages.test.ts",
  creativeApproval: "decides where a creative waits: src/supply/creatives/reviews",
  mediaBuyApproval: "decides where an order waits: src/supply/orders/approvals/approvals.test.ts",
  sellsThirdPartyInventory: "decides whether a storefront may be linked: src/supply/links",
  productMode: "test/journeys/passthrough.test.ts",
  businessProfile: "field by field, below",
};

const FIELDS: Readonly<Record<string, readonly [unknown, Look]>> = {
  name: ["Renamed", card],
  publisherDomain: ["publisher.example", market],
  operatorDomain: ["operator.example", joinPage],
  brandName: ["The Brand", card],
  logoUrl: ["https://logo.example/a.png", card],
  logoBackground: ["dark-bg", discoveryCard],
  brandColors: [{ primary: "#112233" }, joinPage],
  membershipStatus: ["AAO_MEMBER", card],
  description: ["Quality journalism since 1887", card],
  website: ["https://brand.example", card],
  channels: [["dooh"], capabilities],
  regions: [["EMEA"], card],
  acceptedCountries: [["US"], germany],
  acceptsAllCountries: [true, germany],
  advertisingPolicyDisclosure: [["brief_acceptance"], capabilities],
  supportedLanguages: [["nl"], joinPage],
  defaultCurrency: ["EUR", joinPage],
  paymentCurrencies: [["EUR", "USD", "GBP"], card],
  demandContactName: ["Ada", card],
  demandContactEmail: ["ada@seller.example", card],
  isPaused: [true, buying],
  capabilities: [{ offersCreativeReview: true }, card],
};

const PROFILED: Readonly<Record<string, readonly [unknown, Look]>> = {
  agentPersonality: ["Warm, and never pushy", murph],
  publisherDomains: [["meridianpost.example"], products],
  summary: ["Two hundred local papers", card],
  propertyCount: [212, card],
  channels: [["social"], capabilities],
  regions: [["APAC"], card],
  verticals: [["Automotive"], card],
  evidenceUrls: [["https://proof.example/audit"], murph],
  notes: ["Call before noon", murph],
};
const PROFILE_RECORDED = ["agentName", "updatedBy"];

test("no field that an operator can write is missing here", () => {
  const known = [...Object.keys(FIELDS), ...Object.keys(RECORDED)];
  expect(known.toSorted()).toEqual(Object.keys(StorefrontChangeBody.shape).toSorted());
  const profiled = [...Object.keys(PROFILED), ...PROFILE_RECORDED];
  expect(profiled.toSorted()).toEqual(Object.keys(BusinessProfile.shape).toSorted());
});

describe("a change of the storefront", () => {
  beforeAll(async () => {
    const content = "We take no gambling.\nBlock buyers: casino.example";
    expectData(await shop.seller.post("/storefront/acceptance-policy", { content, activate: true }));
  });

  test.each(Object.entries(FIELDS))("%s is visible", async (field, [value, look]) => {
    const change = field.startsWith("demandContact")
      ? { demandContactName: field, demandContactEmail: "first@seller.example", [field]: value }
      : { [field]: value };
    // Earlier changes stay, except those that exclude it.
    if (field === "acceptsAllCountries")
      expectData(await shop.seller.put("/storefront", { acceptedCountries: ["US"] }));
    // AdCP states policies in a portfolio, and has none without a publisher's domain.
    if (field === "advertisingPolicyDisclosure")
      expectData(await shop.seller.put("/storefront", { businessProfile: { publisherDomains: ["seller.example"] } }));
    const before = await look();
    expectData(await shop.seller.put("/storefront", { confirmOperatorDomainProfileReset: true, ...change }));
    expect(await look()).not.toEqual(before);
    if (field === "isPaused") expectData(await shop.seller.put("/storefront", { isPaused: false }));
    if (field === "channels") expectData(await shop.seller.put("/storefront", { channels: [] }));
  });

  test.each(Object.entries(PROFILED))("%s of the business profile is visible", async (field, [value, look]) => {
    const before = await look();
    expectData(await shop.seller.put("/storefront", { businessProfile: { [field]: value } }));
    expect(await look()).not.toEqual(before);
  });
});

test("listed publishers restrict what is sold, an empty list sells nothing, and omitted ones decide nothing", async () => {
  const sellFor = async (publisherDomains?: readonly string[]) =>
    void expectData(await shop.seller.put("/storefront", { businessProfile: { summary: "x", publisherDomains } }));
  const all = (await callTool(shop, "get_products", { buying_mode: "wholesale" })).payload.products as Payload[];
  const video = all.find(({ product_id: id }) => String(id).startsWith("ctv:"));
  await sellFor(["meridianpost.example"]);
  const some = (await callTool(shop, "get_products", { buying_mode: "wholesale" })).payload.products as Payload[];
  expect(some.length).toBeGreaterThan(0);
  expect(some.every(({ product_id: id }) => String(id).startsWith("news:"))).toBe(true);
  const option = video?.pricing_options[0].pricing_option_id;
  const refused = await callTool(shop, "create_media_buy", newBuy(video?.product_id, option));
  expect(refused.payload).toMatchObject({ errors: [{ code: "PRODUCT_NOT_FOUND" }] });
  expect(((await capabilities()) as Payload).media_buy.portfolio.publisher_domains).toEqual(["meridianpost.example"]);
  await sellFor([]);
  expect(await buying()).toBe(0);
  await sellFor(undefined);
  expect(await buying()).toBe(all.length);
});

test("a buyer's terms are part of the text of its products, and a passthrough storefront uses its own name", async () => {
  const scope = { operatorDomain: null, brandDomain: null, countries: null, discountPercent: null };
  const note = "Makegoods within the flight.";
  const { id } = expectData(await shop.seller.post("/storefront/buyer-instructions", { ...scope, notes: note }));
  const texts = async () =>
    ((await callTool(shop, "get_products", { buying_mode: "wholesale" })).payload.products as Payload[]).map(
      ({ description }) => description as string,
    );
  for (const text of await texts()) expect(text).toContain(note);
  expect((await shop.seller.delete(`/storefront/buyer-instructions/${id}`)).status).toBe(204);
  for (const text of await texts()) expect(text).not.toContain(note);
  expectData(await shop.seller.put("/storefront/inventory-sources/news", { status: "DISABLED" }));
  expectData(
    await shop.seller.put("/storefront", { productMode: "passthrough", name: "Premium", brandName: "Premium CTV" }),
  );
  for (const text of await texts()) expect(text).toContain("Sold by Premium (Premium CTV");
  expectData(await shop.seller.put("/storefront", { productMode: "composition" }));
  expectData(await shop.seller.put("/storefront/inventory-sources/news", { status: "ACTIVE" }));
});

test("the thresholds of the operating instructions decide whether a brief is pitched to, countered or passed on", async () => {
  const answered = async (thresholds: object) => {
    const body = { content: "As below.", doctrine: { thresholds }, activate: true };
    expectData(await shop.seller.post("/storefront/operating-instructions", body));
    const brief = "connected tv drama zebra quantum lighthouse";
    return (await callTool(shop, "get_products", { buying_mode: "brief", brief })).payload.products.length as number;
  };
  const floorPosture = "flex_floor";
  const pitched = await answered({ minimumCategoryFit: 0, counterAppetite: 1, floorPosture });
  const countered = await answered({ minimumCategoryFit: 1, counterAppetite: 1, floorPosture });
  const passed = await answered({ minimumCategoryFit: 1, counterAppetite: 0, floorPosture });
  expect(countered).toBeGreaterThan(0);
  expect(countered).toBeLessThan(pitched);
  expect(passed).toBe(0);
});
