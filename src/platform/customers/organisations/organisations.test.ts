import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../../../test/world.ts";

let world: World;
let operator: Caller;

beforeAll(async () => {
  world = await openWorld();
  operator = await world.caller("OPERATOR");
});
afterAll(() => world.close());

test("an operator finds every organisation by a part of its name, page by page, with its number of members", async () => {
  const buyer = await world.caller("BUYER", { company: "Acorn 50% Media" });
  const seller = await world.caller("SELLER", { company: "Acorn Press", sandbox: true });
  const { data, meta } = await operator.get("/operator/organisations?name=acorn&take=1");
  expect([data.total, meta.pagination?.hasMore]).toEqual([2, true]);
  expect(data.organisations).toMatchObject([
    { customerId: seller.customerId, kind: "SELLER", company: "Acorn Press", sandbox: true, members: 1 },
  ]);
  const second = await operator.get("/operator/organisations?name=acorn&take=1&skip=1");
  expect(second.data.organisations).toMatchObject([{ customerId: buyer.customerId, termsVersion: "2026-01" }]);
  // Characters with a meaning in a pattern have none in a name.
  expect((await operator.get("/operator/organisations?name=50%25%20m")).data.total).toBe(1);
  expect((await operator.get("/operator/organisations?name=acorn&kind=BUYER")).data.total).toBe(1);
});

test("nobody else sees that other organisations exist", async () => {
  const seller = await world.caller("SELLER");
  expect((await seller.get("/operator/organisations")).status).toBe(403);
});
