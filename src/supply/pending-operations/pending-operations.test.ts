import { afterAll, beforeAll, expect, test } from "vitest";
import { expectData } from "../../../test/operations/expect-data.ts";
import { SellerUnreachable } from "../../ground/seller-agent/index.ts";
import { buyOf, type Market, openMarket, type Shop } from "../orders/shop.fixture.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

const pending = async ({ seller }: Shop) => expectData(await seller.get("/storefront/pending-operations"));

async function buy(shop: Shop) {
  return (await shop.resolveAgent()).createMediaBuy(buyOf(["s0:a", "s1:b"]), shop.call());
}

test("groups without entries are absent", async () => {
  const shop = await market.openShop();
  await buy(shop);
  expect(await pending(shop)).toEqual({});
});

test("waiting for the seller, for a source or for an answer is distinguished, each with the id to quote", async () => {
  const shop = await market.openShop();
  const [first, second] = shop.sellers;
  if (!first || !second) throw new Error("the shop has two sources");
  first.manual = true;
  second.fates = ["down"];
  await buy(shop);
  const policy = { content: "Review buyers: all", activate: true };
  expectData(await shop.seller.post("/storefront/acceptance-policy", policy));
  const held = await buy(shop);
  const { mediaBuyId } = (await pending(shop)).approvals.items[0];
  expect(held).toMatchObject({ taskId: mediaBuyId });
  const buyer = { customerId: shop.buyer.customerId, name: "Acme" };
  expect(await pending(shop)).toMatchObject({
    approvals: { count: 1, items: [{ mediaBuyId, kind: "create", buyer }] },
    awaitingSource: { count: 1, items: [{ sourceId: "s0", buyer, taskId: `task_${first.buys[0]?.mediaBuyId}` }] },
    failedForwards: {
      count: 1,
      groups: [
        {
          errorCode: "SERVICE_UNAVAILABLE",
          recovery: "transient",
          action: "retry",
          count: 1,
          items: [{ buyer, terminalized: false, references: { idempotencyKey: second.response[0]?.idempotencyKey } }],
        },
      ],
    },
  });
});

test("a part that a source may have bought and forgotten has to be clarified by its people", async () => {
  const shop = await market.openShop({ sources: 1 });
  const [source] = shop.sellers;
  if (!source) throw new Error("the shop has a source");
  source.fates = ["lost"];
  source.remembersKeys = false;
  const request = buyOf(["s0:a"]);
  const agent = await shop.resolveAgent();
  await expect(agent.createMediaBuy(request, shop.call())).rejects.toThrow(SellerUnreachable);
  await expect(agent.createMediaBuy(request, shop.call())).rejects.toThrow(SellerUnreachable);
  expect(await pending(shop)).toMatchObject({
    failedForwards: { groups: [{ errorCode: "OUTCOME_UNKNOWN", action: "escalate", items: [{ terminalized: true }] }] },
  });
});
