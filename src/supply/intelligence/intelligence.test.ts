import { afterAll, beforeAll, expect, test } from "vitest";
import { after, DAY_MS } from "../../ground/kernel/clock.ts";
import type { ProductsRequest } from "../../ground/seller-agent/index.ts";
import { fixed, product } from "../../ground/seller-agent/product.fixture.ts";
import { buyOf, type Market, openMarket, type Shop } from "../orders/shop.fixture.ts";
import { deleteRunsOfAllCustomers } from "./index.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

const RUNS = "/storefront/intelligence-runs";

async function openShop(): Promise<Shop> {
  const shop = await market.openShop();
  for (const seller of shop.sellers) seller.prices = [fixed("8")];
  return shop;
}

async function ask(shop: Shop, request: ProductsRequest): Promise<void> {
  await (await shop.resolveAgent()).getProducts(request, shop.call());
}

/** The runs of a shop, newest first, once the last of them has been recorded. */
async function runsOf(shop: Shop, query = "") {
  await market.world.host.backgroundTasks.idle();
  const { data, status, meta } = await shop.seller.get(`${RUNS}${query}`);
  expect(status).toBe(200);
  return { ...data, pagination: meta.pagination };
}

test("a brief leaves a run: what was asked of whom, what was shown at what price, and why not the rest", async () => {
  const shop = await openShop();
  const rules = [
    { kind: "exclude", ruleId: "no-b", match: { productIds: ["s1:b"] } },
    { kind: "price_floor", ruleId: "ten", match: { productIds: ["s0:a"] }, amount: 10, currency: "USD" },
  ];
  await shop.seller.post("/storefront/product-rules", { rules, activate: true });
  await shop.seller.post("/storefront/acceptance-policy", { content: "Block products: s1:a", activate: true });
  await shop.seller.post("/storefront/operating-instructions", { content: "Be brief.", activate: true });
  const scope = { operatorDomain: null, brandDomain: "acme.com", countries: null };
  await shop.seller.post("/storefront/buyer-instructions", { ...scope, discountPercent: 5, notes: "An old friend" });
  await ask(shop, { brief: "something of b" });
  const { items, total } = await runsOf(shop);
  expect(total).toBe(1);
  expect(items).toMatchObject([
    {
      storefrontId: String(shop.storefrontId),
      buyerCustomerId: shop.buyer.customerId,
      purpose: "simulation",
      brief: "something of b",
      buyingMode: "brief",
      disposition: "responded",
      posture: "direct_fit",
      productMode: "composition",
      operatingInstructionsVersion: 1,
      acceptancePolicyVersion: 1,
      productRulesVersion: 1,
      buyerScope: { operatorDomain: null, brandDomain: "acme.com", country: null },
      buyerInstructions: { effectiveDiscountPercent: 5, notes: ["An old friend"] },
      sourcesAsked: [
        { sourceId: "s0", products: 2 },
        { sourceId: "s1", products: 2 },
      ],
      exclusions: [
        { productId: "s1:a", by: "acceptance_policy", ruleId: null },
        { productId: "s1:b", by: "product_rules", ruleId: "no-b" },
      ],
      composedProductIds: ["s0:a", "s0:b"],
      shownProductsSnapshot: [
        { productId: "s0:a", prices: [{ pricingOptionId: "fixed~-25", fixedPrice: "10", raised: true }] },
        { productId: "s0:b", prices: [{ pricingOptionId: "fixed~5", fixedPrice: "7.6", raised: false }] },
      ],
      explanation: {
        summary: "2 products shown; 2 left out",
        pricingNotes: ["5 % off for this buyer", "at a price floor: s0:a"],
      },
      result: { kind: "ok", code: null, message: null },
      modelName: "deterministic",
      createdAt: market.clock.now().toISOString(),
      inventorySnapshot: { brief: "something of b", withheld: ["s1:a"] },
    },
  ]);
});

test("a single run is returned in full, and a summary omits the input of its composition", async () => {
  const shop = await openShop();
  await ask(shop, {});
  const { items } = await runsOf(shop, "?view=summary");
  const [summary] = items;
  expect(summary).toMatchObject({ buyingMode: "wholesale", posture: "wholesale_mirror" });
  for (const heavy of ["inventorySnapshot", "prompt", "rawLlmOutput"]) expect(summary).not.toHaveProperty(heavy);
  const { data: full } = await shop.seller.get(`${RUNS}/${summary.id}`);
  expect(full).toMatchObject({
    ...summary,
    inventorySnapshot: { mode: "composition" },
    prompt: "",
    rawLlmOutput: null,
  });
});

