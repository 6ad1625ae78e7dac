import { CompiledQuery, sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listenDuring } from "../../../../bench/harness/statements.ts";
import { openWorld, type World } from "../../../../test/world.ts";
import { frozenClock } from "../../../ground/kernel/clock.ts";
import { avail, callOf } from "../modular.fixture.ts";
import { bought, freeOf, openShop as openShopIn, part } from "./shop.fixture.ts";

const clock = frozenClock(new Date("2026-05-01T09:00:00Z"));

let world: World;
beforeAll(async () => void (world = await openWorld({ clock })));
afterAll(() => world.close());

const call = () => callOf(world);
const openShop = (...avails: readonly Record<string, unknown>[]) => openShopIn(world, ...avails);

test("what is on sale is offered with its free impressions; what is sold out, over or without a price is not", async () => {
  const shop = await openShop(
    avail("a", { impressionsCapacity: 500_000, name: "Hockey night" }),
    avail("sold", { impressionsCapacity: 0 }),
    avail("over", { startTime: "2026-01-01", endTime: "2026-04-30" }),
    avail("mute", { cpm: undefined, currency: undefined }),
  );
  const { products } = await shop.agent.getProducts({}, call());
  expect(products).toMatchObject([
    {
      productId: "avail.a",
      channels: ["ctv"],
      deliveryType: "guaranteed",
      formatOptions: [{ formatKind: "video_hosted" }],
      publisherProperties: [{ publisherDomain: "publisher.example" }],
      pricingOptions: [{ pricingModel: "cpm", fixedPrice: "20", currency: "USD" }],
      estimatedExposures: 500_000,
      forecast: { method: "guaranteed", forecast_range_unit: "availability" },
    },
  ]);
  expect(await shop.agent.capabilities(call())).toMatchObject({
    channels: ["ctv"],
    publisherDomains: ["publisher.example"],
  });
  expect(await shop.agent.listCreativeFormats(call())).toEqual([]);
});

test("avails of one collection, format and price are also sold together, and a package of them is spread over all", async () => {
  const shop = await openShop(avail("a", { impressionsCapacity: 600 }), avail("b", { impressionsCapacity: 600 }));
  const { products } = await shop.agent.getProducts({}, call());
  const group = products.find(({ productId }) => productId.startsWith("group."));
  expect(group).toMatchObject({ name: "CTV", estimatedExposures: 1_200 });
  const { mediaBuyId, packages } = await bought(shop, {
    packages: [part({ productId: group?.productId ?? "", budget: "20" })],
  });
  expect([await freeOf(shop, "a"), await freeOf(shop, "b")]).toEqual([0, 200]);
  const less = {
    idempotencyKey: "less",
    mediaBuyId,
    packages: [{ packageId: packages[0]?.packageId ?? "", budget: "10" }],
  };
  expect(await shop.agent.updateMediaBuy(less, call())).toMatchObject({ kind: "done" });
  expect((await freeOf(shop, "a")) + (await freeOf(shop, "b"))).toBe(700);
});

test("a forecast is given by day if the feed says how its capacity is spread", async () => {
  const impressionsByDay = { "2026-06-01": 300, "2026-06-02": 100 };
  const shop = await openShop(
    avail("a", {
      startTime: "2026-06-01",
      endTime: "2026-06-02",
      impressionsCapacity: 400,
      sourceMetadata: { impressionsByDay },
    }),
  );
  const flight = { start: new Date("2026-06-01T00:00:00Z"), end: new Date("2026-06-03T00:00:00Z") };
  await bought(shop, { flight, packages: [part({ budget: "4" })] });
  const { products } = await shop.agent.getProducts({}, call());
  expect(products[0]?.forecast).toMatchObject({
    forecast_range_unit: "daily",
    points: [
      { label: "2026-06-01", metrics: { impressions: { mid: 150 } } },
      { label: "2026-06-02", metrics: { impressions: { mid: 50 } } },
    ],
  });
});

test("a brief puts the avails that it names first, and a refinement for one product returns it", async () => {
  const shop = await openShop(
    avail("a", { name: "Morning news", cpm: 11 }),
    avail("b", { name: "Hockey night", cpm: 12 }),
    avail("c", { name: "Cooking", cpm: 13, channel: "podcast" }),
  );
  const { products } = await shop.agent.getProducts({ brief: "Reach fans of hockey" }, call());
  expect(products[0]).toMatchObject({ productId: "avail.b", briefRelevance: expect.stringContaining("hockey") });
  const podcasts = await shop.agent.getProducts({ channels: ["podcast"] }, call());
  expect(podcasts.products.map(({ productId }) => productId)).toEqual(["avail.c"]);
  const refine = [
    { scope: "product", productId: "avail.c", action: "include" } as const,
    { scope: "product", productId: "avail.b", action: "omit" } as const,
    { scope: "product", productId: "avail.x", action: "include" } as const,
  ];
  const refined = await shop.agent.getProducts({ refine }, call());
  expect(refined.products.map(({ productId }) => productId)).toEqual(["avail.c", "avail.a"]);
  expect(refined.refinementsApplied.map(({ status }) => status)).toEqual(["applied", "applied", "unable"]);
});

test("a refinement in words is met, and words that are not understood change nothing and are reported", async () => {
  const shop = await openShop(
    avail("a", { name: "Morning news" }),
    avail("c", { name: "Cooking", channel: "podcast" }),
  );
  const asked = async (ask: string) => {
    const answer = await shop.agent.getProducts({ refine: [{ scope: "request", ask }] }, call());
    const [{ status } = {}] = answer.refinementsApplied;
    return [status, answer.products.map(({ productId }) => productId)];
  };
  expect(await asked("only podcasts")).toEqual(["applied", ["avail.c"]]);
  expect(await asked("asdf qwerty")).toEqual(["unable", ["avail.a", "avail.c"]]);
});

test("the results of a brief's words are looked up by key, so that the source's other avails cost nothing", async () => {
  const shop = await openShop(avail("a", { name: "Hockey night" }));
  const { statements } = await listenDuring(() => shop.agent.getProducts({ brief: "hockey" }, call()));
  const { text = "", values = [] } = statements.find((one) => one.text.includes("modular_avail_words")) ?? {};
  const { customerId } = shop.desk.place;
  const plan = await world.database.write({ customerId, reach: "tenant" }, async (db) => {
    // With few avails, PostgreSQL finds a join as cheap as a look-up; this makes it choose the join whenever it can.
    await sql`set local enable_nestloop = off`.execute(db);
    await sql`set local plan_cache_mode = auto`.execute(db);
    const query = CompiledQuery.raw(`explain (costs off) ${text}`, [...values]);
    const { rows } = await db.executeQuery<Record<string, string>>(query);
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  });
  expect(plan).toContain("Index Cond: ((customer_id");
  expect(plan).toMatch(/Index Scan using modular_avails_pkey|Bitmap Index Scan on modular_avails_pkey/);
  expect(plan).not.toMatch(/(Hash|Merge) Join/);
});
