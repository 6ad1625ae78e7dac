import { afterAll, beforeAll, expect, test } from "vitest";
import { KeyReused } from "../../../ground/kernel/writing/write.ts";
import { openSellerSide } from "../../orders/index.ts";
import { type Market, openMarket } from "../../orders/shop.fixture.ts";
import type { Caller } from "../caller.ts";
import { acceptedOnce } from "./accepted-once.ts";

let market: Market;
let caller: Caller;
beforeAll(async () => {
  market = await openMarket();
  const { customerId, storefrontId, buyer } = await market.openShop();
  const side = await openSellerSide(market.world.host, customerId, "test");
  caller = { side, storefrontId, principal: `c:${buyer.customerId}` };
});
afterAll(() => market.world.close());

const unexpected = (): Promise<never> => Promise.reject(new Error("it is not to be checked again"));

test("a retry is not checked again, and takes effect as its first attempt was judged", async () => {
  const request = { idempotencyKey: "retried", requestHash: "a" };
  expect(await acceptedOnce(caller, request, async () => ["first"])).toEqual(["first"]);
  expect(await acceptedOnce(caller, request, unexpected)).toEqual(["first"]);
});

test("of two that are checked at once, both take effect as the first was judged", async () => {
  const request = { idempotencyKey: "met", requestHash: "a" };
  const slow = Promise.withResolvers<string>();
  const begun = Promise.withResolvers<void>();
  const second = acceptedOnce(caller, request, () => {
    begun.resolve();
    return slow.promise;
  });
  await begun.promise;
  expect(await acceptedOnce(caller, request, async () => "accepted")).toBe("accepted");
  slow.resolve("refused");
  expect(await second).toBe("accepted");
});

test("a key is for one request, of one principal", async () => {
  const request = { idempotencyKey: "shared", requestHash: "a" };
  await acceptedOnce(caller, request, async () => "mine");
  await expect(acceptedOnce(caller, { ...request, requestHash: "b" }, unexpected)).rejects.toThrow(KeyReused);
  expect(await acceptedOnce({ ...caller, principal: "c:0" }, request, async () => "theirs")).toBe("theirs");
});

test("a check that throws stores nothing, and a request that cannot be recognised is checked each time", async () => {
  const request = { idempotencyKey: "thrown", requestHash: "a" };
  await expect(acceptedOnce(caller, request, unexpected)).rejects.toThrow("checked again");
  expect(await acceptedOnce(caller, request, async () => "later")).toBe("later");
  const unrecognised = { idempotencyKey: "unknown", requestHash: undefined };
  const answers = ["one", "two"].map((answer) => acceptedOnce(caller, unrecognised, async () => answer));
  expect(await Promise.all(answers)).toEqual(["one", "two"]);
});