test("runs are listed newest first, page by page, and found by mode, disposition and words of the brief", async () => {
  const shop = await openShop();
  await ask(shop, {});
  await ask(shop, { brief: "Garden 100% green" });
  await ask(shop, { refine: [{ scope: "request", ask: "cheaper" }] });
  const briefs = async (query: string) => (await runsOf(shop, query)).items.map((run: { brief: string }) => run.brief);
  expect((await runsOf(shop)).items.map((run: { buyingMode: string }) => run.buyingMode)).toEqual([
    "refine",
    "brief",
    "wholesale",
  ]);
  expect(await runsOf(shop, "?take=1&skip=1")).toMatchObject({
    items: [{ buyingMode: "brief" }],
    pagination: { take: 1, skip: 1, total: 3, hasMore: true },
  });
  expect(await briefs("?buyingMode=brief")).toEqual(["Garden 100% green"]);
  expect(await briefs("?q=gARDEN")).toEqual(["Garden 100% green"]);
  expect(await briefs("?q=100%25 g")).toEqual(["Garden 100% green"]);
  expect(await briefs("?q=1_0")).toEqual([]);
  expect(await briefs("?disposition=responded&buyingMode=refine")).toEqual([null]);
  expect(await briefs("?disposition=not_live")).toEqual([]);
  expect(await briefs("?commercialResult=booked")).toEqual([]);
  expect((await runsOf(shop, "?buyingMode=refine")).items).toMatchObject([
    { requestAsks: ["cheaper"], refinementAppliedSnapshot: [{ status: "applied" }] },
  ]);
});

test("reasons for an empty answer are distinguished: policy, fit, and sources that do not answer", async () => {
  const shop = await openShop();
  for (const seller of shop.sellers) seller.fates.push("down");
  await ask(shop, { brief: "to nobody" });
  expect((await runsOf(shop)).items).toMatchObject([
    {
      disposition: null,
      result: { kind: "error", code: "unreachable" },
      sourcesAsked: [{ reason: "unreachable" }, {}],
    },
  ]);
  const everything = { rules: [{ kind: "include", match: { sourceIds: ["none"] } }], activate: true };
  await shop.seller.post("/storefront/product-rules", everything);
  await ask(shop, { brief: "under rules" });
  await shop.seller.post("/storefront/acceptance-policy", { content: "Block buyers: acme.com", activate: true });
  await ask(shop, { brief: "refused" });
  expect((await runsOf(shop, "?take=2")).items).toMatchObject([
    { brief: "refused", disposition: "declined_policy", result: { kind: "skipped", code: "POLICY_VIOLATION" } },
    { brief: "under rules", disposition: "declined_fit", result: { kind: "ok" } },
  ]);
});

test("a run composed again comes out the same, whatever has been changed since", async () => {
  const shop = await openShop();
  const floor = { kind: "price_floor", amount: 10, currency: "USD" };
  await shop.seller.post("/storefront/product-rules", { rules: [floor], activate: true });
  await ask(shop, { brief: "b or a" });
  await shop.seller.post("/storefront/product-rules", { rules: [{ ...floor, amount: 99 }], activate: true });
  for (const seller of shop.sellers) seller.prices = [fixed("1")];
  const [run] = (await runsOf(shop)).items;
  expect(await shop.seller.post(`${RUNS}/${run.id}/replay`)).toMatchObject({
    status: 200,
    data: { same: true, differing: [], replayedProductIds: run.composedProductIds, productRulesVersion: 1 },
  });
  expect((await runsOf(shop)).total).toBe(1);
});

test("a catalogue that is too large to store leaves a run that says what was shown, and cannot be replayed", async () => {
  const shop = await openShop();
  const description = "x".repeat(2_000);
  const many = Array.from({ length: 200 }, (_, n) => product(`p${n}`, { description }));
  const [large] = shop.sellers;
  if (large)
    large.getProducts = async () => ({ products: many, proposals: [], refinementsApplied: [], incomplete: [] });
  await ask(shop, {});
  const [run] = (await runsOf(shop)).items;
  expect(run).toMatchObject({ inventorySnapshot: null, disposition: "responded" });
  expect(run.composedProductIds).toHaveLength(202);
  expect(run.shownProductsSnapshot).toHaveLength(100);
  expect(await shop.seller.post(`${RUNS}/${run.id}/replay`)).toMatchObject({
    status: 400,
    error: { code: "INVALID_STATE" },
  });
});

