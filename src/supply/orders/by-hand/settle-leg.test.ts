import { afterAll, beforeAll, expect, test } from "vitest";
import { doJobs } from "../../../../test/jobs.ts";
import { expectData } from "../../../../test/operations/expect-data.ts";
import { perform } from "../../../ground/kernel/perform.ts";
import { placeLeg } from "../legs/place-leg.ts";
import { buyOf, type Market, openMarket } from "../shop.fixture.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

/** An order whose only source may have bought, and cannot be asked again. */
async function inDoubt() {
  const shop = await market.openShop({ sources: 1 });
  const [source] = shop.sellers;
  if (!source) throw new Error("the shop has a source");
  source.fates = ["lost"];
  source.remembersKeys = false;
  const request = buyOf(["s0:a"]);
  const agent = await shop.resolveAgent();
  await agent.createMediaBuy(request, shop.call()).catch(() => undefined);
  const { customerId } = shop;
  const [leg] = await market.world.database.read({ customerId, reach: "tenant" }, (db) =>
    db.selectFrom("order_legs").select(["leg_id", "order_id"]).where("customer_id", "=", customerId).execute(),
  );
  if (!leg) throw new Error("the order was not claimed");
  await perform(placeLeg, { customerId, legId: leg.leg_id }, "test", market.world.host);
  const path = `/storefront/media-buys/${leg.order_id}/sources/s0/settle`;
  return {
    shop,
    agent,
    source,
    legId: leg.leg_id,
    orderId: leg.order_id,
    settle: (body: object) => shop.seller.post(path, body),
  };
}

test("a buy that a source's people say they booked is booked, and then follows the source's status", async () => {
  const { shop, agent, source, orderId, settle } = await inDoubt();
  const upstreamMediaBuyId = source.buys[0]?.mediaBuyId;
  expectData(await settle({ outcome: "booked", upstreamMediaBuyId, note: "Joe found it" }));
  await doJobs(market.world);
  expect(await agent.getTask(orderId, shop.call())).toMatchObject({
    kind: "done",
    mediaBuy: { status: "active", packages: [{ budget: "1000" }] },
  });
  expect(source.response).toHaveLength(1);
  expect((await settle({ outcome: "not_booked" })).status).toBe(409);
});

test("a buy that they say they did not book is refused, with their reason", async () => {
  const { shop, agent, orderId, settle } = await inDoubt();
  expectData(await settle({ outcome: "not_booked", note: "it never reached them" }));
  expect(await agent.getTask(orderId, shop.call())).toMatchObject({
    kind: "rejected",
    errors: [{ message: expect.stringContaining("it never reached them") }],
  });
});

test("an operator finds what is stuck at any storefront, and settles it for its seller, who reads how they know", async () => {
  const operator = await market.world.caller("OPERATOR");
  const { shop, agent, orderId, legId } = await inDoubt();
  const stuck = async () => expectData(await operator.get("/operator/stuck-buys?take=250")).stuckBuys;
  const found = (await stuck()).find(({ id }: { id: string }) => id === legId);
  expect(found).toMatchObject({ mediaBuyId: orderId, customerId: shop.customerId, inDoubt: true });
  const path = `/operator/stuck-buys/${legId}`;
  expect((await operator.post(`${path}/retry`)).error).toMatchObject({ code: "CONFLICT" });
  expect((await operator.post(`${path}/settle`, { outcome: "not_booked", note: "no" })).error?.field).toBe("note");
  expect((await shop.seller.post(`${path}/settle`, { outcome: "not_booked", note: "I say so myself" })).status).toBe(
    403,
  );
  const note = "Their trafficker searched by the key and has nothing";
  expect((await operator.post(`${path}/settle`, { outcome: "not_booked", note })).status).toBe(204);
  expect(await agent.getTask(orderId, shop.call())).toMatchObject({ kind: "rejected" });
  expect((await stuck()).map(({ id }: { id: string }) => id)).not.toContain(legId);
  expect((await operator.post(`${path}/settle`, { outcome: "not_booked", note })).status).toBe(404);
  const { logs } = expectData(await shop.seller.get("/audit-logs?take=1"));
  expect(logs[0]).toMatchObject({ operation: "settleStuckBuy", resourceId: orderId, userId: null });
  expect(logs[0].userEmail).toContain("@example.org");
  const { notifications } = expectData(await shop.seller.get("/notifications"));
  expect(JSON.stringify(notifications)).toContain(note);
});

test("a part that is not in doubt, or does not exist, cannot be settled by hand", async () => {
  const shop = await market.openShop({ sources: 1 });
  const outcome = await (await shop.resolveAgent()).createMediaBuy(buyOf(["s0:a"]), shop.call());
  if (outcome.kind !== "done") throw new Error(outcome.kind);
  const path = `/storefront/media-buys/${outcome.mediaBuy.mediaBuyId}/sources`;
  expect((await shop.seller.post(`${path}/s0/settle`, { outcome: "not_booked" })).status).toBe(409);
  expect((await shop.seller.post(`${path}/s9/settle`, { outcome: "not_booked" })).status).toBe(404);
  expect((await shop.seller.post(`${path}/s0/settle`, { outcome: "booked" })).status).toBe(400);
});
