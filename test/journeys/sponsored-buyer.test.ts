import { afterAll, beforeAll, expect, test } from "vitest";
import { after, DAY_MS } from "../../src/ground/kernel/clock.ts";
import { perform } from "../../src/ground/kernel/perform.ts";
import { tick } from "../../src/platform/sandbox/tick.ts";
import { type MarketStorefront, openStorefront } from "../../src/supply/marketplace/market.fixture.ts";
import { newestMailTo } from "../mailbox.ts";
import { type Caller, openWorld, type Reply, type World } from "../world.ts";

/** From the seller's link to the buyer's delivery, as docs/sponsored-buyers.md describes it. Each test continues where the last one ended. */
let world: World;
let own: MarketStorefront;
let other: MarketStorefront;
let slug: string;
let buyer: Caller;
const email = "ann@brand.example";

beforeAll(async () => {
  world = await openWorld();
  const operator = await world.caller("OPERATOR");
  // The sponsor's storefront has not been reviewed yet, so it only sells to buyers that it knows.
  own = await openStorefront(world, operator, { name: "Northwind Media", listed: false, sandbox: true });
  other = await openStorefront(world, operator, { name: "Rival Media", sandbox: true });
});
afterAll(() => world.close());

const dataOf = ({ status, data, error }: Reply) => {
  if (error) throw new Error(`${status} ${error.code}: ${error.message}`);
  return data;
};
const confirm = async () =>
  dataOf(
    await world.anonymous("POST", "/storefront/join/confirm", { token: (await newestMailTo(world, email))?.token }),
  );

test("a seller creates a link, and its page shows whose it is", async () => {
  await own.seller.put("/storefront", { brandColors: { primary: "#E4002B" }, supportedLanguages: ["de", "en"] });
  const link = dataOf(await own.seller.post("/storefront/join-links", { storefrontId: own.id, maxUses: 10 }));
  slug = link.slug;
  expect(link).toMatchObject({ joinPath: "/join/northwind-media", approvalPolicy: "manual_approve", uses: 0 });
  expect(dataOf(await world.anonymous("GET", `/storefront/join-context/${slug}`))).toMatchObject({
    valid: true,
    storefrontName: "Northwind Media",
    brandColors: { primary: "#E4002B" },
  });
});

test("an advertiser joins, verifies its address in its own language, and waits", async () => {
  const form = { companyName: "Brand GmbH", email, name: "Ann", acceptTerms: true };
  expect(dataOf(await world.anonymous("POST", `/storefront/join/${slug}/signup`, form))).toEqual({
    status: "check_mail",
  });
  const mail = await newestMailTo(world, email);
  expect(mail?.link).toContain(`/join/${slug}/confirm?token=`);
  expect(mail?.text).toContain("Northwind Media");
  const carriesBrand = /border-top:6px solid #e4002b.*<strong><bdi>Northwind Media/s;
  expect(JSON.stringify(world.mail.messages.at(-1))).toMatch(carriesBrand);
  expect(mail?.text).toMatch(/[Bb]estätig/);
  expect(await confirm()).toMatchObject({ storefrontName: "Northwind Media", status: "pending", apiKey: null });
});

test("the seller approves, and the mail about it brings the first key", async () => {
  const [waiting] = dataOf(await own.seller.get("/storefront/sponsored-buyers")).items;
  expect(waiting).toMatchObject({ buyerName: "Brand GmbH", status: "pending", posture: "prepay" });
  const path = `/storefront/sponsored-buyers/${waiting.buyerCustomerId}/approve`;
  expect(dataOf(await own.seller.post(path)).status).toBe("active");
  const { buyerCustomerId, status, apiKey } = await confirm();
  expect([buyerCustomerId, status]).toEqual([waiting.buyerCustomerId, "active"]);
  buyer = world.holder(buyerCustomerId, apiKey);
});

test("the buyer finds this storefront and no other, in every way of searching", async () => {
  expect(dataOf(await buyer.get("/buyer/storefronts")).items).toMatchObject([{ id: own.id, name: "Northwind Media" }]);
  expect((await buyer.get(`/buyer/storefronts/${other.id}`)).status).toBe(404);
  expect(dataOf(await buyer.get("/buyer/storefronts/discover")).items).toEqual([]);
  const { productGroups } = await discover(buyer);
  expect(productGroups.map(({ groupName }: { groupName: string }) => groupName)).toEqual(["Northwind Media"]);
});

