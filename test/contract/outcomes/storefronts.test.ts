import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStall } from "../../../src/supply/marketplace/market.fixture.ts";
import { type Caller, openWorld, type World } from "../../world.ts";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const SOURCES = "/storefront/inventory-sources";
const SOURCE = {
  name: "Agent",
  type: "SALES",
  endpointUrl: "http://127.0.0.1:1/mcp",
  protocol: "MCP",
  authenticationType: "NO_AUTH",
};

describe("a seller without a storefront is told so", () => {
  test.each<[string, (seller: Caller) => ReturnType<Caller["get"]>]>([
    ["by an update", (seller) => seller.put("/storefront", { name: "Mine" })],
    ["by a change of capabilities", (seller) => seller.patch("/storefront", {})],
    ["by its archiving", (seller) => seller.post("/storefront/archive")],
    ["by its readiness", (seller) => seller.get("/storefront/readiness")],
    ["before a source is added", (seller) => seller.post(SOURCES, SOURCE)],
  ])("%s", async (_, ask) => {
    expect(await ask(await world.caller("SELLER"))).toMatchObject({ status: 404, error: { code: "NOT_FOUND" } });
  });
});

test("an archived storefront is changed no more, nor are its sources", async () => {
  const { seller } = await openStall(world, await world.caller("OPERATOR"));
  expect((await seller.post("/storefront/archive")).status).toBe(200);
  const refused = { status: 400, error: { code: "INVALID_STATE", message: expect.stringContaining("archived") } };
  expect(await seller.patch("/storefront", {})).toMatchObject(refused);
  expect(await seller.post(`${SOURCES}/main/check`)).toMatchObject(refused);
  expect(await seller.delete(`${SOURCES}/main`)).toMatchObject(refused);
});

test("a storefront that is not there is not hidden", async () => {
  const operator = await world.caller("OPERATOR");
  expect(await operator.post("/operator/storefronts/999999/hide")).toMatchObject({ status: 404 });
});

test("a clock is read in a sandbox alone", async () => {
  const refused = { status: 403, error: { code: "FORBIDDEN" } };
  expect(await (await world.caller("BUYER")).get("/sandbox/clock")).toMatchObject(refused);
});
