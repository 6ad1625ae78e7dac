import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../../../test/world.ts";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

async function openSync() {
  const buyer = await world.caller("BUYER");
  const { id } = (await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.example" })).data;
  const path = `/buyer/advertisers/${id}/catalogs`;
  const sync = async (catalogs: object[], options: object = {}) =>
    buyer.post(`${path}/sync`, { account: { account_id: id }, catalogs, ...options });
  const outcome = async (catalog: object, options: object = {}) => (await sync([catalog], options)).data.catalogs[0];
  const offered = async (platformId: string) =>
    (await buyer.get(`${path}/${platformId}/offerings`)).data.offerings.map(
      (one: { offeringId: string }) => one.offeringId,
    );
  return { buyer, id, path, sync, outcome, offered };
}

const SHOES = {
  catalog_id: "shoes",
  type: "product",
  name: "Shoes",
  items: [
    { id: "a", title: "Boot", price: "12.50 EUR", link: "https://acme.example/a" },
    { id: "b", name: "Sandal", price: { amount: 8, currency: "EUR" }, size: [41, 42] },
  ],
};

test("a catalog is created, then unchanged, then updated, and offers exactly what was last sent", async () => {
  const { outcome, offered, path, buyer } = await openSync();
  const created = await outcome(SHOES);
  expect(created).toMatchObject({ catalog_id: "shoes", action: "created", item_count: 2, items_rejected: 0 });
  expect(await outcome(SHOES)).toEqual({ ...created, action: "unchanged" });
  const next = { ...SHOES, items: [SHOES.items[1], { id: "c", name: "Clog" }] };
  expect(await outcome(next)).toMatchObject({ action: "updated", platform_id: created.platform_id, item_count: 2 });
  expect(await offered(created.platform_id)).toEqual(["b", "c"]);
  const { data } = await buyer.get(`${path}/${created.platform_id}`);
  expect(data.catalog).toMatchObject({ externalId: "shoes", name: "Shoes", offeringCount: 2, sourceType: "inline" });
  expect(await outcome(SHOES)).toMatchObject({ action: "updated" });
  expect(await offered(created.platform_id)).toEqual(["a", "b"]);
});

test("an item is shown in our terms, and stored whole", async () => {
  const { outcome, buyer, path } = await openSync();
  const { platform_id } = await outcome(SHOES);
  const [boot, sandal] = (await buyer.get(`${path}/${platform_id}/offerings`)).data.offerings;
  expect(boot).toMatchObject({ title: "Boot", price: 12.5, currency: "EUR", landingUrl: "https://acme.example/a" });
  expect(sandal).toMatchObject({ title: "Sandal", price: 8, currency: "EUR", item: SHOES.items[1] });
});

test("an item that was changed by hand is overwritten by the next sync, even if that sends nothing new", async () => {
  const { outcome, buyer, path } = await openSync();
  const { platform_id } = await outcome(SHOES);
  await buyer.put(`${path}/${platform_id}/offerings/a`, { title: "Mine" });
  expect(await outcome(SHOES)).toMatchObject({ action: "updated" });
  expect((await buyer.get(`${path}/${platform_id}/offerings/a`)).data.offering.title).toBe("Boot");
});

test("a dry run says what a sync would do, and does nothing", async () => {
  const { sync, buyer, path } = await openSync();
  await sync([SHOES]);
  const before = (await buyer.get(path)).data;
  const { data } = await sync(
    [
      { ...SHOES, catalog_id: "hats" },
      { ...SHOES, catalog_id: "cat_999999" },
    ],
    {
      dry_run: true,
      delete_missing: true,
      validation_mode: "lenient",
    },
  );
  expect(data.dry_run).toBe(true);
  expect(data.catalogs.map(({ catalog_id, action }: Record<string, string>) => [catalog_id, action])).toEqual([
    ["hats", "created"],
    ["cat_999999", "failed"],
    ["shoes", "deleted"],
  ]);
  expect((await buyer.get(path)).data).toEqual(before);
});

const FLAWED = { ...SHOES, items: [...SHOES.items, { title: "no id" }, { id: "a" }] };

test("a strict sync with one mistake in it does nothing at all", async () => {
  const { sync, buyer, path } = await openSync();
  const { status, data } = await sync([{ ...SHOES, catalog_id: "hats" }, FLAWED]);
  expect(status).toBe(200);
  expect(data.catalogs.map(({ action }: { action: string }) => action)).toEqual(["failed", "failed"]);
  expect(data.catalogs[1].error).toContain("items[2]");
  expect((await buyer.get(path)).data.total).toBe(0);
});

test("a lenient sync applies what is valid, and names each invalid item", async () => {
  const { sync, offered } = await openSync();
  const both = { ...SHOES, catalog_id: "both", url: "https://acme.example/feed.csv" };
  const { data } = await sync([FLAWED, both, { ...SHOES, name: "Twice" }], { validation_mode: "lenient" });
  const [shoes, refused, twice] = data.catalogs;
  expect(shoes).toMatchObject({ action: "created", item_count: 2, items_rejected: 2 });
  expect(shoes.item_issues.map(({ item_id }: { item_id: string }) => item_id)).toEqual(["items[2]", "a"]);
  expect(await offered(shoes.platform_id)).toEqual(["a", "b"]);
  expect(refused).toMatchObject({ action: "failed", error: "send url or items, not both" });
  expect(twice).toMatchObject({ action: "failed" });
});

test("delete_missing archives synced catalogs that are not named, but none that were created here", async () => {
  const { sync, buyer, path } = await openSync();
  await buyer.post(path, { name: "By hand", type: "product" });
  await sync([SHOES, { ...SHOES, catalog_id: "hats" }]);
  const { data } = await sync([SHOES], { delete_missing: true });
  expect(data.catalogs).toMatchObject([{ action: "unchanged" }, { catalog_id: "hats", action: "deleted" }]);
  const named = (await buyer.get(path)).data.catalogs.map(({ name }: { name: string }) => name);
  expect(named).toEqual(["Shoes", "By hand"]);
  expect((await sync([{ ...SHOES, catalog_id: "hats" }])).data.catalogs[0]).toMatchObject({ action: "created" });
});

test("catalog_ids only affects the named catalogs, and deletes none of the others", async () => {
  const { sync, buyer, path } = await openSync();
  await sync([SHOES]);
  const { data } = await sync(
    [
      { ...SHOES, name: "Not looked at" },
      { ...SHOES, catalog_id: "hats" },
    ],
    {
      catalog_ids: ["hats"],
      delete_missing: true,
    },
  );
  expect(data.catalogs).toMatchObject([{ catalog_id: "hats", action: "created" }]);
  expect((await buyer.get(path)).data.total).toBe(2);
});

test("a catalog that was made here is filled under the name it shows, and keeps its type", async () => {
  const { outcome, buyer, path } = await openSync();
  const { catalog } = (await buyer.post(path, { name: "By hand", type: "product" })).data;
  const mine = { ...SHOES, catalog_id: catalog.catalogId };
  expect(await outcome({ ...mine, type: "hotel", items: [{ hotel_id: "h" }] })).toMatchObject({ action: "failed" });
  expect(await outcome(mine)).toMatchObject({ action: "updated", platform_id: catalog.catalogId });
});

test("sixteen concurrent syncs of one new catalog make one", async () => {
  const { sync, buyer, path } = await openSync();
  const replies = await Promise.all(Array.from({ length: 16 }, () => sync([SHOES])));
  expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200));
  expect((await buyer.get(path)).data).toMatchObject({ total: 1, catalogs: [{ offeringCount: 2 }] });
});

test("ten thousand items are accepted in one request", async () => {
  const { outcome } = await openSync();
  const items = Array.from({ length: 10_000 }, (_, index) => ({ id: `sku_${index}`, title: `Item ${index}` }));
  expect(await outcome({ ...SHOES, items })).toMatchObject({ action: "created", item_count: 10_000 });
});

test("a body that names neither accounts nor catalogs, or another advertiser, is refused by the field", async () => {
  const { buyer, id, path, sync } = await openSync();
  const refused = async (body: object) => (await buyer.post(`${path}/sync`, body)).error?.field;
  expect(await refused({})).toBe("partnerIds");
  expect(await refused({ catalogs: [SHOES] })).toBe("account");
  expect(await refused({ account: { account_id: Number(id) + 1 }, catalogs: [SHOES] })).toBe("account.account_id");
  expect((await sync([])).status).toBe(400);
});
