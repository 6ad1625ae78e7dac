import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inTransaction, perform } from "../../../ground/kernel/perform.ts";
import { SellerUnreachable } from "../../../ground/seller-agent/index.ts";
import { auction, fixed, product } from "../../discovery/discovery.fixture.ts";
import { submitMediaBuy } from "../../media-buys/sending/index.ts";
import { type Market, ok, openCampaignFixture, openMarket, Shop } from "../campaigns.fixture.ts";
import { claimExecution } from "./execute-campaign.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

const REFUSED = {
  kind: "rejected",
  errors: [{ code: "POLICY_VIOLATION", message: "not this brand", field: null, recovery: "correctable" }],
} as const;

test("each sales agent gets one media buy with a package for each of its products", async () => {
  const [news, films] = [new Shop("news-a", "news-b"), new Shop("films-a")];
  const desk = await openCampaignFixture(market, news, films);
  const id = await desk.plan(["news-a", "films-a", "news-b"]);
  expect((await desk.execute(id)).data).toEqual({
    campaignId: id,
    previousStatus: "DRAFT",
    newStatus: "ACTIVE",
    success: true,
    mediaBuysExecuted: 2,
    mediaBuyResults: [expect.objectContaining({ outcome: "running" }), expect.objectContaining({ outcome: "running" })],
    runningCount: 2,
    waitingCount: 0,
    failedCount: 0,
  });
  expect(news.created.map(({ request }) => request.packages.map(({ productId }) => productId))).toEqual([
    ["news-a", "news-b"],
  ]);
  const campaign = await desk.read(id);
  expect(campaign).toMatchObject({ status: "ACTIVE", why: null, allocatedBudget: 1000, unallocatedBudget: 0 });
  expect(campaign).not.toHaveProperty("products");
  expect(campaign.mediaBuys.map(({ status }: { status: string }) => status)).toEqual(["ACTIVE", "ACTIVE"]);
});

test("one seller's refusal and another's silence leave the rest bought, and answer 200 with success false", async () => {
  const [good, bad, mute] = [new Shop("good"), new Shop("bad"), new Shop("mute")];
  bad.create = async () => REFUSED;
  mute.create = async () => {
    throw new SellerUnreachable("mute", "timeout", "no answer in time");
  };
  const desk = await openCampaignFixture(market, good, bad, mute);
  const id = await desk.plan(["good", "bad", "mute"]);
  const { status, data } = await desk.execute(id, { debug: true });
  expect({ status, ...data }).toMatchObject({ status: 200, success: false, newStatus: "ACTIVE", mediaBuysExecuted: 1 });
  const failures = new Map(data.errors.map((error: { salesAgentId: string }) => [error.salesAgentId, error]));
  expect(failures.get(bad.agentId)).toMatchObject({
    message: "not this brand",
    debug: { error: { code: "POLICY_VIOLATION" }, request: { packages: [{ productId: "bad", budget: 333.33 }] } },
  });
  expect(failures.get(mute.agentId)).toMatchObject({ message: expect.stringContaining("no answer in time") });
  const { mediaBuys, why } = await desk.read(id);
  expect(mediaBuys.map((buy: { status: string }) => buy.status).sort()).toEqual(["ACTIVE", "DRAFT", "REJECTED"]);
  expect(why).toMatchObject({ waitingOn: "platform", reason: expect.stringContaining("no answer in time") });

  mute.create = async (request) => mute.booked(request);
  bad.create = async (request) => bad.booked(request);
  expect((await desk.execute(id)).data).toMatchObject({
    previousStatus: "ACTIVE",
    success: true,
    mediaBuysExecuted: 2,
  });
  expect([good, bad, mute].map(({ ledger }) => ledger.size)).toEqual([1, 1, 1]);
  expect(new Set(mute.created.map(({ request }) => request.idempotencyKey)).size).toBe(1);
});

test("it is said what runs, what waits for whom, and what failed", async () => {
  const [runs, waits, refuses] = [new Shop("runs"), new Shop("waits"), new Shop("refuses")];
  waits.create = async () => ({ kind: "submitted", taskId: "t1", message: "our sales desk decides" });
  refuses.create = async () => REFUSED;
  const desk = await openCampaignFixture(market, runs, waits, refuses);
  const { data } = await desk.execute(await desk.plan(["runs", "waits", "refuses"]));
  expect(data).toMatchObject({ success: false, runningCount: 1, waitingCount: 1, failedCount: 1 });
  const results = new Map(data.mediaBuyResults.map((one: { salesAgentId: string }) => [one.salesAgentId, one]));
  expect(results.get(runs.agentId)).toMatchObject({
    outcome: "running",
    status: "ACTIVE",
    waitingOn: null,
    reason: null,
  });
  expect(results.get(waits.agentId)).toMatchObject({
    outcome: "waiting",
    status: "PENDING_APPROVAL",
    waitingOn: "seller",
    reason: "our sales desk decides",
  });
  expect(results.get(refuses.agentId)).toMatchObject({
    outcome: "failed",
    status: "REJECTED",
    reason: expect.stringContaining("not this brand"),
  });
});

