import { afterAll, beforeAll, expect, test } from "vitest";
import type { MediaBuyOutcome, Targeting } from "../../../ground/seller-agent/index.ts";
import { buyOf, type Market, openMarket, type Shop } from "../shop.fixture.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

const US: Targeting = { geo_countries: ["US"] };
const GERMAN: Targeting = { language: ["de"] };
const able = (...targeting: string[]) => ({ hasCreativeLibrary: null, tools: [], targeting });

/** A shop whose first source targets by country, and whose second by language. */
const openShop = () => market.openShop({ capabilities: [able("geo_countries"), able("language")] });

function targeted(...targetings: readonly (Targeting | undefined)[]) {
  const { packages, ...request } = buyOf(targetings.map((_, index) => `s${index}:a`));
  return {
    ...request,
    packages: packages.map((part, index) => {
      const targeting = targetings[index];
      return targeting ? { ...part, targeting } : part;
    }),
  };
}

async function packagesIn({ customerId }: Shop) {
  const rows = await market.world.database.read({ customerId, reach: "tenant" }, (db) =>
    db.selectFrom("order_packages").select(["package_id", "targeting"]).orderBy("position").execute(),
  );
  return rows.map(({ package_id: packageId, targeting }) => ({ packageId, targeting }));
}

const boughtIn = (outcome: MediaBuyOutcome) => (outcome.kind === "done" ? outcome.mediaBuy : undefined);

test("each source is sent its own part, and what was accepted is stored", async () => {
  const shop = await openShop();
  const agent = await shop.resolveAgent();
  expect(await agent.createMediaBuy(targeted(US, GERMAN), shop.call())).toMatchObject({ kind: "done" });
  expect(shop.sellers.map(({ response }) => response[0]?.packages.map(({ targeting }) => targeting))).toEqual([
    [US],
    [GERMAN],
  ]);
  expect((await packagesIn(shop)).map(({ targeting }) => targeting)).toEqual([US, GERMAN]);
});

test("targeting that a source does not honour is refused by its field, before any source is called", async () => {
  const shop = await openShop();
  const agent = await shop.resolveAgent();
  expect(await agent.createMediaBuy(targeted(US, US), shop.call())).toMatchObject({
    kind: "rejected",
    errors: [
      {
        code: "UNSUPPORTED_FEATURE",
        field: "packages[1].targeting_overlay.geo_countries",
        recovery: "correctable",
      },
    ],
  });
  expect(shop.sellers.map(({ response }) => response.length)).toEqual([0, 0]);
  expect(await packagesIn(shop)).toEqual([]);
});

test("a source without stated capabilities honours nothing", async () => {
  const shop = await market.openShop();
  const agent = await shop.resolveAgent();
  expect(await agent.createMediaBuy(targeted(US), shop.call())).toMatchObject({ kind: "rejected" });
});

test("targeting is part of what is compared under one key, and a request without any is unchanged", async () => {
  const shop = await openShop();
  const agent = await shop.resolveAgent();
  const plain = targeted(undefined);
  const first = await agent.createMediaBuy(plain, shop.call());
  expect(await agent.createMediaBuy(plain, shop.call())).toEqual(first);
  const { packages } = targeted(US);
  expect(await agent.createMediaBuy({ ...plain, packages }, shop.call())).toMatchObject({
    errors: [{ code: "IDEMPOTENCY_CONFLICT" }],
  });
});

test("a shop declares what all of its sources honour", async () => {
  const alike = await market.openShop({ capabilities: [able("geo_countries", "language"), able("geo_countries")] });
  const [one, other] = [await alike.resolveAgent(), await (await openShop()).resolveAgent()];
  expect((await one.capabilities(alike.call())).targeting).toEqual(["geo_countries"]);
  expect((await other.capabilities(alike.call())).targeting).toEqual([]);
});

test("a change replaces a targeting, an empty one removes it, and another package keeps its own", async () => {
  const shop = await openShop();
  const agent = await shop.resolveAgent();
  const buy = boughtIn(await agent.createMediaBuy(targeted(US, GERMAN), shop.call()));
  const packageId = (await packagesIn(shop))[0]?.packageId ?? "";
  const change = (idempotencyKey: string, targeting: Targeting) =>
    agent.updateMediaBuy(
      { idempotencyKey, mediaBuyId: buy?.mediaBuyId ?? "", packages: [{ packageId, targeting }] },
      shop.call(),
    );
  expect(await change("k1", { geo_countries_exclude: ["CA"] })).toMatchObject({ kind: "done" });
  expect(shop.sellers[0]?.changes[0]?.packages).toMatchObject([{ targeting: { geo_countries_exclude: ["CA"] } }]);
  expect((await packagesIn(shop)).map(({ targeting }) => targeting)).toEqual([
    { geo_countries_exclude: ["CA"] },
    GERMAN,
  ]);
  expect(await change("k1", US)).toMatchObject({ errors: [{ code: "IDEMPOTENCY_CONFLICT" }] });
  expect(await change("k2", GERMAN)).toMatchObject({
    errors: [{ code: "UNSUPPORTED_FEATURE", field: "packages[0].targeting_overlay.language" }],
  });
  await change("k3", {});
  expect((await packagesIn(shop)).map(({ targeting }) => targeting)).toEqual([null, GERMAN]);
});