test("whatever a source sends, its run is stored", async () => {
  const shop = await openShop();
  const [odd] = shop.sellers;
  const named = product("odd", { name: "NUL \0 and half \ud800 of a pair", description: "\\u0000" });
  if (odd) odd.getProducts = async () => ({ products: [named], proposals: [], refinementsApplied: [], incomplete: [] });
  await ask(shop, { brief: "half \udc00 of a pair" });
  const [run] = (await runsOf(shop)).items;
  expect(run.brief).toBe("half \ufffd of a pair");
  expect(run.inventorySnapshot.sources[0].products[0]).toMatchObject({
    name: "NUL  and half \ufffd of a pair",
    description: "\\u0000",
  });
});

test("an answer is sent even if its run cannot be recorded, and that is counted", async () => {
  const shop = await openShop();
  const { backgroundTasks } = market.world.host;
  await backgroundTasks.idle();
  const before = backgroundTasks.lost;
  const agent = await shop.resolveAgent();
  await market.world.database.writeInstallation((db) =>
    db.deleteFrom("inventory_sources").where("storefront_id", "=", shop.storefrontId).execute(),
  );
  await market.world.database.writeInstallation(async (db) => {
    await db.deleteFrom("intelligence_runs").where("storefront_id", "=", shop.storefrontId).execute();
    await db.deleteFrom("storefronts").where("storefront_id", "=", shop.storefrontId).execute();
  });
  expect((await agent.getProducts({ brief: "y" }, shop.call())).products).toEqual([]);
  await backgroundTasks.idle();
  expect(backgroundTasks.lost).toBe(before + 1);
});

test("a look-up during a purchase is not a brief, and leaves no run", async () => {
  const shop = await openShop();
  const floor = { kind: "price_floor", amount: 1, currency: "USD" };
  await shop.seller.post("/storefront/product-rules", { rules: [floor], activate: true });
  const buy = buyOf(["s0:a"]);
  const packages = buy.packages.map((part) => ({ ...part, pricingOptionId: "fixed" }));
  expect((await (await shop.resolveAgent()).createMediaBuy({ ...buy, packages }, shop.call())).kind).toBe("done");
  await shop.seller.post("/storefront/product-rules/preview", {});
  expect((await runsOf(shop)).total).toBe(0);
});

test("a label is stored with its run, and a later one replaces it", async () => {
  const shop = await openShop();
  await ask(shop, {});
  const [{ id }] = (await runsOf(shop)).items;
  for (const verdict of ["good", "bad"])
    expect(await shop.seller.put(`${RUNS}/${id}/label`, { label: { verdict } })).toMatchObject({
      status: 200,
      data: { id, evalLabel: { verdict } },
    });
  expect((await shop.seller.get(`${RUNS}/${id}`)).data.evalLabel).toEqual({ verdict: "bad" });
  const large = { label: { notes: "x".repeat(20_000) } };
  expect((await shop.seller.put(`${RUNS}/${id}/label`, large)).status).toBe(400);
});

test("a run of another seller is as inaccessible as its storefront", async () => {
  const shop = await openShop();
  await ask(shop, {});
  const [{ id }] = (await runsOf(shop)).items;
  const stranger = (await openShop()).seller;
  expect((await stranger.get(RUNS)).data).toEqual({ items: [], total: 0 });
  expect((await stranger.get(`${RUNS}/${id}`)).status).toBe(404);
  expect((await stranger.put(`${RUNS}/${id}/label`, { label: {} })).status).toBe(404);
  expect((await stranger.post(`${RUNS}/${id}/replay`)).status).toBe(404);
});

test("a run is deleted with its week, once that is older than the installation keeps runs", async () => {
  const shop = await openShop();
  await ask(shop, {});
  expect((await runsOf(shop)).total).toBe(1);
  const { database } = market.world;
  const forget = (before: Date) => database.writeInstallation((db) => deleteRunsOfAllCustomers(db, before));
  await forget(new Date());
  expect((await runsOf(shop)).total).toBe(1);
  await forget(after(new Date(), 7 * DAY_MS));
  expect((await runsOf(shop)).total).toBe(0);
});
