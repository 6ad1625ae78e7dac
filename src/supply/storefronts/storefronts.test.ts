import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../../test/world.ts";
import { PROFILES } from "../simulated/index.ts";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

async function sellerWith(
  body: Record<string, unknown>,
): Promise<{ seller: Caller; storefront: Record<string, unknown> }> {
  const seller = await world.caller("SELLER");
  return { seller, storefront: (await seller.post("/storefront", body)).data };
}

const addSource = (seller: Caller) =>
  seller.post("/storefront/inventory-sources", { name: "News", executionType: "SIMULATED", simulation: PROFILES.news });

test("an organisation has one storefront: it is created once, closed, and returned unchanged after that", async () => {
  const seller = await world.caller("SELLER");
  expect((await seller.get("/storefront")).status).toBe(404);
  const made = await seller.post("/storefront", { name: "Café Média", publisherDomain: "https://www.Cafe.example/x" });
  expect(made).toMatchObject({
    status: 201,
    data: {
      platformId: "cafe-media",
      publisherDomain: "cafe.example",
      isPaused: true,
      transacting: false,
      displayStatus: "configuring",
      marketplaceState: "PENDING_REVIEW",
      defaultCurrency: null,
      discoveryCard: { displayName: "Café Média", coverage: { channels: "unknown" } },
    },
  });
  const again = await seller.post("/storefront", { name: "Other" });
  expect(again).toMatchObject({ status: 200, data: made.data });
  expect((await seller.get("/storefront")).data).toEqual(made.data);
});

test("two storefronts with one name have two slugs, and none is a number or a reserved path", async () => {
  const names = ["Same Name", "Same Name", "Same Name", "Same Name", "42", "Discover", "日本"];
  const slugs = [];
  for (const name of names) slugs.push((await sellerWith({ name })).storefront["platformId"]);
  expect(slugs.slice(0, 3)).toEqual(["same-name", "same-name-2", "same-name-3"]);
  expect(slugs[3]).toMatch(/^same-name-[0-9a-f]{8}$/);
  expect(slugs.slice(4)).toEqual(["storefront-42", "storefront-discover", "storefront"]);
});

test("concurrent requests to create the storefront create one", async () => {
  const seller = await world.caller("SELLER");
  const replies = await Promise.all(Array.from({ length: 4 }, () => seller.post("/storefront", { name: "Racing" })));
  expect(replies.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 200, 200, 201]);
  expect(new Set(replies.map(({ data }) => data.storefrontId)).size).toBe(1);
});

test("an update changes what it names and nothing else; a business profile is replaced as a whole", async () => {
  const { seller, storefront } = await sellerWith({ name: "Profile" });
  const changed = await seller.put("/storefront", {
    description: "all about it",
    channels: ["ctv", "audio"],
    businessProfile: { publisherDomains: ["https://A.example/", "a.example", "b.example"], summary: "s" },
  });
  expect(changed.data).toMatchObject({
    ...storefront,
    description: "all about it",
    channels: ["ctv", "streaming_audio"],
    businessProfile: { publisherDomains: ["a.example", "b.example"], summary: "s" },
    discoveryCard: expect.anything(),
    updatedAt: expect.any(String),
  });
  const replaced = await seller.put("/storefront", { businessProfile: { notes: "n" } });
  expect(replaced.data.businessProfile).toEqual({ notes: "n" });
  expect((await seller.put("/storefront", { businessProfile: null })).data.businessProfile).toBeNull();
});

test("contradictory settings are refused, and none of them is stored", async () => {
  const { seller } = await sellerWith({ name: "Contradiction", defaultCurrency: "EUR" });
  const refused = async (body: unknown) => (await seller.put("/storefront", body)).error;
  expect(await refused({ acceptedCountries: ["DE"], acceptsAllCountries: true })).toMatchObject({
    code: "VALIDATION_ERROR",
    field: "acceptedCountries",
  });
  expect(await refused({ paymentCurrencies: ["USD"] })).toMatchObject({ field: "paymentCurrencies" });
  expect(await refused({ demandContactName: "Ann" })).toMatchObject({ field: "demandContactEmail" });
  expect(await refused({ isPaused: true, transacting: true })).toMatchObject({ field: "transacting" });
  expect(await refused({ businessProfile: { publisherDomains: ["no domain"] } })).toMatchObject({
    field: "businessProfile.publisherDomains.0",
  });
  expect((await seller.get("/storefront")).data).toMatchObject({ paymentCurrencies: [], demandContactName: null });
});