test("executing again buys what was selected since, and nothing twice", async () => {
  const [first, second] = [new Shop("first", "first-more"), new Shop("second")];
  const desk = await openCampaignFixture(market, first, second);
  const id = await desk.plan([{ productId: "first", budget: 100 }]);
  await desk.execute(id);
  const nothing = { success: true, mediaBuysExecuted: 0, reason: "no_media_buys_to_execute", newStatus: "ACTIVE" };
  expect((await desk.execute(id)).data).toMatchObject(nothing);
  const { discoveryId } = await desk.read(id);
  const products = [
    { productId: "first-more", budget: 200 },
    { productId: "second", budget: 300 },
  ];
  ok(await desk.buyer.post(`/buyer/discovery/${discoveryId}/products`, { products }));
  expect((await desk.execute(id)).data).toMatchObject({ success: true, mediaBuysExecuted: 2 });
  expect((await desk.execute(id)).data).toMatchObject(nothing);
  expect((await desk.read(id)).allocatedBudget).toBe(600);
  const bought = first.created.map(({ request }) => request.packages.map(({ productId }) => productId));
  expect(bought).toEqual([["first"], ["first-more"]]);
});

test("a session attached to a running campaign is bought from by the next execute", async () => {
  const shop = new Shop("early", "late");
  const desk = await openCampaignFixture(market, shop);
  const id = await desk.plan([{ productId: "early", budget: 400 }]);
  await desk.execute(id);
  const discoveryId = await desk.discover([{ productId: "late", budget: 500 }]);
  const { campaign } = ok(await desk.buyer.put(`/buyer/campaigns/${id}`, { discoveryId }));
  expect(campaign).toMatchObject({ status: "ACTIVE", discoveryId });
  expect((await desk.execute(id)).data).toMatchObject({ mediaBuysExecuted: 1, success: true });
  expect((await desk.read(id)).mediaBuys).toHaveLength(2);
});

test("eight concurrent executes make one media buy at each sales agent", async () => {
  const shops = [new Shop("one"), new Shop("two"), new Shop("three")];
  const desk = await openCampaignFixture(market, ...shops);
  const id = await desk.plan(["one", "two", "three"]);
  const replies = await Promise.all(Array.from({ length: 8 }, () => desk.execute(id)));
  expect(replies.map(({ status }) => status)).toEqual(Array(8).fill(200));
  for (const { data } of replies) expect(data).toMatchObject({ newStatus: "ACTIVE", success: true });
  expect(shops.map(({ created }) => created.length)).toEqual([1, 1, 1]);
  const { mediaBuys } = await desk.read(id);
  expect(mediaBuys.map(({ status }: { status: string }) => status)).toEqual(["ACTIVE", "ACTIVE", "ACTIVE"]);
});

test("an execute that finds another sending says so, and fails nothing", async () => {
  const shop = new Shop("slow");
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  const reached = new Promise<void>((resolve) => {
    shop.beforeAnswering = () => {
      resolve();
      return held;
    };
  });
  const desk = await openCampaignFixture(market, shop);
  const id = await desk.plan(["slow"]);
  const first = desk.execute(id);
  await reached;
  const second = (await desk.execute(id)).data;
  expect(second).toMatchObject({ success: true, mediaBuysExecuted: 0, notices: [{ type: "being_sent" }] });
  answer();
  expect((await first).data).toMatchObject({ success: true, mediaBuysExecuted: 1 });
  expect(shop.created).toHaveLength(1);
});

