import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../../../test/world.ts";
import { DAY_MS, frozenClock } from "../../../ground/kernel/clock.ts";
import { type NewMediaBuy, SellerRefused } from "../../../ground/seller-agent/index.ts";
import { avail, callOf, ok } from "../modular.fixture.ts";
import { bought, buy, FLIGHT, freeOf, openShop as openShopIn, part } from "./shop.fixture.ts";

const clock = frozenClock(new Date("2026-05-01T09:00:00Z"));

let world: World;
beforeAll(async () => void (world = await openWorld({ clock })));
afterAll(() => world.close());

const call = () => callOf(world);
const openShop = (...avails: readonly Record<string, unknown>[]) => openShopIn(world, ...avails);

test("a buy takes the impressions that its budget buys, once for its key, whatever was sold since", async () => {
  const shop = await openShop(avail("a", { impressionsCapacity: 60_000 }));
  const request = buy({ buyerRef: "ord_1" });
  const first = await shop.agent.createMediaBuy(request, call());
  expect(first).toMatchObject({ kind: "done", mediaBuy: { mediaBuyId: "ord_1", status: "pending_start" } });
  expect(await freeOf(shop)).toBe(10_000);
  expect(await shop.agent.createMediaBuy(request, call())).toEqual(first);
  expect(await freeOf(shop)).toBe(10_000);
  expect(await shop.agent.createMediaBuy({ ...request, name: "June" }, call())).toMatchObject({
    kind: "rejected",
    errors: [{ code: "IDEMPOTENCY_CONFLICT" }],
  });
  const more = await shop.agent.createMediaBuy(buy(), call());
  expect(more).toMatchObject({ errors: [{ code: "PRODUCT_UNAVAILABLE", details: { availableImpressions: 10_000 } }] });
});

test.each<[string, Partial<NewMediaBuy>, string, string]>([
  [
    "a product that is not there",
    { packages: [part({ productId: "avail.x" })] },
    "PRODUCT_NOT_FOUND",
    "packages[0].product_id",
  ],
  [
    "a price that is not there",
    { packages: [part({ pricingOptionId: "x" })] },
    "REFERENCE_NOT_FOUND",
    "packages[0].pricing_option_id",
  ],
  ["another currency", { packages: [part({ currency: "EUR" })] }, "VALIDATION_ERROR", "packages[0].budget"],
  ["a budget that buys nothing", { packages: [part({ budget: "0.001" })] }, "BUDGET_TOO_LOW", "packages[0].budget"],
  [
    "targeting",
    { packages: [part({ targeting: { geoCountries: ["US"] } as never })] },
    "UNSUPPORTED_FEATURE",
    "packages[0].targeting_overlay",
  ],
  [
    "a flight in the past",
    { flight: { start: new Date("2026-03-01"), end: new Date("2026-04-01") } },
    "VALIDATION_ERROR",
    "end_time",
  ],
  [
    "times that the avail does not run at",
    { packages: [part({ startTime: FLIGHT.start, endTime: FLIGHT.end, productId: "avail.b" })] },
    "VALIDATION_ERROR",
    "packages[0].start_time",
  ],
  ["no package", { packages: [] }, "VALIDATION_ERROR", "packages"],
])("a buy with %s is refused, and names the field", async (_, changes, code, field) => {
  const shop = await openShop(avail("a"), avail("b", { startTime: "2026-05-12", endTime: "2026-05-20" }));
  expect(await shop.agent.createMediaBuy(buy(changes), call())).toMatchObject({
    kind: "rejected",
    errors: [{ code, field }],
  });
});

test("a buy that people book upstream is undecided until they have, and follows what they do", async () => {
  const shop = await openShop(avail("a"));
  ok(await shop.desk.post("/modules", { contractId: "manual-trafficking:v1", config: { targetSystem: "OMS" } }));
  const outcome = await shop.agent.createMediaBuy(buy({ buyerRef: "ord_2" }), call());
  if (outcome.kind !== "submitted") throw new Error(`expected to wait: ${JSON.stringify(outcome)}`);
  const { taskId } = outcome;
  expect(await shop.agent.getMediaBuys({ mediaBuyIds: ["ord_2"] }, call())).toEqual([]);
  const items = async () => ok(await shop.desk.get("/work-items")).items as { id: string; kind: string }[];
  const complete = async (kind: string, result: object) => {
    const item = (await items()).find((one) => one.kind === kind);
    ok(await shop.desk.post(`/work-items/${item?.id}/complete`, { result }));
  };
  await complete("EXECUTE_UPSTREAM_BOOKING", { upstreamOrderId: "o-1" });
  const packageId = await creativesWanted();
  const creatives = [{ creativeId: "spot", name: "Spot", manifest: { format_kind: "video_hosted" } }];
  const change = { idempotencyKey: "show", mediaBuyId: "ord_2", packages: [{ packageId, creatives }] };
  expect(await shop.agent.updateMediaBuy(change, call())).toMatchObject({
    mediaBuy: { status: "pending_start", waitingFor: "accepted_awaiting_trafficking" },
  });
  await complete("MAP_CREATIVE_REF", { clientCopyMasterRef: "c-1" });
  await complete("TRAFFIC_TO_CADENT", { trafficRef: "t-1" });
  const [standing] = await shop.agent.getMediaBuys({ mediaBuyIds: ["ord_2"] }, { ...call(), now: FLIGHT.start });
  expect(standing).toMatchObject({ status: "active", waitingFor: null });

  async function creativesWanted(): Promise<string> {
    const reported = await shop.agent.getTask(taskId, call());
    expect(reported).toMatchObject({
      kind: "done",
      mediaBuy: { status: "pending_creatives", waitingFor: "creatives" },
    });
    return reported.kind === "done" ? (reported.mediaBuy.packages[0]?.packageId ?? "") : "";
  }
});