test("another operator domain clears the curated profile only with consent", async () => {
  const { seller } = await sellerWith({ name: "Moving", operatorDomain: "old.example" });
  await seller.put("/storefront", { description: "of the old", website: "https://old.example/" });
  const refused = await seller.put("/storefront", { operatorDomain: "new.example", website: "https://new.example/" });
  expect(refused).toMatchObject({ status: 400, error: { details: { wouldClear: ["description"] } } });
  const moved = await seller.put("/storefront", {
    operatorDomain: "new.example",
    website: "https://new.example/",
    confirmOperatorDomainProfileReset: true,
  });
  expect(moved.data).toMatchObject({
    operatorDomain: "new.example",
    description: null,
    website: "https://new.example/",
  });
});

test("opening is refused with every blocker named, and possible once none is left", async () => {
  const { seller } = await sellerWith({ name: "Opening" });
  const refused = await seller.put("/storefront", { isPaused: false });
  expect(refused).toMatchObject({
    status: 400,
    error: { code: "INVALID_STATE", details: { blockers: ["inventory_sources", "currency_confirmed"] } },
  });
  expect(await addSource(seller)).toMatchObject({ status: 201 });
  expect((await seller.put("/storefront", { transacting: true })).error?.details).toEqual({
    blockers: ["currency_confirmed"],
  });
  const opened = await seller.put("/storefront", { transacting: true, defaultCurrency: "USD" });
  expect(opened.data).toMatchObject({
    isPaused: false,
    transacting: true,
    displayStatus: "transacting",
    advertiseAsAgent: true,
    advertisedChannels: ["display", "olv"],
    advertisedCountries: ["DE", "GB", "US"],
  });
  expect((await seller.put("/storefront", { isPaused: true })).data.displayStatus).toBe("paused");
});

test("capabilities are changed individually; composing is only effective with an active source", async () => {
  const { seller } = await sellerWith({ name: "Capable" });
  await seller.patch("/storefront", { capabilities: { offersCreativeReview: true } });
  const patched = await seller.patch("/storefront", {
    capabilities: { offersProductComposition: true },
    setupIntent: "third_party_connect",
  });
  const configured = { offersCreativeReview: true, offersCampaignApproval: false, offersProductComposition: true };
  expect(patched.data).toMatchObject({
    setupIntent: "third_party_connect",
    configuredCapabilities: configured,
    capabilities: { ...configured, offersProductComposition: false },
  });
});

test("an archived storefront can be read but no longer changed", async () => {
  const { seller } = await sellerWith({ name: "Ending" });
  expect((await seller.post("/storefront/archive")).data).toMatchObject({
    displayStatus: "archived",
    archivedAt: expect.any(String),
  });
  for (const refused of [
    await seller.put("/storefront", { name: "Still" }),
    await seller.post("/storefront/archive"),
    await addSource(seller),
  ])
    expect(refused).toMatchObject({ status: 400, error: { code: "INVALID_STATE" } });
  expect((await seller.get("/storefront")).data.name).toBe("Ending");
});

test("a percentile that no price would be taken from is refused by its path, but the default may be sent back", async () => {
  const { seller, storefront } = await sellerWith({ name: "Percentile" });
  const { compositionPricing } = storefront;
  expect(compositionPricing).toEqual({ targetPercentile: "p75", rateCard: { facts: [] } });
  expect(await seller.put("/storefront", { compositionPricing })).toMatchObject({ status: 200 });
  const refused = await seller.put("/storefront", { compositionPricing: { targetPercentile: "p90" } });
  expect(refused).toMatchObject({ status: 400, error: { field: "compositionPricing.targetPercentile" } });
  expect((await seller.get("/storefront")).data.compositionPricing).toEqual(compositionPricing);
});
