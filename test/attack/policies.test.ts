import { afterAll, beforeAll, expect, test } from "vitest";
import { type Market, openMarket } from "../../src/supply/orders/shop.fixture.ts";
import { leastHold } from "./holding/longest-hold.ts";
import { SHAPES } from "./worst-shapes.ts";

/** Sellers' texts are read during every discovery: the longest texts, in the worst shapes, hold nobody up. */
const MOST_MS = 50;
const LONGEST = 50_000;

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

test.each(Object.entries(SHAPES))("%s", async (_, shape) => {
  const shop = await market.openShop();
  const content = shape(LONGEST);
  for (const what of ["acceptance-policy", "operating-instructions"]) {
    const written = await shop.seller.post(`/storefront/${what}`, { content, activate: true });
    expect(written.status).toBe(201);
    expect(await leastHold(MOST_MS, () => shop.seller.get(`/storefront/${what}`))).toBeLessThan(MOST_MS);
  }
  const agent = await shop.resolveAgent();
  expect(await leastHold(MOST_MS, () => agent.getProducts({}, shop.call()))).toBeLessThan(MOST_MS);
});
