import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { after, HOUR_MS } from "../../../ground/kernel/clock.ts";
import { SellerUnreachable } from "../../../ground/seller-agent/index.ts";
import { requestChanges } from "../changes/request-changes.ts";
import { type Market, type MediaBuyFixture, NOON, openMarket, openMediaBuyFixture } from "../media-buys.fixture.ts";
import { row } from "../scripted-seller.fixture.ts";
import { submitMediaBuy } from "../sending/submit-media-buy.ts";
import { mediaBuyAgenda } from "./agenda.ts";
import { refreshMediaBuy } from "./refresh-media-buy.ts";

let market: Market;
let desk: MediaBuyFixture;
beforeAll(async () => void (market = await openMarket()));
beforeEach(async () => {
  market.clock.set(NOON);
  desk = await openMediaBuyFixture(market);
});
afterAll(() => market.world.close());

async function bought(): Promise<string> {
  const { mediaBuyId } = await desk.draft();
  await desk.perform(submitMediaBuy, { customerId: desk.customerId, mediaBuyId });
  return mediaBuyId;
}

const refresh = (mediaBuyId: string) => desk.perform(refreshMediaBuy, { customerId: desk.customerId, mediaBuyId });
const deliveryOf = async (mediaBuyId: string) =>
  (await desk.buyer.get(`/buyer/media-buys/${mediaBuyId}/packages`)).data.packages[0].delivery;
/** The first thing that is due by the buyer's clock: its time, and the buy it concerns. */
const dueBy = async (until: string) => {
  const due = await desk.inside((ctx) => mediaBuyAgenda.next(ctx.db, desk.customerId, new Date(until)));
  return due && [due.at.toISOString(), due.subject];
};

test("a decision is polled every hour until it is made", async () => {
  desk.seller.create = async () => ({ kind: "submitted", taskId: "t1", message: null });
  const mediaBuyId = await bought();
  expect(await dueBy("2026-05-04T12:59:00Z")).toBeUndefined();
  expect(await dueBy("2026-05-04T14:00:00Z")).toEqual(["2026-05-04T13:00:00.000Z", `media buy ${mediaBuyId}`]);
  market.clock.set(after(NOON, HOUR_MS));
  expect(await refresh(mediaBuyId)).toMatchObject({ status: "PENDING_APPROVAL", error: null });
  expect(await desk.read(mediaBuyId)).toMatchObject({ since: NOON, nextCheckAt: after(NOON, 2 * HOUR_MS) });

  desk.seller.task = async () => ({ kind: "input_required", taskId: "t1", message: "who pays?" });
  expect(await refresh(mediaBuyId)).toMatchObject({ previousStatus: "PENDING_APPROVAL", status: "INPUT_REQUIRED" });
  desk.seller.task = async () => ({ kind: "done", mediaBuy: desk.seller.standing("seller-1") });
  expect(await refresh(mediaBuyId)).toMatchObject({ status: "ACTIVE", sellerMediaBuyId: "seller-1" });
});

test("a seller that decides against the buy rejects it with its reason", async () => {
  desk.seller.create = async () => ({ kind: "submitted", taskId: "t1", message: null });
  const mediaBuyId = await bought();
  const errors = [{ code: "POLICY_VIOLATION", message: "not with us", field: null, recovery: "correctable" as const }];
  desk.seller.task = async () => ({ kind: "rejected", errors });
  expect(await refresh(mediaBuyId)).toMatchObject({ status: "REJECTED" });
  const { data } = await desk.buyer.get(`/buyer/media-buys/${mediaBuyId}`);
  expect(data.mediaBuy.why.reason).toContain("not with us");
  expect(await refresh(mediaBuyId)).toBeUndefined();
});