test("another storefront's product is refused like a missing one", async () => {
  const stranger = await world.caller("BUYER", { sandbox: true });
  const theirs = await discover(stranger);
  const [group] = theirs.productGroups;
  expect(group.groupName).toBe("Rival Media");
  const { productId, salesAgentId } = group.products[0];
  const { discoveryId } = await discover(buyer);
  const choose = (product: object) => buyer.post(`/buyer/discovery/${discoveryId}/products`, { products: [product] });
  const [foreign, missing] = [
    await choose({ productId, salesAgentId }),
    await choose({ productId: "main:nowhere", salesAgentId: "storefront-nowhere" }),
  ];
  expect(foreign).toMatchObject({ status: missing.status, error: { code: missing.error?.code } });
  expect(foreign.status).toBeGreaterThanOrEqual(400);
});

let campaignId: string;

test("the buyer buys, and gets delivery", async () => {
  campaignId = await plan("Spring");
  dataOf(await buyer.post(`/buyer/campaigns/${campaignId}/execute`));
  expect(await statusesOf(campaignId)).toEqual(["ACTIVE"]);
  await days(3);
  expect(await spent()).toBeGreaterThan(0);
});

test("a suspended buyer can buy and change nothing, and what is running continues to deliver", async () => {
  const draft = await plan("Summer");
  const before = await spent();
  dataOf(await own.seller.post(`/storefront/sponsored-buyers/${buyer.customerId}/suspend`));
  for (const refused of [
    await buyer.post(`/buyer/campaigns/${draft}/execute`),
    await buyer.put(`/buyer/campaigns/${campaignId}`, { name: "Renamed" }),
    await buyer.post(`/buyer/campaigns/${campaignId}/pause`),
  ])
    expect(refused).toMatchObject({
      status: 403,
      error: { code: "ACCESS_DENIED", details: { sponsorshipStatus: "suspended" } },
    });
  await days(3);
  expect(await statusesOf(campaignId)).toEqual(["ACTIVE"]);
  expect(await spent()).toBeGreaterThan(before);
  dataOf(await own.seller.post(`/storefront/sponsored-buyers/${buyer.customerId}/reactivate`));
  expect(dataOf(await buyer.put(`/buyer/campaigns/${campaignId}`, { name: "Renamed" })).campaign.name).toBe("Renamed");
});

async function advertiserOf(who: Caller): Promise<string> {
  const { advertisers } = dataOf(await who.get("/buyer/advertisers"));
  return (
    advertisers[0]?.id ?? dataOf(await who.post("/buyer/advertisers", { name: "Brand", brand: "brand.example" })).id
  );
}

async function discover(who: Caller) {
  const advertiserId = await advertiserOf(who);
  return dataOf(await who.post("/buyer/discovery/discover-products", { advertiserId, brief: "news readers" }));
}

/** A campaign with one product of the storefront, on its usual terms. */
async function plan(name: string): Promise<string> {
  const { discoveryId, productGroups } = await discover(buyer);
  const [product] = productGroups[0].products;
  const [option] = product.pricingOptions;
  const { productId, salesAgentId } = product;
  const terms = { pricingOptionId: option.pricingOptionId, budget: 10_000, ...(!option.isFixed && { bidPrice: 60 }) };
  dataOf(
    await buyer.post(`/buyer/discovery/${discoveryId}/products`, { products: [{ productId, salesAgentId, ...terms }] }),
  );
  const startDate = await now();
  const flightDates = { startDate: startDate.toISOString(), endDate: after(startDate, 20 * DAY_MS).toISOString() };
  const advertiserId = await advertiserOf(buyer);
  const budget = { total: 10_000 };
  return dataOf(await buyer.post("/buyer/campaigns", { advertiserId, name, flightDates, budget, discoveryId })).campaign
    .campaignId;
}

async function statusesOf(campaign: string): Promise<string[]> {
  const { mediaBuys } = dataOf(await buyer.get(`/buyer/campaigns/${campaign}`)).campaign;
  return mediaBuys.map(({ status }: { status: string }) => status);
}

async function spent(): Promise<number> {
  return dataOf(await buyer.get("/buyer/reporting/metrics?days=0")).totals.spend;
}

async function now(): Promise<Date> {
  return new Date(dataOf(await buyer.get("/sandbox/clock")).now);
}

/** Time passes whatever the buyer may do, and everything that becomes due is done as a worker would. */
async function days(count: number): Promise<void> {
  const until = after(await now(), count * DAY_MS).toISOString();
  while (await perform(tick, { customerId: buyer.customerId, until }, "req_days", world.host));
}
