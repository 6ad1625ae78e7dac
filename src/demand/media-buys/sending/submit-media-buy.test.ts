import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { after, DAY_MS, MINUTE_MS } from "../../../ground/kernel/clock.ts";
import { type MediaBuyOutcome, SellerRefused, SellerUnreachable } from "../../../ground/seller-agent/index.ts";
import { draftMediaBuys } from "../drafting/draft-media-buys.ts";
import {
  LINE,
  type Market,
  type MediaBuyFixture,
  NOON,
  openMarket,
  openMediaBuyFixture,
} from "../media-buys.fixture.ts";
import { submitMediaBuy } from "./submit-media-buy.ts";

let market: Market;
let desk: MediaBuyFixture;
beforeAll(async () => void (market = await openMarket()));
beforeEach(async () => {
  market.clock.set(NOON);
  desk = await openMediaBuyFixture(market);
});
afterAll(() => market.world.close());

const silence = async () => {
  throw new SellerUnreachable("Test Seller", "timeout", "no answer");
};
const refusing = (code: string, recovery: "transient" | "correctable") => async () => {
  throw new SellerRefused("Test Seller", [{ code, message: `it is ${code}`, field: null, recovery }]);
};
const saying = (outcome: MediaBuyOutcome) => async () => outcome;
const rejecting = saying({
  kind: "rejected",
  errors: [{ code: "POLICY_VIOLATION", message: "no gambling", field: null, recovery: "correctable" }],
});
const submit = (mediaBuyId: string, attempt?: number) =>
  desk.perform(submitMediaBuy, { customerId: desk.customerId, mediaBuyId, attempt });

test("lines are added to an agent's draft until it is sent, and to a new draft after that", async () => {
  const first = await desk.draft();
  const second = await desk.draft({ ...LINE, productId: "p2" });
  expect(second.mediaBuyId).toBe(first.mediaBuyId);
  expect(second.packages.map(({ productId, budget }) => [productId, budget])).toEqual([
    ["p1", "1000.10"],
    ["p2", "1000.10"],
  ]);
  desk.seller.create = silence;
  await submit(first.mediaBuyId);
  const third = await desk.draft();
  expect(third.mediaBuyId).not.toBe(first.mediaBuyId);
  expect(third.executionKey).not.toBe(first.executionKey);
  expect((await desk.read(first.mediaBuyId)).packages).toHaveLength(2);
});

test("an unsent draft follows its campaign, and a sent one is unchanged", async () => {
  const { mediaBuyId } = await desk.draft();
  const flight = { start: desk.campaign.flight.start, end: after(desk.campaign.flight.end, DAY_MS) };
  await desk.inside((ctx) => draftMediaBuys(ctx, { ...desk.campaign, name: "Summer", flight }, []));
  desk.seller.create = silence;
  await submit(mediaBuyId);
  await desk.buyer.put(`/buyer/advertisers/${desk.campaign.advertiserId}`, { brand: "other.com" });
  await desk.inside((ctx) => draftMediaBuys(ctx, { ...desk.campaign, name: "Autumn" }, []));
  await submit(mediaBuyId);
  const [one, other] = desk.seller.created;
  expect(one?.request).toMatchObject({ name: "Summer: Test Seller", flight, buyerRef: mediaBuyId });
  expect(other?.request).toEqual(one?.request);
  expect(other?.call.buyer).toEqual(one?.call.buyer);
  expect(one?.call.buyer).toMatchObject({ brandDomain: "acme.com" });
});

const OUTCOMES: [string, MediaBuyOutcome, object][] = [
  [
    "active",
    { kind: "done", mediaBuy: { mediaBuyId: "s", status: "active", waitingFor: null, packages: [] } },
    { status: "ACTIVE", sellerMediaBuyId: "s", nextCheckAt: new Date("2026-05-05T00:00:00Z") },
  ],
  [
    "pending_start",
    { kind: "done", mediaBuy: { mediaBuyId: "s", status: "pending_start", waitingFor: null, packages: [] } },
    { status: "ACTIVE", sellerStatus: "pending_start" },
  ],
  [
    "pending_creatives",
    { kind: "done", mediaBuy: { mediaBuyId: "s", status: "pending_creatives", waitingFor: null, packages: [] } },
    { status: "INPUT_REQUIRED", waitingOn: "buyer", waitingFor: "creatives" },
  ],
  [
    "submitted",
    { kind: "submitted", taskId: "t", message: "Joe decides" },
    { status: "PENDING_APPROVAL", taskId: "t", waitingOn: "seller", waitingFor: "Joe decides" },
  ],
  [
    "input_required",
    { kind: "input_required", taskId: "t", message: "which format?" },
    { status: "INPUT_REQUIRED", taskId: "t", waitingOn: "buyer", waitingFor: "which format?" },
  ],
  [
    "rejected",
    {
      kind: "rejected",
      errors: [{ code: "POLICY_VIOLATION", message: "no", field: null, recovery: "correctable" }],
    },
    { status: "REJECTED", error: { code: "POLICY_VIOLATION", message: "no" }, nextCheckAt: null },
  ],
];