describe("a campaign is not executed", () => {
  const refusal = async (
    shop: Shop,
    wanted: Parameters<Awaited<ReturnType<typeof openCampaignFixture>>["plan"]>[0],
    total = 1000,
  ) => {
    const desk = await openCampaignFixture(market, shop);
    const id = await desk.plan(wanted, { budget: { total } });
    const { status, error } = await desk.execute(id);
    expect((await desk.read(id)).mediaBuys).toEqual([]);
    expect(shop.created).toEqual([]);
    return { status, ...error };
  };

  test("without a product, and the answer says how to select one", async () => {
    const refused = await refusal(new Shop("a"), []);
    expect(refused).toMatchObject({ status: 400, code: "BAD_REQUEST", message: expect.stringContaining("/products") });
  });

  test("where the selections ask for more than the budget", async () => {
    const wanted = [
      { productId: "a", budget: 700 },
      { productId: "b", budget: 300.01 },
    ];
    expect(await refusal(new Shop("a", "b"), wanted)).toMatchObject({
      status: 400,
      code: "BAD_REQUEST",
      details: { budget: "1000", requested: "1000.01", remaining: "-0.01" },
    });
  });

  test("where nothing is left for a product without a budget", async () => {
    const refused = await refusal(new Shop("a", "b"), [{ productId: "a", budget: 1000 }, "b"]);
    expect(refused).toMatchObject({ code: "BAD_REQUEST", details: { remaining: "0", withoutBudget: 1 } });
  });

  test("where a share is below what the seller takes at least", async () => {
    const dear = product("dear", { pricingOptions: [fixed("20", { minSpendPerPackage: "600" })] });
    const refused = await refusal(new Shop(dear, "cheap"), ["dear", "cheap"]);
    expect(refused).toMatchObject({
      code: "BAD_REQUEST",
      message: expect.stringContaining("dear"),
      details: { productId: "dear", budget: "500", minimum: "600" },
    });
  });

  test("when its flight is over", async () => {
    const shop = new Shop("a");
    const desk = await openCampaignFixture(market, shop);
    const id = await desk.plan(["a"]);
    ok(await desk.buyer.post("/sandbox/clock", { to: "2026-05-09T00:00:00.000Z" }));
    const { error } = await desk.execute(id);
    expect(error).toMatchObject({ code: "BAD_REQUEST", message: expect.stringContaining("flightDates.endDate") });
    expect(shop.created).toEqual([]);
  });

  test("with a body that it does not know", async () => {
    const desk = await openCampaignFixture(market, new Shop("a"));
    const id = await desk.plan(["a"]);
    expect(await desk.execute(id, { force: true })).toMatchObject({ status: 400, error: { code: "VALIDATION_ERROR" } });
    expect(await desk.execute(id, {})).toMatchObject({ status: 200, data: { success: true } });
  });
});

test("an auction is bought with the bid of its selection, and a seller that decides later is waited for", async () => {
  const shop = new Shop(product("spot", { pricingOptions: [auction("10")] }));
  shop.create = async () => ({ kind: "submitted", taskId: "task-1", message: "our desk looks at it" });
  const desk = await openCampaignFixture(market, shop);
  const id = await desk.plan([{ productId: "spot", bidPrice: 12.5 }]);
  expect((await desk.execute(id)).data).toMatchObject({ success: true, mediaBuysExecuted: 1 });
  expect(shop.created[0]?.request.packages).toMatchObject([{ bidPrice: "12.5", budget: "1000" }]);
  const { mediaBuys, why } = await desk.read(id);
  expect(mediaBuys).toMatchObject([{ status: "PENDING_APPROVAL" }]);
  expect(why).toMatchObject({ waitingOn: "seller", mediaBuyId: mediaBuys[0].mediaBuyId });
});

test("a crash between the drafts and their sending ends in a submission, and in one only", async () => {
  const shop = new Shop("a");
  const desk = await openCampaignFixture(market, shop);
  const id = await desk.plan(["a"]);
  const { customerId } = desk.buyer;
  const left: Parameters<typeof market.world.host.enqueue>[] = [];
  const host = { ...market.world.host, enqueue: async (...job: (typeof left)[number]) => void left.push(job) };
  const viewer = await host.viewerOf(customerId);
  if (!viewer) throw new Error("the buyer has no viewer");
  await inTransaction(host, viewer, "test", "write", (ctx) => claimExecution(ctx, id));
  expect(await desk.read(id)).toMatchObject({ status: "ACTIVE", mediaBuys: [{ status: "DRAFT" }] });
  const jobs = left.filter(([, { name }]) => name === submitMediaBuy.name).map(([, , input]) => input as never);
  expect(jobs).toHaveLength(1);
  // The job does nothing before the lease of whoever died is over.
  const sql = new pg.Client({ connectionString: market.world.databaseUrl });
  await sql.connect();
  await sql.query("update media_buys set lease_until = '2020-01-01' where campaign_id = $1", [id]);
  await sql.end();
  for (const job of [...jobs, ...jobs]) await perform(submitMediaBuy, job, "test", host);
  expect(shop.created).toHaveLength(1);
  expect((await desk.read(id)).mediaBuys).toMatchObject([{ status: "ACTIVE" }]);
});
