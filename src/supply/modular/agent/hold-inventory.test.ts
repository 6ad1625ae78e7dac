import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../../../test/world.ts";
import { after, DAY_MS, frozenClock } from "../../../ground/kernel/clock.ts";
import type { NewPackage, SellerAgent } from "../../../ground/seller-agent/index.ts";
import { avail, callOf, stock } from "../modular.fixture.ts";
import { buy, FLIGHT, freeOf, openShop, part, type Shop } from "./shop.fixture.ts";

const clock = frozenClock(new Date("2026-05-01T09:00:00Z"));
let world: World;
beforeAll(async () => void (world = await openWorld({ clock })));
afterAll(() => world.close());

const call = () => callOf(world);
let count = 0;
/** At a CPM of 20 dollars, 1,000 dollars buy 50,000 impressions. */
const SMALL = { impressionsCapacity: 60_000 };

async function hold(
  { agent }: Shop,
  packages: readonly NewPackage[] = [part()],
  flight: typeof FLIGHT | null = FLIGHT,
) {
  const holdId = `hold_${++count}`;
  const outcome = await (agent as Required<SellerAgent>).holdInventory(
    { holdId, packages, flight, expiresAt: after(clock.now(), DAY_MS) },
    call(),
  );
  return { holdId, outcome };
}

test("held inventory is not sold to others, and the buy that names the hold gets it at the promised price", async () => {
  const shop = await openShop(world, avail("a", SMALL));
  const { holdId, outcome } = await hold(shop);
  expect(outcome).toEqual({ kind: "held", expiresAt: after(clock.now(), DAY_MS) });
  expect(await freeOf(shop)).toBe(10_000);
  expect(await shop.agent.createMediaBuy(buy(), call())).toMatchObject({ errors: [{ code: "PRODUCT_UNAVAILABLE" }] });
  await stock(shop.desk, avail("a", { ...SMALL, cpm: 40 }));
  expect((await shop.agent.createMediaBuy(buy({ holdId }), call())).kind).toBe("done");
  expect(await freeOf(shop)).toBe(10_000);
});

test("repeating a hold gives the same hold, and so does repeating the buy that takes it", async () => {
  const shop = await openShop(world, avail("a", SMALL));
  const wanted = { holdId: "hold_twice", packages: [part()], flight: FLIGHT, expiresAt: after(clock.now(), DAY_MS) };
  const agent = shop.agent as Required<SellerAgent>;
  expect(await agent.holdInventory(wanted, call())).toEqual(await agent.holdInventory(wanted, call()));
  expect(await freeOf(shop)).toBe(10_000);
  const order = buy({ holdId: "hold_twice" });
  const [first, again] = await Promise.all([agent.createMediaBuy(order, call()), agent.createMediaBuy(order, call())]);
  expect(again).toEqual(first);
  // The hold has been taken: another buy with it gets whatever is left, like any other buy.
  expect(await agent.createMediaBuy(buy({ holdId: "hold_twice" }), call())).toMatchObject({
    errors: [{ code: "PRODUCT_UNAVAILABLE" }],
  });
  expect(await freeOf(shop)).toBe(10_000);
});

test("a buy that is refused leaves the hold as it was", async () => {
  const shop = await openShop(world, avail("a", SMALL));
  const { holdId } = await hold(shop);
  const dear = buy({ holdId, packages: [part({ budget: "1300" })] });
  expect(await shop.agent.createMediaBuy(dear, call())).toMatchObject({ errors: [{ code: "PRODUCT_UNAVAILABLE" }] });
  expect(await freeOf(shop)).toBe(10_000);
  expect((await shop.agent.createMediaBuy(buy({ holdId }), call())).kind).toBe("done");
});

test("more than there is, and a proposal without days, cannot be held, and takes nothing", async () => {
  const shop = await openShop(world, avail("a", SMALL), avail("b", SMALL));
  const tooMuch = [part(), part({ buyerRef: "p2", productId: "avail.b", budget: "5000" })];
  expect((await hold(shop, tooMuch)).outcome).toMatchObject({ errors: [{ code: "PRODUCT_UNAVAILABLE" }] });
  expect((await hold(shop, [part()], null)).outcome).toMatchObject({ errors: [{ field: "filters.start_date" }] });
  expect([await freeOf(shop, "a"), await freeOf(shop, "b")]).toEqual([60_000, 60_000]);
});

test("a released or lapsed hold is available to everybody again, and its price holds only if it has not risen", async () => {
  const shop = await openShop(world, avail("a", SMALL));
  const { holdId } = await hold(shop);
  await shop.agent.releaseHold?.(holdId, call());
  expect(await freeOf(shop)).toBe(60_000);
  const lapsing = await hold(shop);
  clock.set(after(clock.now(), DAY_MS));
  await shop.desk.tick();
  expect(await freeOf(shop)).toBe(60_000);
  await stock(shop.desk, avail("a", { ...SMALL, cpm: 40 }));
  const late = () => shop.agent.createMediaBuy(buy({ holdId: lapsing.holdId }), call());
  expect(await late()).toMatchObject({ errors: [{ code: "PROPOSAL_EXPIRED" }] });
  await stock(shop.desk, avail("a", SMALL));
  expect((await late()).kind).toBe("done");
});
