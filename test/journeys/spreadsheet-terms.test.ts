import { afterAll, beforeAll, expect, test } from "vitest";
import { avail, type ModularFixture, ok, openModularFixture, stock } from "../../src/supply/modular/modular.fixture.ts";
import { type Caller, openWorld, type World } from "../world.ts";
import { openForBuyers } from "./market-day.ts";

/** The terms that a storefront's people set also apply to a spreadsheet's products. */
let world: World;
let operator: Caller;
let buyer: Caller;
let advertiserId: string;
beforeAll(async () => {
  world = await openWorld();
  operator = await world.caller("OPERATOR");
  buyer = await world.caller("BUYER", { sandbox: true });
  advertiserId = ok(await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.example" })).id;
});
afterAll(() => world.close());

/** What buyers are offered, by name, each with its price. */
async function offered({ storefrontId }: ModularFixture): Promise<Record<string, number>> {
  const found = ok(
    await buyer.post("/buyer/discovery/discover-products", { advertiserId, storefrontIds: [storefrontId] }),
  );
  const products = found.productGroups.flatMap((group: { products: unknown[] }) => group.products);
  return Object.fromEntries(
    products.map(({ name, pricingOptions: [price] }: { name: string; pricingOptions: Record<string, number>[] }) => [
      name,
      price?.rate ?? price?.fixedPrice,
    ]),
  );
}

test("product rules hide and rename avails and raise their price, and a discount lowers it", async () => {
  const desk = await openModularFixture(world, { name: "Terms" });
  const own = (name: string, cpm: number) => ({ name, collectionId: name, collectionName: name, cpm });
  await stock(desk, avail("a", own("Morning", 20)), avail("b", own("Noon", 30)), avail("c", own("Night", 5)));
  await openForBuyers(operator, desk);
  expect(await offered(desk)).toEqual({ Morning: 20, Noon: 30, Night: 5 });
  const rules = [
    { kind: "exclude", match: { productIds: [`${desk.sourceId}:avail.b`] } },
    { kind: "rename", match: { productIds: [`${desk.sourceId}:avail.a`] }, name: "Breakfast television" },
    { kind: "price_floor", amount: 8, currency: "USD" },
  ];
  ok(await desk.seller.post("/storefront/product-rules", { rules, activate: true }));
  expect(await offered(desk)).toEqual({ "Breakfast television": 20, Night: 8 });
  const discount = {
    operatorDomain: null,
    brandDomain: "acme.example",
    countries: null,
    discountPercent: 10,
    notes: "An old friend",
  };
  ok(await desk.seller.post("/storefront/buyer-instructions", discount));
  expect(await offered(desk)).toMatchObject({ "Breakfast television": 18 });
});