test.each(OUTCOMES)("a seller's %s becomes the buy's status", async (_, outcome, expected) => {
  const { mediaBuyId } = await desk.draft();
  desk.seller.create = saying(outcome);
  const submission = await submit(mediaBuyId);
  const buy = await desk.read(mediaBuyId);
  expect(buy).toMatchObject({ ...expected, inDoubt: false, leaseUntil: null });
  expect(submission).toMatchObject({
    mediaBuyId,
    salesAgentId: desk.seller.agentId,
    salesAgentName: buy.salesAgentName,
    status: buy.status,
    error: buy.error?.message ?? null,
  });
});

test("sixteen concurrent requests send one buy under one key", async () => {
  const { mediaBuyId } = await desk.draft();
  const submissions = await desk.whileTheSellerWaits(Array.from({ length: 16 }, () => () => submit(mediaBuyId)));
  expect(desk.seller.created).toHaveLength(1);
  expect(desk.seller.ledger.size).toBe(1);
  expect(submissions.filter((one) => one?.status === "ACTIVE")).toHaveLength(1);
  expect(submissions.filter((one) => one?.error?.includes("being sent"))).toHaveLength(15);
  expect(await submit(mediaBuyId)).toMatchObject({ status: "ACTIVE", error: null });
  expect(desk.seller.created).toHaveLength(1);
});

test("a crash after the call is recovered by the job that the claim left behind", async () => {
  const { mediaBuyId } = await desk.draft();
  await desk.dieAfterCalling(submitMediaBuy, { customerId: desk.customerId, mediaBuyId });
  expect(desk.seller.ledger.size).toBe(1);
  expect(await desk.read(mediaBuyId)).toMatchObject({ status: "DRAFT", inDoubt: true, attempts: 1 });
  const [job] = desk.jobs;
  expect(job).toMatchObject({ step: "media-buys.submit", input: { mediaBuyId, attempt: 1 } });
  expect(job?.delayMs).toBeGreaterThan(market.world.host.installation.sellerTimeoutMs);

  market.clock.set(after(NOON, job?.delayMs ?? 0));
  expect(await submit(mediaBuyId, 1)).toMatchObject({ status: "ACTIVE" });
  expect(desk.seller.ledger.size).toBe(1);
  expect(new Set(desk.seller.created.map(({ request }) => request.idempotencyKey)).size).toBe(1);
});

test("an early job is postponed instead of lost", async () => {
  const { mediaBuyId } = await desk.draft();
  await desk.dieAfterCalling(submitMediaBuy, { customerId: desk.customerId, mediaBuyId });
  await submit(mediaBuyId, 1);
  expect(desk.seller.created).toHaveLength(1);
  expect(desk.jobs.map(({ input }) => input.attempt)).toEqual([1, 1]);
});

test("a settlement that comes too late changes nothing", async () => {
  const { mediaBuyId } = await desk.draft();
  desk.seller.create = rejecting;
  const settleLate = await desk.dieAfterCalling(submitMediaBuy, { customerId: desk.customerId, mediaBuyId });
  market.clock.set(after(NOON, 5 * MINUTE_MS));
  desk.seller.create = async (request) => desk.seller.booked(request);
  await submit(mediaBuyId, 1);
  const settled = await desk.read(mediaBuyId);
  expect(settled.status).toBe("ACTIVE");
  expect(await settleLate()).toMatchObject({ status: "ACTIVE" });
  expect(await desk.read(mediaBuyId)).toEqual(settled);
});

test("any answer that the seller holds the buy is recorded, even while another request is in progress", async () => {
  const { mediaBuyId } = await desk.draft();
  const settleLate = await desk.dieAfterCalling(submitMediaBuy, { customerId: desk.customerId, mediaBuyId });
  market.clock.set(after(NOON, 5 * MINUTE_MS));
  desk.seller.create = silence;
  await submit(mediaBuyId, 1);
  expect((await desk.read(mediaBuyId)).status).toBe("DRAFT");
  expect(await settleLate()).toMatchObject({ status: "ACTIVE" });
  expect(await desk.read(mediaBuyId)).toMatchObject({ sellerMediaBuyId: "seller-1", inDoubt: false, error: null });
});

