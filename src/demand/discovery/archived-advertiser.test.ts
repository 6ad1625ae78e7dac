import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../../test/world.ts";
import { product, proposal, ScriptedMarket, seller } from "./discovery.fixture.ts";

const market = new ScriptedMarket();
let world: World;

beforeAll(async () => {
  world = await openWorld({ sellers: market });
});
afterAll(() => world.close());

test("for an archived advertiser nothing is discovered or selected, what was is read and taken out, until it is restored", async () => {
  market.open(seller("Shop", 9, () => ({ products: [product("a")], proposals: [proposal("plan", { a: "100" })] })));
  const buyer = await world.caller("BUYER");
  const { id } = (await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.com" })).data;
  const discover = () => buyer.post("/buyer/discovery/discover-products", { advertiserId: id });
  const session = `/buyer/discovery/${(await discover()).data.discoveryId}`;
  const add = () => buyer.post(`${session}/products`, { products: [{ productId: "a" }] });
  const apply = () => buyer.post(`${session}/apply-proposal`, { proposalId: "plan", totalBudget: 10 });
  await add();

  await buyer.delete(`/buyer/advertisers/${id}`);
  for (const refused of [await discover(), await add(), await apply()]) {
    expect(refused).toMatchObject({ status: 400, error: { code: "INVALID_STATE" } });
  }
  expect((await buyer.get(`${session}/discover-products`)).data.totalGroups).toBe(1);
  const removed = await buyer.delete(`${session}/products`, { productIds: ["a"] });
  expect(removed.data).toMatchObject({ totalProducts: 0 });

  await buyer.post(`/buyer/advertisers/${id}/restore`);
  expect((await add()).status).toBe(200);
});
