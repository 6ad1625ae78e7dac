import { afterAll, beforeAll, expect, test } from "vitest";
import { doJobs } from "../../../../test/jobs.ts";
import { expectData } from "../../../../test/operations/expect-data.ts";
import { after, DAY_MS } from "../../../ground/kernel/clock.ts";
import { perform } from "../../../ground/kernel/perform.ts";
import { type Market, openMarket } from "../shop.fixture.ts";
import { expiryAgenda } from "./expiry/agenda.ts";
import { approve, boughtAt, buy, decide, done, openStrict, QUEUE } from "./strict-shop.fixture.ts";
import { waitingOfAllCustomers } from "./waiting/store.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

/** Lets time pass, and runs what becomes due. */
async function pass(days: number): Promise<void> {
  market.clock.set(after(market.clock.now(), days * DAY_MS));
  const { database, host } = market.world;
  const due = await database.readInstallation((db) => expiryAgenda.dueOfAllCustomers(db, market.clock.now(), 100));
  for (const { step, input } of due) await perform(step, input, "test", host);
  await doJobs(market.world);
}

test("an order that nobody decides on in time is refused with that reason, and can no longer be decided on", async () => {
  const shop = await openStrict(market);
  const { agent, mediaBuyId } = await buy(shop);
  const { expiresAt } = expectData(await shop.seller.get(`${QUEUE}/${mediaBuyId}`));
  expect(expiresAt).toBe(after(market.clock.now(), 14 * DAY_MS).toISOString());
  await pass(13);
  expect(await agent.getTask(mediaBuyId, shop.call())).toMatchObject({ kind: "submitted" });
  const { database } = market.world;
  const waiting = () => database.readInstallation((db) => waitingOfAllCustomers(db, market.clock.now()));
  expect(await waiting()).toEqual({ count: 1, oldestSeconds: 13 * 86_400 });
  await pass(1);
  expect(await waiting()).toEqual({ count: 0, oldestSeconds: 0 });
  expect(expectData(await shop.seller.get(`${QUEUE}/${mediaBuyId}`))).toMatchObject({
    status: "rejected",
    reviewedBy: null,
    reviewerNotes: expect.stringContaining("expired"),
  });
  expect(await agent.getTask(mediaBuyId, shop.call())).toMatchObject({
    kind: "rejected",
    errors: [{ message: expect.stringContaining("nobody decided on it before") }],
  });
  expect((await decide(shop, mediaBuyId, { status: "approved" })).status).toBe(409);
  const { notifications } = expectData(await shop.seller.get("/notifications"));
  expect(notifications.map(({ event }: { event: string }) => event)).toContain("media_buy.approval_expired");
  expect(boughtAt(shop)).toEqual([0, 0]);
});

test("a buyer changes an order that waits for approval, using its own names, and the changed order is decided on and bought", async () => {
  const shop = await openStrict(market);
  const { agent, mediaBuyId } = await buy(shop);
  const endTime = new Date("2026-09-20T00:00:00Z");
  const change = { idempotencyKey: "less", mediaBuyId, endTime, packages: [{ packageId: "p1", budget: "700" }] };
  const changed = done(await agent.updateMediaBuy(change, shop.call()));
  expect(changed).toMatchObject({ status: "pending_start", packages: [{ budget: "1000" }, { budget: "700" }] });
  expect(await agent.updateMediaBuy(change, shop.call())).toMatchObject({ kind: "done" });
  expect(expectData(await shop.seller.get(`${QUEUE}/${mediaBuyId}`))).toMatchObject({
    status: "pending",
    submittedPayload: { end_time: endTime.toISOString(), packages: [{ budget: 1000 }, { budget: 700 }] },
    changes: [
      { field: "end_time", before: "2026-10-01T00:00:00.000Z", after: endTime.toISOString() },
      { field: "packages[1].budget", before: 1000, after: 700 },
      { field: "total_budget.amount", before: 2000, after: 1700 },
    ],
  });
  await approve(shop, mediaBuyId);
  const [first, second] = shop.sellers.map(({ response }) => response[0]);
  expect(first).toMatchObject({ flight: { end: endTime }, packages: [{ budget: "1000" }] });
  expect(second).toMatchObject({ flight: { end: endTime }, packages: [{ budget: "700" }] });
});

test.each([
  ["pauses it", { paused: true }, "INVALID_STATE"],
  ["takes a package out of it", { packages: [{ packageId: "p0", canceled: true }] }, "INVALID_STATE"],
  ["ends it before it begins", { endTime: new Date("2026-08-30T00:00:00Z") }, "VALIDATION_ERROR"],
  ["names a package that it has not", { packages: [{ packageId: "p9", budget: "1" }] }, "PACKAGE_NOT_FOUND"],
])("a change of a held order that %s is refused and leaves it as it is", async (_, asked, code) => {
  const shop = await openStrict(market);
  const { agent, mediaBuyId } = await buy(shop);
  const before = expectData(await shop.seller.get(`${QUEUE}/${mediaBuyId}`));
  expect(await agent.updateMediaBuy({ idempotencyKey: "x", mediaBuyId, ...asked }, shop.call())).toMatchObject({
    kind: "rejected",
    errors: [{ code }],
  });
  expect(expectData(await shop.seller.get(`${QUEUE}/${mediaBuyId}`))).toEqual(before);
});
