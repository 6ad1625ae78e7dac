import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { after, MINUTE_MS } from "../../../ground/kernel/clock.ts";
import { SellerUnreachable } from "../../../ground/seller-agent/index.ts";
import { archiveMediaBuys } from "../archive-media-buys.ts";
import { refreshMediaBuy } from "../checks/refresh-media-buy.ts";
import { type Market, type MediaBuyFixture, NOON, openMarket, openMediaBuyFixture } from "../media-buys.fixture.ts";
import { submitMediaBuy } from "../sending/submit-media-buy.ts";
import { applyChange } from "./apply-change.ts";
import type { ChangeKind } from "./change.ts";
import { requestChanges } from "./request-changes.ts";

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
  desk.jobs.length = 0;
  return mediaBuyId;
}

const ask = async (kind: ChangeKind, ...ids: string[]) => {
  const [changeId = ""] = await desk.inside((ctx) =>
    requestChanges(
      ctx,
      ids.map((mediaBuyId) => ({ mediaBuyId, kind })),
    ),
  );
  return changeId;
};
const apply = (changeId: string, attempt?: number) =>
  desk.perform(applyChange, { customerId: desk.customerId, changeId, attempt });
const silence = async () => {
  throw new SellerUnreachable("Test Seller", "timeout", "no answer");
};

