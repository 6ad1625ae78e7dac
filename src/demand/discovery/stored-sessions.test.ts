import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../../test/world.ts";
import { product, ScriptedMarket, seller } from "./discovery.fixture.ts";
import { storedGroupsJson, unpackGroups } from "./stored-groups.ts";

const market = new ScriptedMarket();
let world: World;

beforeAll(async () => {
  world = await openWorld({ sellers: market });
});
afterAll(() => world.close());

test("a session that was stored as JSON is read as it was, and stored anew by the next search", async () => {
  market.open(seller("Shop", 9, () => ({ products: [product("a"), product("b")] })));
  const buyer = await world.caller("BUYER");
  const { id } = (await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.com" })).data;
  const search = { advertiserId: id, brief: "news" };
  const { discoveryId } = (await buyer.post("/buyer/discovery/discover-products", search)).data;
  const session = `/buyer/discovery/${discoveryId}`;
  const found = async () => (await buyer.get(`${session}/discover-products`)).data;
  const stored = () =>
    world.database.readInstallation((db) =>
      db
        .selectFrom("discoveries")
        .select(["product_groups", "product_groups_zstd"])
        .where("discovery_id", "=", discoveryId)
        .executeTakeFirstOrThrow(),
    );

  const before = await found();
  const { product_groups, product_groups_zstd: packed } = await stored();
  expect(product_groups).toEqual([]);
  if (!packed) throw new Error("the session is stored packed");
  const asJson = storedGroupsJson(unpackGroups(packed));
  await world.database.writeInstallation((db) =>
    db
      .updateTable("discoveries")
      .set({ product_groups: asJson, product_groups_zstd: null })
      .where("discovery_id", "=", discoveryId)
      .execute(),
  );
  expect(await found()).toEqual(before);
  expect(before.productGroups[0].products).toHaveLength(2);

  expect((await buyer.post("/buyer/discovery/discover-products", { ...search, discoveryId })).status).toBe(200);
  expect(await stored()).toMatchObject({ product_groups: [], product_groups_zstd: expect.any(Buffer) });
});