test("delivery is added up from the last report of each day, corrections included", async () => {
  const mediaBuyId = await bought();
  market.clock.set(new Date("2026-05-06T00:05:00Z"));
  desk.seller.rows = [row("2026-05-05", "100.10", false), row("2026-05-06", "0.20", false)];
  await refresh(mediaBuyId);
  expect(await deliveryOf(mediaBuyId)).toEqual({ impressions: 2000, clicks: 20, spend: 100.3 });
  expect(await desk.read(mediaBuyId)).toMatchObject({ deliveredThrough: null });

  market.clock.set(new Date("2026-05-07T00:05:00Z"));
  desk.seller.rows = [row("2026-05-05", "90.05", true), row("2026-05-06", "80", false), row("2026-05-06", "81", false)];
  await refresh(mediaBuyId);
  expect(await deliveryOf(mediaBuyId)).toMatchObject({ spend: 171.05 });
  expect(await desk.read(mediaBuyId)).toMatchObject({ deliveredThrough: "2026-05-05" });
  expect(desk.seller.asked.at(-1)).toMatchObject({ startDay: "2026-05-05", endDay: "2026-05-07" });
});

test("a failed check is repeated soon and keeps what was known, and a later check corrects it", async () => {
  const mediaBuyId = await bought();
  market.clock.set(new Date("2026-05-06T00:05:00Z"));
  desk.seller.beforeAnswering = async () => {
    throw new SellerUnreachable("Test Seller", "timeout", "no answer");
  };
  desk.seller.rows = [row("2026-05-05", "5", true)];
  expect(await refresh(mediaBuyId)).toMatchObject({ status: "ACTIVE", error: "Test Seller: no answer" });
  expect(await deliveryOf(mediaBuyId)).toMatchObject({ spend: 5 });
  expect(await dueBy("2026-05-06T00:10:00Z")).toEqual(["2026-05-06T00:10:00.000Z", `media buy ${mediaBuyId}`]);
  await refresh(mediaBuyId);
  expect(await dueBy("2026-05-06T00:14:00Z")).toBeUndefined();
  desk.seller.beforeAnswering = async () => undefined;
  expect(await refresh(mediaBuyId)).toMatchObject({ error: null });
  expect(await desk.read(mediaBuyId)).toMatchObject({
    attempts: 0,
    error: null,
    nextCheckAt: new Date("2026-05-07T00:05:00Z"),
  });
});

test("a flight that is over and fully reported completes the buy, and nobody is polled any more", async () => {
  const mediaBuyId = await bought();
  market.clock.set(new Date("2026-05-09T00:00:00Z"));
  const days = ["2026-05-05", "2026-05-06", "2026-05-07"].map((day) => row(day, "10", true));
  desk.seller.rows = [...days, row("2026-05-08", "9", false)];
  expect(await refresh(mediaBuyId)).toMatchObject({ status: "ACTIVE" });
  market.clock.set(new Date("2026-05-10T00:05:00Z"));
  desk.seller.rows = [...days, row("2026-05-08", "10", true)];
  expect(await refresh(mediaBuyId)).toMatchObject({ status: "COMPLETED" });
  expect(await deliveryOf(mediaBuyId)).toMatchObject({ spend: 40 });
  expect(await dueBy("2027-01-01T00:00:00Z")).toBeUndefined();
});

test("a buy that its seller reports as complete is complete immediately, and its last day is still corrected", async () => {
  const mediaBuyId = await bought();
  market.clock.set(new Date("2026-05-09T00:00:00Z"));
  desk.seller.status = "completed";
  desk.seller.rows = [row("2026-05-08", "9", false)];
  expect(await refresh(mediaBuyId)).toMatchObject({ status: "COMPLETED", sellerStatus: "completed" });
  market.clock.set(new Date("2026-05-10T00:05:00Z"));
  desk.seller.rows = [row("2026-05-08", "10", true)];
  await refresh(mediaBuyId);
  expect(await deliveryOf(mediaBuyId)).toMatchObject({ spend: 10 });
  expect(await refresh(mediaBuyId)).toBeUndefined();
});

