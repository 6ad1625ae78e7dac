import { afterAll, beforeAll, expect, test } from "vitest";
import { SellerUnreachable } from "../../../ground/seller-agent/index.ts";
import { buyOf, type Market, openMarket } from "../shop.fixture.ts";

/** Sources that do not support a paused start, as in AdCP 3.0: what they sell runs immediately. */
let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

async function resolveAgent() {
  const shop = await market.openShop();
  return { shop, agent: await shop.resolveAgent(), changes: () => shop.sellers.map((seller) => seller.changes) };
}

test("a buy that starts paused is paused at every source that lets it run, once", async () => {
  const { shop, agent, changes } = await resolveAgent();
  const request = { ...buyOf(["s0:a", "s1:b"]), paused: true as const };
  expect(await agent.createMediaBuy(request, shop.call())).toMatchObject({ mediaBuy: { status: "paused" } });
  expect(changes()).toMatchObject([[{ paused: true }], [{ paused: true }]]);
  await agent.createMediaBuy(request, shop.call());
  expect(changes().map(({ length }) => length)).toEqual([1, 1]);
  expect(shop.sellers[0]?.response[0]).toMatchObject({ paused: true });
});

test("a package that starts paused is the only one that is paused", async () => {
  const { shop, agent, changes } = await resolveAgent();
  const request = buyOf(["s0:a", "s0:b"]);
  const packages = request.packages.map((part, index) => (index === 0 ? { ...part, paused: true as const } : part));
  const outcome = await agent.createMediaBuy({ ...request, packages }, shop.call());
  expect(outcome).toMatchObject({ mediaBuy: { status: "active", packages: [{ paused: true }, { paused: false }] } });
  expect(changes()[0]).toMatchObject([{ packages: [{ packageId: `${shop.sellers[0]?.agentId}_1_0`, paused: true }] }]);
});

test("a pause whose answer is lost is requested again, under the same key", async () => {
  const { shop, agent, changes } = await resolveAgent();
  const [first] = shop.sellers;
  if (first) first.fates = ["answered", "lost"];
  const request = { ...buyOf(["s0:a"]), paused: true as const };
  await expect(agent.createMediaBuy(request, shop.call())).rejects.toThrow(SellerUnreachable);
  expect(await agent.createMediaBuy(request, shop.call())).toMatchObject({ mediaBuy: { status: "paused" } });
  expect([first?.buys.length, changes()[0]?.length]).toEqual([1, 1]);
});

test("a buy on which its source decides later is paused as soon as it is booked, and stays resumed afterwards", async () => {
  const { shop, agent, changes } = await resolveAgent();
  const [first] = shop.sellers;
  if (first) first.manual = true;
  const outcome = await agent.createMediaBuy({ ...buyOf(["s0:a"]), paused: true }, shop.call());
  const taskId = outcome.kind === "submitted" ? outcome.taskId : "";
  if (first) first.manual = false;
  expect(await agent.getTask(taskId, shop.call())).toMatchObject({ mediaBuy: { status: "paused" } });
  const resume = { idempotencyKey: crypto.randomUUID(), mediaBuyId: taskId, paused: false };
  expect(await agent.updateMediaBuy(resume, shop.call())).toMatchObject({ mediaBuy: { status: "active" } });
  expect(await agent.getMediaBuys({ mediaBuyIds: [taskId] }, shop.call())).toMatchObject([{ status: "active" }]);
  expect(changes()[0]?.map(({ paused }) => paused)).toEqual([true, false]);
});