test("an unknown outcome stays a frozen draft with its reason, and converges under the same key", async () => {
  const { mediaBuyId } = await desk.draft();
  desk.seller.create = async (request) => {
    desk.seller.booked(request);
    return silence();
  };
  expect(await submit(mediaBuyId)).toMatchObject({ status: "DRAFT", error: "Test Seller: no answer" });
  const { data } = await desk.buyer.get(`/buyer/media-buys/${mediaBuyId}`);
  expect(data.mediaBuy).toMatchObject({
    status: "DRAFT",
    errorCode: "source_unavailable",
    sellerErrorCode: "UNREACHABLE",
    why: { waitingOn: "platform" },
  });
  desk.seller.create = async (request) => desk.seller.booked(request);
  expect(await submit(mediaBuyId, 1)).toMatchObject({ status: "ACTIVE", error: null });
  expect(await submit(mediaBuyId, 1)).toMatchObject({ status: "ACTIVE" });
  expect(desk.seller.ledger.size).toBe(1);
});

test("a seller that has forgotten the key is not sent a buy that it may hold", async () => {
  const { mediaBuyId } = await desk.draft();
  desk.seller.create = silence;
  await submit(mediaBuyId);
  desk.seller.idempotencyTtlSeconds = 60;
  market.clock.set(after(NOON, 5 * MINUTE_MS));
  expect(await submit(mediaBuyId)).toMatchObject({ status: "DRAFT", error: expect.stringContaining("not sent again") });
  desk.seller.idempotencyTtlSeconds = null;
  await submit(mediaBuyId);
  expect(desk.seller.created).toHaveLength(1);
  const { data } = await desk.buyer.get(`/buyer/media-buys/${mediaBuyId}`);
  expect(data.mediaBuy.why).toMatchObject({ waitingOn: "buyer", nextStep: expect.stringContaining(mediaBuyId) });
});

test("a refusal before the seller looked at the buy does not settle a buy that it may hold", async () => {
  const { mediaBuyId } = await desk.draft();
  desk.seller.create = silence;
  await submit(mediaBuyId);
  desk.seller.create = refusing("AUTH_REQUIRED", "correctable");
  expect(await submit(mediaBuyId)).toMatchObject({ status: "DRAFT" });
  desk.seller.create = rejecting;
  expect(await submit(mediaBuyId)).toMatchObject({ status: "REJECTED", error: "no gambling" });
});

test("a buy that its seller refuses every time fails when the attempts are used up", async () => {
  const { mediaBuyId } = await desk.draft();
  desk.seller.create = refusing("RATE_LIMITED", "transient");
  expect(await submit(mediaBuyId)).toMatchObject({ status: "DRAFT", error: "it is RATE_LIMITED" });
  for (let attempt = 1; attempt < 9; attempt++)
    expect(await submit(mediaBuyId, attempt)).toMatchObject({ status: "DRAFT" });
  expect(await submit(mediaBuyId, 9)).toMatchObject({ status: "FAILED" });
  expect(new Set(desk.seller.created.map(({ request }) => request.idempotencyKey)).size).toBe(1);
});

test("attempts without an answer never fail a buy: it waits to be executed again", async () => {
  const { mediaBuyId } = await desk.draft();
  desk.seller.create = silence;
  await submit(mediaBuyId);
  for (let attempt = 1; attempt < 10; attempt++) await submit(mediaBuyId, attempt);
  await submit(mediaBuyId, 10);
  expect(desk.seller.created).toHaveLength(10);
  expect(await desk.read(mediaBuyId)).toMatchObject({ status: "DRAFT", inDoubt: true });
  desk.seller.create = async (request) => desk.seller.booked(request);
  expect(await submit(mediaBuyId)).toMatchObject({ status: "ACTIVE" });
});

test("a seller that is not accessible to the buyer counts as silent, not as refusing", async () => {
  const salesAgentId = "nobody";
  const [buy] = await desk.inside((ctx) =>
    draftMediaBuys(ctx, desk.campaign, [{ salesAgentId, salesAgentName: "Nobody", storefrontId: null, lines: [LINE] }]),
  );
  expect(await submit(buy?.mediaBuyId ?? "")).toMatchObject({
    status: "DRAFT",
    error: expect.stringContaining("Nobody"),
  });
});

test("another customer's step finds no buy to send", async () => {
  const { mediaBuyId } = await desk.draft();
  const other = await openMediaBuyFixture(market);
  expect(await other.perform(submitMediaBuy, { customerId: other.customerId, mediaBuyId })).toBeUndefined();
  expect(desk.seller.created).toHaveLength(0);
});