test("a buyer is refused what the seller's people have released", async () => {
  const shop = await openShop(avail("a"));
  ok(await shop.desk.post("/modules", { contractId: "manual-trafficking:v1", config: { targetSystem: "OMS" } }));
  const outcome = await shop.agent.createMediaBuy(buy({ buyerRef: "ord_3" }), call());
  if (outcome.kind !== "submitted") throw new Error("expected to wait");
  const { items } = ok(await shop.desk.get("/work-items?kind=EXECUTE_UPSTREAM_BOOKING"));
  const { item } = ok(await shop.desk.get(`/work-items/${items[0].id}`));
  const { packageId, availId } = item.payload;
  ok(await shop.desk.post("/bookings/release", { mediaBuyId: "ord_3", packageId, availId, buyerCustomerId: 7001 }));
  expect(await shop.agent.getTask(outcome.taskId, call())).toMatchObject({
    kind: "rejected",
    errors: [{ code: "MEDIA_BUY_REJECTED" }],
  });
});

test("an offer under the price is held for a person to decide", async () => {
  const shop = await openShop(avail("a"));
  const offer = (buyerRef: string) => buy({ buyerRef, packages: [part({ bidPrice: "15" })] });
  for (const [buyerRef, approved] of [
    ["ord_4", true],
    ["ord_5", false],
  ] as const) {
    const outcome = await shop.agent.createMediaBuy(offer(buyerRef), call());
    if (outcome.kind !== "submitted") throw new Error("expected to wait");
    const { items } = ok(await shop.desk.get(`/work-items?kind=APPROVE_RATE_EXCEPTION&mediaBuyId=${buyerRef}`));
    const complete = (result: object) => shop.desk.post(`/work-items/${items[0].id}/complete`, { result });
    // Taken for a refusal, it would release what is held.
    expect(await complete({ approved: "true" })).toMatchObject({ status: 400, error: { field: "result.approved" } });
    ok(await complete({ approved }));
    expect((await shop.agent.getTask(outcome.taskId, call())).kind).toBe(approved ? "done" : "rejected");
  }
});

test("a change takes more or gives some back, once for its key; too much is refused and changes nothing", async () => {
  const shop = await openShop(avail("a", { impressionsCapacity: 100_000 }));
  const { mediaBuyId, packages } = await bought(shop);
  const packageId = packages[0]?.packageId ?? "";
  const change = (idempotencyKey: string, budget: string) => ({
    idempotencyKey,
    mediaBuyId,
    packages: [{ packageId, budget }],
  });
  expect(await shop.agent.updateMediaBuy(change("more", "1800"), call())).toMatchObject({
    mediaBuy: { packages: [{ budget: "1800" }] },
  });
  await shop.agent.updateMediaBuy(change("more", "1800"), call());
  expect(await freeOf(shop)).toBe(10_000);
  expect(await shop.agent.updateMediaBuy(change("most", "2400"), call())).toMatchObject({
    errors: [{ code: "PRODUCT_UNAVAILABLE" }],
  });
  await shop.agent.updateMediaBuy(change("less", "400"), call());
  expect(await freeOf(shop)).toBe(80_000);
  const [standing] = await shop.agent.getMediaBuys({ mediaBuyIds: [mediaBuyId] }, call());
  expect(standing).toMatchObject({ packages: [{ budget: "400" }] });
});

test("a buy is paused, cancelled and over by its buyer's clock, and cannot be changed after that", async () => {
  const shop = await openShop(avail("a"));
  const { mediaBuyId } = await bought(shop);
  const statusAt = async (now: Date) =>
    (await shop.agent.getMediaBuys({ mediaBuyIds: [mediaBuyId] }, { ...call(), now }))[0]?.status;
  expect(await statusAt(FLIGHT.start)).toBe("active");
  await shop.agent.updateMediaBuy({ idempotencyKey: "pause", mediaBuyId, paused: true }, call());
  expect(await statusAt(FLIGHT.start)).toBe("paused");
  expect(await statusAt(new Date(FLIGHT.end.getTime() + DAY_MS))).toBe("completed");
  const before = await freeOf(shop);
  expect(await shop.agent.updateMediaBuy({ idempotencyKey: "stop", mediaBuyId, canceled: true }, call())).toMatchObject(
    {
      mediaBuy: { status: "canceled" },
    },
  );
  expect(await freeOf(shop)).toBe(before + 50_000);
  expect(
    await shop.agent.updateMediaBuy({ idempotencyKey: "again", mediaBuyId, canceled: true }, call()),
  ).toMatchObject({
    errors: [{ code: "NOT_CANCELLABLE" }],
  });
});

test("says if it does not know something", async () => {
  const { agent } = await openShop(avail("a"));
  expect(await agent.updateMediaBuy({ idempotencyKey: "x", mediaBuyId: "none", paused: true }, call())).toMatchObject({
    errors: [{ code: "MEDIA_BUY_NOT_FOUND" }],
  });
  await expect(agent.getTask("create.none", call())).rejects.toThrow(SellerRefused);
  await expect(
    agent.syncCreatives({ idempotencyKey: "x", mediaBuyId: "none", creatives: [], packages: [] }, call()),
  ).rejects.toThrow(SellerRefused);
  const days = { startDay: "2026-05-01", endDay: "2026-05-31" };
  expect((await agent.getMediaBuyDelivery({ mediaBuyIds: ["none"], ...days }, call())).rows).toEqual([]);
  expect(await agent.listAccounts({}, call())).toMatchObject({ accounts: [], opensAccounts: false });
});
