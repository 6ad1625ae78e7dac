import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { doJobs, makeEverythingDue } from "../../../../test/jobs.ts";
import { expectData } from "../../../../test/operations/expect-data.ts";
import { after, MINUTE_MS } from "../../../ground/kernel/clock.ts";
import { openSellerSide } from "../seller-side.ts";
import { buyOf, type Market, openMarket, type Shop } from "../shop.fixture.ts";
import { listOrders } from "../store.ts";
import { notifyRefusals } from "./notify-refusals.ts";
import { approve, boughtAt, buy, decide, done, openStrict, receivedBy, retry } from "./strict-shop.fixture.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());
beforeEach(() => void (market.reached = undefined));

async function noticesOf({ seller }: Shop): Promise<string[]> {
  const { notifications } = expectData(await seller.get("/notifications"));
  return notifications.map(({ event }: { event: string }) => event).toSorted();
}

test("a source that is unreachable when its order is approved is asked again under the same key, and buys once", async () => {
  const shop = await openStrict(market);
  const [first, second] = shop.sellers;
  if (!first || !second) throw new Error("the shop has two sources");
  const { agent, mediaBuyId } = await buy(shop);
  first.fates = ["down"];
  second.fates = ["lost"];
  expect(await approve(shop, mediaBuyId)).toMatchObject({ forwardOutcome: "all_failed", forwardedAt: null });
  const [summary] = expectData(await shop.seller.get("/storefront/media-buys")).items;
  expect(summary).toMatchObject({ status: "forward_failed", pendingReason: "forward_failed_retrying" });
  const reported = expectData(await retry(shop, mediaBuyId, { reason: "they are back" }));
  expect(reported).toMatchObject({ status: "approved", forwardOutcome: "all_completed" });
  expect(boughtAt(shop)).toEqual([1, 1]);
  for (const { response } of shop.sellers) expect(new Set(response.map((one) => one.idempotencyKey)).size).toBe(1);
  expect(done(await agent.getTask(mediaBuyId, shop.call())).status).toBe("active");
  const again = expectData(await retry(shop, mediaBuyId));
  expect(again).not.toHaveProperty("forwardOutcome");
  expect(receivedBy(shop)).toEqual([2, 2]);
});

test.each(["claimed", "called"])(
  "a buyer on this installation is notified of an approval whose process died when it had %s",
  async (stage) => {
    const shop = await openStrict(market, { sources: 1 });
    const { mediaBuyId } = await buy(shop, buyOf(["s0:a"]));
    market.reached = (work, at) => {
      if (work === "decidePendingMediaBuy" && at === stage) throw new Error("killed");
    };
    expect(await decide(shop, mediaBuyId, { status: "approved" })).toMatchObject({ status: 500 });
    const worked: string[] = [];
    market.reached = (work) => void worked.push(work);
    market.clock.set(after(market.clock.now(), 5 * MINUTE_MS));
    await makeEverythingDue(market.world);
    await doJobs(market.world);
    expect(worked).toContain("media-buys.refresh");
    expect(boughtAt(shop)).toEqual([1]);
  },
);

test("while nobody answers, the buyer is told that its order continues", async () => {
  const shop = await openStrict(market, { sources: 1 });
  const { agent, mediaBuyId } = await buy(shop, buyOf(["s0:a"]));
  if (shop.sellers[0]) shop.sellers[0].fates = ["down", "down"];
  await approve(shop, mediaBuyId);
  expect(await agent.getTask(mediaBuyId, shop.call())).toMatchObject({ kind: "submitted", taskId: mediaBuyId });
});

test("if it is unknown whether it was bought, the buyer and the seller's people are told", async () => {
  const shop = await openStrict(market, { sources: 1 });
  const [source] = shop.sellers;
  if (!source) throw new Error("the shop has a source");
  source.fates = ["lost"];
  source.remembersKeys = false;
  const { agent, mediaBuyId } = await buy(shop, buyOf(["s0:a"]));
  await approve(shop, mediaBuyId);
  await retry(shop, mediaBuyId);
  expect(await agent.getTask(mediaBuyId, shop.call())).toMatchObject({
    kind: "submitted",
    message: expect.stringContaining("ask its people"),
  });
  expect(await noticesOf(shop)).toEqual(["media_buy.approval_requested", "media_buy.forward_failed"]);
  expect(boughtAt(shop)).toEqual([1]);
});