test("a buy is paused, resumed and canceled, each under its own key", async () => {
  const id = await bought();
  expect(await apply(await ask("pause", id))).toEqual({
    mediaBuyId: id,
    previousStatus: "ACTIVE",
    status: "PAUSED",
    success: true,
    error: null,
  });
  expect(await apply(await ask("resume", id))).toMatchObject({ previousStatus: "PAUSED", status: "ACTIVE" });
  expect(await apply(await ask("cancel", id))).toMatchObject({ status: "CANCELED", success: true });
  expect(desk.seller.changed.map(({ paused, canceled }) => [paused, canceled])).toEqual([
    [true, undefined],
    [false, undefined],
    [undefined, true],
  ]);
  expect(new Set(desk.seller.changed.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(3);
});

test("there is one change at a time: repeating it is the same change, and another is refused while one is in progress", async () => {
  const id = await bought();
  desk.seller.update = silence;
  const pause = await ask("pause", id);
  expect(await ask("pause", id)).toBe(pause);
  await apply(pause);
  expect(await apply(await ask("cancel", id))).toMatchObject({
    success: false,
    error: "another change (pause) is under way: ask again when it is settled",
  });
  expect(desk.seller.changed).toHaveLength(1);
});

test("sixteen concurrent requests make a change once", async () => {
  const id = await bought();
  const changes = await Promise.all(Array.from({ length: 16 }, () => ask("pause", id)));
  expect(new Set(changes).size).toBe(1);
  const results = await desk.whileTheSellerWaits(changes.map((change) => () => apply(change)));
  expect(desk.seller.changed).toHaveLength(1);
  expect(results.filter((one) => one?.success)).toHaveLength(1);
});

test("a change that its seller did not answer is made by the job it left behind, under the same key", async () => {
  const id = await bought();
  desk.seller.update = silence;
  const change = await ask("pause", id);
  expect(await apply(change)).toMatchObject({ status: "ACTIVE", success: false, error: "Test Seller: no answer" });
  // Enqueued when it was requested, when it was sent, and when nobody answered.
  expect(desk.jobs.map(({ step, input }) => [step, input.attempt])).toEqual([
    ["media-buys.apply-change", undefined],
    ["media-buys.apply-change", 1],
    ["media-buys.apply-change", 1],
  ]);
  desk.seller.update = async ({ mediaBuyId }) => ({
    kind: "done",
    mediaBuy: { ...desk.seller.standing(mediaBuyId), status: "paused" },
  });
  market.clock.set(after(NOON, 5 * MINUTE_MS));
  expect(await apply(change, 1)).toMatchObject({ status: "PAUSED", success: true });
  expect(await apply(change, 1)).toMatchObject({ status: "PAUSED", success: true });
  const [first, second] = desk.seller.changed;
  expect(desk.seller.changed).toHaveLength(2);
  expect(second).toEqual(first);
});

test("a crash after the call is recovered, and the late settlement changes nothing", async () => {
  const id = await bought();
  const change = await ask("pause", id);
  const settleLate = await desk.dieAfterCalling(applyChange, { customerId: desk.customerId, changeId: change });
  expect(await apply(change)).toMatchObject({ success: false, error: expect.stringContaining("being made") });
  market.clock.set(after(NOON, 5 * MINUTE_MS));
  expect(await apply(change, 1)).toMatchObject({ status: "PAUSED", success: true });
  await apply(await ask("resume", id));
  await settleLate();
  expect(await desk.read(id)).toMatchObject({ status: "ACTIVE" });
});

test("a refused change leaves the buy as it is, says why, and has the seller polled", async () => {
  const id = await bought();
  const errors = [{ code: "INVALID_STATE", message: "it is over", field: null, recovery: "correctable" as const }];
  desk.seller.update = async () => ({ kind: "rejected", errors });
  expect(await apply(await ask("pause", id))).toMatchObject({ status: "ACTIVE", success: false, error: "it is over" });
  expect(await desk.read(id)).toMatchObject({ nextCheckAt: NOON });
});

test("a change that is never answered fails when its attempts are used up, and makes way for another", async () => {
  const id = await bought();
  desk.seller.update = silence;
  const change = await ask("pause", id);
  await apply(change);
  for (let attempt = 1; attempt < 8; attempt++) await apply(change, attempt);
  expect(desk.seller.changed).toHaveLength(8);
  expect(await ask("pause", id)).not.toBe(change);
});

test("a seller without deduplication is asked to cancel once, and its status of the buy decides", async () => {
  const id = await bought();
  desk.seller.idempotencyTtlSeconds = null;
  desk.seller.update = silence;
  const cancel = await ask("cancel", id);
  await apply(cancel);
  expect(await apply(cancel, 1)).toMatchObject({
    success: false,
    error: expect.stringContaining("request the change again"),
  });
  expect(desk.seller.changed).toHaveLength(1);
  desk.seller.update = async (change) => {
    desk.seller.status = change.canceled ? "canceled" : "active";
    return silence();
  };
  const again = await ask("cancel", id);
  expect(again).not.toBe(cancel);
  await apply(again);
  for (let attempt = 1; attempt < 5; attempt++) await apply(again, attempt);
  expect(desk.seller.changed).toHaveLength(2);
  expect(await desk.read(id)).toMatchObject({ status: "CANCELED" });
});

test("a change that the seller has yet to decide on is polled by its task", async () => {
  const id = await bought();
  desk.seller.update = async () => ({ kind: "submitted", taskId: "t9", message: "Joe decides" });
  const change = await ask("cancel", id);
  expect(await apply(change)).toMatchObject({ status: "ACTIVE", success: false, error: "Joe decides" });
  desk.seller.task = async () => ({
    kind: "done",
    mediaBuy: { ...desk.seller.standing("seller-1"), status: "canceled" },
  });
  expect(await apply(change, 1)).toMatchObject({ status: "CANCELED", success: true });
  expect(desk.seller.changed).toHaveLength(1);
});

test("a change that waits for a decision is replaced by a later request", async () => {
  desk.seller.create = async () => ({ kind: "submitted", taskId: "t1", message: null });
  const id = await bought();
  const pause = await ask("pause", id);
  expect(await apply(pause)).toMatchObject({ success: false, error: expect.stringContaining("has not decided") });
  const cancel = await ask("cancel", id);
  expect(await apply(pause)).toMatchObject({ success: false, error: expect.stringContaining("cancel") });
  expect(await apply(cancel)).toMatchObject({ status: "PENDING_APPROVAL", success: false });
  expect(desk.seller.changed).toHaveLength(0);
});

test("new terms requested while the seller decides are merged, and sent once, under one key, when it has decided", async () => {
  desk.seller.create = async () => ({ kind: "submitted", taskId: "t1", message: null });
  const id = await bought();
  const [part] = (await desk.read(id)).packages;
  const update = async (terms: object, whole: object = {}) => {
    const packages = [{ packageId: part?.packageId ?? "", ...terms }];
    const asked = { mediaBuyId: id, kind: "update", update: { ...whole, packages } } as const;
    const [changeId = ""] = await desk.inside((ctx) => requestChanges(ctx, [asked]));
    return changeId;
  };
  await update({ budget: "900", pacing: "asap" });
  const joined = await update({ budget: "800" }, { endTime: new Date("2026-05-08T00:00:00Z") });
  expect(await apply(joined)).toMatchObject({
    success: false,
    error: expect.stringContaining("it is changed as soon"),
  });
  expect((await desk.read(id)).pending?.update).toEqual({
    endTime: new Date("2026-05-08T00:00:00Z"),
    packages: [{ packageId: part?.packageId, budget: "800", pacing: "asap" }],
  });
  desk.seller.task = async () => {
    const packages = [
      { packageId: "their-1", buyerRef: part?.packageId ?? "", productId: null, budget: null, paused: false },
    ];
    return { kind: "done", mediaBuy: { ...desk.seller.standing("seller-1"), packages } };
  };
  await desk.perform(refreshMediaBuy, { customerId: desk.customerId, mediaBuyId: id });
  await desk.dieAfterCalling(applyChange, { customerId: desk.customerId, changeId: joined });
  market.clock.set(after(NOON, 5 * MINUTE_MS));
  expect(await apply(joined)).toMatchObject({ success: true });
  const [first, second] = desk.seller.changed;
  expect(first).toMatchObject({ packages: [{ packageId: "their-1", budget: "800", pacing: "asap" }] });
  expect(second).toEqual(first);
  expect(await desk.read(id)).toMatchObject({
    pending: null,
    flight: { end: new Date("2026-05-08T00:00:00Z") },
    packages: [{ budget: "800", pacing: "asap" }],
  });
});

test("new terms do not undo a waiting pause, and a pause takes precedence over waiting terms", async () => {
  desk.seller.create = async () => ({ kind: "submitted", taskId: "t1", message: null });
  const id = await bought();
  const terms = () =>
    desk.inside((ctx) => requestChanges(ctx, [{ mediaBuyId: id, kind: "update", update: { packages: [] } }]));
  const pause = await ask("pause", id);
  const [refused = ""] = await terms();
  expect(await apply(refused)).toMatchObject({ error: expect.stringContaining("(pause) is under way") });
  expect((await desk.read(id)).pending?.changeId).toBe(pause);
  await ask("cancel", id);
  expect((await desk.read(id)).pending?.kind).toBe("cancel");
});

test("unsent drafts and finished buys are deleted, but nothing that the seller may hold", async () => {
  const over = await bought();
  await apply(await ask("cancel", over));
  desk.seller.create = silence;
  const { mediaBuyId: frozen } = await desk.draft();
  await desk.perform(submitMediaBuy, { customerId: desk.customerId, mediaBuyId: frozen });
  const { mediaBuyId: draft } = await desk.draft();
  const archived = await desk.inside((ctx) => archiveMediaBuys(ctx, [over, frozen, draft]));
  expect(archived.filter(({ error }) => error !== null).map(({ mediaBuyId }) => mediaBuyId)).toEqual([frozen]);
  expect((await desk.read(draft)).status).toBe("ARCHIVED");
});