test("a buy that ended long ago is polled for the days on which its seller is known to have news", async () => {
  const mediaBuyId = await bought();
  const days = ["2026-05-05", "2026-05-06", "2026-05-07", "2026-05-08"].map((day) => row(day, "10", true));
  market.clock.set(new Date("2026-05-10T00:05:00Z"));
  desk.seller.rows = days;
  expect(await refresh(mediaBuyId)).toMatchObject({ status: "COMPLETED" });
  market.clock.set(new Date("2026-06-20T00:05:00Z"));
  expect(await refresh(mediaBuyId)).toBeUndefined();
  desk.seller.rows = [row("2026-05-05", "7.77", true), ...days.slice(1)];
  const { customerId } = desk;
  await desk.perform(refreshMediaBuy, { customerId, mediaBuyId, reportedFrom: "2026-05-05" });
  expect(desk.seller.asked.at(-1)).toMatchObject({ startDay: "2026-05-05" });
  expect(await deliveryOf(mediaBuyId)).toMatchObject({ spend: 37.77 });
  expect(await refresh(mediaBuyId)).toBeUndefined();
});

test("a flight whose seller never marks a day as final completes when the time for corrections is over", async () => {
  const mediaBuyId = await bought();
  desk.seller.rows = [row("2026-05-05", "9", false)];
  market.clock.set(new Date("2026-05-15T00:05:00Z"));
  expect(await refresh(mediaBuyId)).toMatchObject({ status: "ACTIVE" });
  market.clock.set(new Date("2026-05-16T00:05:00Z"));
  expect(await refresh(mediaBuyId)).toMatchObject({ status: "COMPLETED" });
  expect(desk.seller.asked.every(({ startDay }) => startDay === "2026-05-05")).toBe(true);
});

test("a check's answer about an older state does not overrule what was settled in the meantime", async () => {
  const mediaBuyId = await bought();
  const settleLate = await desk.dieAfterCalling(refreshMediaBuy, { customerId: desk.customerId, mediaBuyId });
  desk.seller.status = "paused";
  expect(await refresh(mediaBuyId)).toMatchObject({ status: "PAUSED" });
  const before = await desk.read(mediaBuyId);
  expect(await settleLate()).toMatchObject({ status: "PAUSED" });
  expect(await desk.read(mediaBuyId)).toEqual(before);
});

test("a cancellation requested while the seller decides is made once the seller has decided", async () => {
  desk.seller.create = async () => ({ kind: "submitted", taskId: "t1", message: null });
  const mediaBuyId = await bought();
  await desk.inside((ctx) => requestChanges(ctx, [{ mediaBuyId, kind: "cancel" }]));
  desk.seller.task = async () => ({ kind: "done", mediaBuy: desk.seller.standing("seller-1") });
  desk.jobs.length = 0;
  await refresh(mediaBuyId);
  expect(desk.jobs.map(({ step }) => step)).toEqual(["media-buys.apply-change"]);
});

test("due checks are found for every customer by its own clock", async () => {
  const live = await bought();
  const other = await openMediaBuyFixture(market);
  const { mediaBuyId: ahead } = await other.draft();
  await other.perform(submitMediaBuy, { customerId: other.customerId, mediaBuyId: ahead });
  const due = (wall: string) =>
    market.world.database.readInstallation(async (db) =>
      (await mediaBuyAgenda.dueOfAllCustomers(db, new Date(wall), 100)).map(({ subject }) => subject),
    );
  expect(await due("2026-05-04T23:59:00Z")).not.toContain(`media buy ${live}`);
  await market.world.database.writeInstallation((db) =>
    db
      .updateTable("customers")
      .set({ sandbox: true, clock_offset_ms: HOUR_MS })
      .where("customer_id", "=", other.customerId)
      .execute(),
  );
  expect(await due("2026-05-04T23:00:00Z")).toEqual(expect.arrayContaining([`media buy ${ahead}`]));
  expect(await due("2026-05-04T23:00:00Z")).not.toContain(`media buy ${live}`);
  expect(await due("2026-05-05T00:00:00Z")).toEqual(
    expect.arrayContaining([`media buy ${live}`, `media buy ${ahead}`]),
  );
});
