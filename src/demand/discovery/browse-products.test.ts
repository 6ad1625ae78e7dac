import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../../test/world.ts";
import { product, ScriptedMarket, seller } from "./discovery.fixture.ts";

const market = new ScriptedMarket();
let world: World;
let buyer: Caller;

beforeAll(async () => {
  world = await openWorld({ sellers: market });
  buyer = await world.caller("BUYER");
});
afterAll(() => world.close());

const NEWS = [{ publisherDomain: "news.example", selectionType: "by_id", propertyIds: ["front"] }];
const CTV = seller("Premium CTV", 42, () => ({
  products: [product("sports", { name: "Live sports" }), product("family", { name: "Family night" })],
}));
const DISPLAY = seller("News Display", 43, () => ({
  products: [
    product("home", { name: "Homepage", channels: ["display"], publisherProperties: NEWS }),
    product("family", { name: "Family section", channels: ["display"] }),
  ],
}));

/** A session whose sellers no longer exist: everything shown comes from its own storage. */
async function search() {
  market.open(CTV, DISPLAY);
  const advertiser = await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.com" });
  const body = { advertiserId: advertiser.data.id, brief: "family" };
  const { data } = await buyer.post("/buyer/discovery/discover-products", body);
  market.open();
  return data;
}

const idsIn = ({ data }: { data: { productGroups: { products: { productId: string }[] }[] } }) =>
  data.productGroups.map(({ products }) => products.map(({ productId }) => productId));

test("browsing pages and narrows the last answer and asks nobody", async () => {
  const data = await search();
  const browse = (query: string) => buyer.get(`/buyer/discovery/${data.discoveryId}/discover-products${query}`);
  expect((await browse("")).data).toEqual(data);
  expect(idsIn(await browse("?groupLimit=1&productsPerGroup=1"))).toEqual([["family"]]);
  expect((await browse("?groupLimit=1&productsPerGroup=1")).data).toMatchObject({
    totalGroups: 2,
    hasMoreGroups: true,
    productGroups: [{ productCount: 1, totalProducts: 2, hasMoreProducts: true }],
  });
  expect(idsIn(await browse("?groupOffset=1"))).toHaveLength(1);
  expect(idsIn(await browse("?productOffset=1"))).toEqual([["home"], ["sports"]]);
  expect(idsIn(await browse("?storefrontIds=43"))).toEqual([["family", "home"]]);
  expect(idsIn(await browse("?storefrontNames=premium,nobody"))).toEqual([["family", "sports"]]);
  expect(idsIn(await browse("?publisherDomain=news"))).toEqual([["home"]]);
  expect((await browse("?publisherDomain=new")).data.emptyReasons).toMatchObject([
    { code: "filtered_by_publisher_domain" },
  ]);
  expect((await browse("?storefrontIds=99")).data.emptyReasons).toMatchObject([
    { code: "storefront_filter_matched_none" },
  ]);
  expect((await browse("?groupLimit=11")).status).toBe(400);
});

test("a product is identified by its id and its seller", async () => {
  const data = await search();
  const details = (id: string, agent: string) =>
    buyer.get(`/buyer/discovery/${data.discoveryId}/products/${id}/details?salesAgentId=${agent}`);
  expect((await details("home", "storefront-news-display")).data).toMatchObject({
    productId: "home",
    publisherProperties: [
      {
        publisherDomain: "news.example",
        selectionType: "by_id",
        identifiers: [{ type: "property_id", value: "front" }],
      },
    ],
  });
  expect((await details("home", "storefront-premium-ctv")).status).toBe(404);
  expect((await buyer.get(`/buyer/discovery/${data.discoveryId}/products/home/details`)).status).toBe(400);
});