test("an order that its sources refused is only requested again if forced, and only if none of them holds a part", async () => {
  const shop = await openStrict(market);
  const [first, second] = shop.sellers;
  if (!first || !second) throw new Error("the shop has two sources");
  const refusal = { code: "BUDGET_TOO_LOW", message: "too little", field: null, recovery: "correctable" } as const;
  second.refusal = refusal;
  const { mediaBuyId: halved } = await buy(shop);
  expect(await approve(shop, halved)).toMatchObject({ forwardOutcome: "partial", forwardError: "too little" });
  expect(await retry(shop, halved, { forceTerminal: true })).toMatchObject({
    status: 409,
    error: { code: "CONFLICT" },
  });
  first.refusal = refusal;
  const { mediaBuyId } = await buy(shop);
  expect(await approve(shop, mediaBuyId)).toMatchObject({ forwardOutcome: "all_failed" });
  expect(await retry(shop, mediaBuyId)).toMatchObject({ status: 409, error: { code: "CONFLICT" } });
  for (const seller of shop.sellers) seller.refusal = undefined;
  const before = shop.sellers.map(({ response }) => response.at(-1)?.idempotencyKey);
  const forced = expectData(await retry(shop, mediaBuyId, { forceTerminal: true, reason: "settled by telephone" }));
  expect(forced).toMatchObject({ forwardOutcome: "all_completed" });
  expect(shop.sellers.map(({ response }) => response.at(-1)?.idempotencyKey)).toEqual(before);
});

test("once its buyer has learnt that its sources refused it, an order is not forwarded again", async () => {
  const shop = await openStrict(market, { sources: 1 });
  const [source] = shop.sellers;
  if (!source) throw new Error("the shop has a source");
  source.refusal = { code: "BUDGET_TOO_LOW", message: "too little", field: null, recovery: "correctable" };
  const { agent, mediaBuyId } = await buy(shop, buyOf(["s0:a"]));
  await approve(shop, mediaBuyId);
  expect((await agent.getTask(mediaBuyId, shop.call())).kind).toBe("rejected");
  expect(await retry(shop, mediaBuyId, { forceTerminal: true })).toMatchObject({
    status: 409,
    error: { message: expect.stringContaining("ask it to buy again") },
  });
});

test("an order that was forwarded again before its buyer learned of the refusal does not count as refused", async () => {
  const shop = await openStrict(market, { sources: 1 });
  const [source] = shop.sellers;
  if (!source) throw new Error("the shop has a source");
  source.refusal = { code: "BUDGET_TOO_LOW", message: "too little", field: null, recovery: "correctable" };
  const { mediaBuyId } = await buy(shop, buyOf(["s0:a"]));
  await approve(shop, mediaBuyId);
  expect(await noticesOf(shop)).toEqual(["media_buy.approval_requested", "media_buy.source_rejected"]);
  const side = await openSellerSide(market.world.host, shop.customerId, "test");
  const refused = await side.read(({ db }) => listOrders(db, shop.customerId, [mediaBuyId]));
  source.fates = ["down"];
  expectData(await retry(shop, mediaBuyId, { forceTerminal: true }));
  expect(await notifyRefusals(side, refused)).toMatchObject([{ legs: [{ state: "open" }] }]);
  expectData(await retry(shop, mediaBuyId));
  expect(await retry(shop, mediaBuyId, { forceTerminal: true })).toMatchObject({ status: 200 });
});

test("an order that was not approved is not forwarded", async () => {
  const shop = await openStrict(market);
  const { mediaBuyId } = await buy(shop);
  expect(await retry(shop, mediaBuyId)).toMatchObject({ status: 409, error: { details: { status: "pending" } } });
  expect(await retry(shop, mediaBuyId, { force: true })).toMatchObject({ status: 400 });
});

test("if the process is killed after the approval and before the sources, the jobs continue", async () => {
  const shop = await openStrict(market);
  const { agent, mediaBuyId } = await buy(shop);
  market.reached = (work, stage) => {
    if (work === "decidePendingMediaBuy" && stage === "claimed") throw new Error("killed");
  };
  expect(await decide(shop, mediaBuyId, { status: "approved" })).toMatchObject({ status: 500 });
  market.reached = undefined;
  expect(receivedBy(shop)).toEqual([0, 0]);
  await makeEverythingDue(market.world);
  await doJobs(market.world);
  expect(receivedBy(shop)).toEqual([1, 1]);
  expect(done(await agent.getTask(mediaBuyId, shop.call())).status).toBe("active");
});
