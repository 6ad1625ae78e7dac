import { expect, test } from "vitest";
import { DatabaseAway } from "../../../ground/db/connection/index.ts";
import { silentLog } from "../../../ground/kernel/log.ts";
import { SellerRefused, SellerUnreachable } from "../../../ground/seller-agent/index.ts";
import { product, proposal, seller } from "../discovery.fixture.ts";
import { askSellers } from "./ask-sellers.ts";

const buyer = { customerId: 1, name: "Acme", operatorDomain: null, brandDomain: "acme.com", sandbox: true };
const call = { buyer, now: new Date("2026-03-01T00:00:00Z"), requestId: "req_test" };
const ask = (...sellers: Parameters<typeof askSellers>[0]) =>
  askSellers(sellers, { call, budgetMs: 300, log: silentLog, requestFor: () => ({}) });

const healthy = seller("Healthy", 1, () => ({ products: [product("a")] }));

test("a seller that hangs, refuses, breaks or overflows costs its own answer and nothing else", async () => {
  const answers = await ask(
    seller("Hung", 2, () => new Promise(() => undefined)),
    seller("Broken", 3, () => {
      throw new TypeError("cannot read properties of undefined");
    }),
    seller("Rubbish", 4, () => ({ products: null }) as never),
    seller("Refusing", 5, () => {
      throw new SellerRefused("Refusing", [{ code: "no", message: "not you", field: null, recovery: "terminal" }]);
    }),
    seller("Away", 6, () => {
      throw new SellerUnreachable("Away", "unauthorized", "401");
    }),
    seller("Endless", 7, () => ({ products: [product("x", { description: "x".repeat(5_000_000) })] })),
    healthy,
  );
  expect(answers.map(({ failed, incomplete, products }) => [failed, incomplete[0]?.reason, products.length])).toEqual([
    [true, "timeout", 0],
    [true, "malformed", 0],
    [true, "malformed", 0],
    [true, "refused", 0],
    [true, "unauthorized", 0],
    [true, "too_large", 0],
    [false, undefined, 1],
  ]);
});

test("where it is our database that is away, nobody has an answer, and no seller is blamed", async () => {
  const local = seller("Local", 2, () => {
    throw new DatabaseAway("unreachable", new Error("ECONNREFUSED"));
  });
  await expect(ask(local, healthy)).rejects.toThrow(DatabaseAway);
});

test("sellers are asked in parallel, so that many slow ones take no longer than one", async () => {
  let asked = 0;
  const { promise: allAsked, resolve } = Promise.withResolvers<void>();
  const slow = Array.from({ length: 20 }, (_, index) =>
    seller(`Slow ${index}`, index, async () => {
      asked += 1;
      if (asked === 20) resolve();
      await allAsked;
      return { products: [product("a")] };
    }),
  );
  expect((await ask(...slow)).every(({ failed }) => !failed)).toBe(true);
});

test("what is done with an answer as it arrives is done before all of them are there", async () => {
  const done: string[] = [];
  const heard = async ({ salesAgentName }: { readonly salesAgentName: string }) => {
    await new Promise((resolve) => setImmediate(resolve));
    done.push(salesAgentName);
  };
  await askSellers([healthy, seller("Other", 2, () => ({}))], {
    call,
    budgetMs: 300,
    log: silentLog,
    requestFor: () => ({}),
    heard,
  });
  expect(done.toSorted()).toEqual(["Healthy", "Other"]);
});

test("a seller gets an earlier deadline than ours", async () => {
  let timeoutMs = 0;
  await ask(
    seller("Curious", 1, (_request, call) => {
      timeoutMs = call.timeoutMs;
      return {};
    }),
  );
  expect(timeoutMs).toBeLessThan(300);
  expect(timeoutMs).toBeGreaterThan(200);
});

test("the products beyond the most that are kept are counted as missing", async () => {
  const many = Array.from({ length: 600 }, (_, index) => product(`p${index}`));
  const [answer] = await ask(seller("Rich", 1, () => ({ products: many })));
  expect(answer?.products).toHaveLength(500);
  expect(answer?.incomplete).toMatchObject([{ reason: "too_large", message: "100 products beyond the first 500" }]);
});

test("of two products with one id the first stands", async () => {
  const [answer] = await ask(
    seller("Twice", 1, () => ({ products: [product("a", { name: "first" }), product("a", { name: "second" })] })),
  );
  expect(answer?.products.map(({ name }) => name)).toEqual(["first"]);
});

test("what a seller says becomes text that the database can keep, and dates stay dates", async () => {
  const expiresAt = new Date("2026-04-01T00:00:00Z");
  const [answer] = await ask(
    seller("Odd", 1, () => ({
      products: [product("a", { name: "nul \0 and half \ud83d" })],
      proposals: [proposal("plan", { a: "100" }, { expiresAt })],
    })),
  );
  expect(answer?.products[0]?.name).toBe("nul  and half \ufffd");
  expect(answer?.proposals[0]?.expiresAt).toEqual(expiresAt);
});
