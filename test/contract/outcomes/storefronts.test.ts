import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStorefront } from "../../../src/supply/marketplace/market.fixture.ts";
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

type Ask = (seller: Caller) => ReturnType<Caller["get"]>;

const INSTRUCTION = { operatorDomain: null, brandDomain: null, discountPercent: 5, notes: null, countries: null };
const DISCOUNT = { houseDomain: "house.example", scope: "brand", discountPercent: 5, notes: null };

/** Operations that change something behind a storefront; refused if there is none, and if it is archived. */
const CHANGES: readonly [string, Ask][] = [
  ["a change of capabilities", (seller) => seller.patch("/storefront", {})],
  ["a list of publishers", (seller) => seller.put("/storefront/publishers", { publishers: ["pub.example"] })],
  ["one more publisher", (seller) => seller.post("/storefront/publishers", { domain: "pub.example" })],
  ["one publisher less", (seller) => seller.delete("/storefront/publishers/pub.example")],
  ["a check of publishers", (seller) => seller.post("/storefront/publishers/check")],
  ["a new buyer instruction", (seller) => seller.post("/storefront/buyer-instructions", INSTRUCTION)],
  ["a change of a buyer instruction", (seller) => seller.patch("/storefront/buyer-instructions/1", {})],
  ["a buyer instruction less", (seller) => seller.delete("/storefront/buyer-instructions/1")],
  ["a new house discount", (seller) => seller.post("/storefront/house-discounts", DISCOUNT)],
  ["a change of a house discount", (seller) => seller.patch("/storefront/house-discounts/1", {})],
  ["a house discount less", (seller) => seller.delete("/storefront/house-discounts/1")],
  ["another acceptance policy", (seller) => seller.post("/storefront/acceptance-policy/1/activate")],
  ["new product rules", (seller) => seller.post("/storefront/product-rules", { rules: [] })],
  ["other product rules", (seller) => seller.post("/storefront/product-rules/1/activate")],
  ["other operating instructions", (seller) => seller.post("/storefront/operating-instructions/1/activate")],
  ["a storefront that may sell from it", (seller) => seller.post("/storefront/storefront-links/1/approve")],
  ["a storefront that may not", (seller) => seller.post("/storefront/storefront-links/1/reject")],
  ["an examination of its agents", (seller) => seller.post("/storefront/readiness/compliance/refresh")],
  ["a proof of its operator domain", (seller) => seller.post("/storefront/operator-domain/verify")],
];

describe("a seller without a storefront is told so", () => {
  test.each<[string, Ask]>([
    ...CHANGES,
    ["an update", (seller) => seller.put("/storefront", { name: "Mine" })],
    ["its archiving", (seller) => seller.post("/storefront/archive")],
    ["its readiness", (seller) => seller.get("/storefront/readiness")],
    ["its agents' compliance", (seller) => seller.get("/storefront/readiness/compliance")],
    ["a question for products", (seller) => seller.post(`${SOURCES}/main/tests/discovery`)],
    ["a source", (seller) => seller.post(SOURCES, SOURCE)],
    ["its publishers", (seller) => seller.get("/storefront/publishers")],
    ["its buyer instructions", (seller) => seller.get("/storefront/buyer-instructions")],
    ["what holds for a buyer", (seller) => seller.get("/storefront/buyer-instructions/resolve")],
    ["its house discounts", (seller) => seller.get("/storefront/house-discounts")],
    ["its acceptance policies", (seller) => seller.get("/storefront/acceptance-policy")],
    ["its product rules", (seller) => seller.get("/storefront/product-rules")],
    ["what its rules would show", (seller) => seller.post("/storefront/product-rules/preview", {})],
    ["what became of briefs", (seller) => seller.get("/storefront/intelligence-runs")],
    ["its operating instructions", (seller) => seller.get("/storefront/operating-instructions")],
  ])("when it asks for %s", async (_, ask) => {
    expect(await ask(await world.caller("SELLER"))).toMatchObject({ status: 404, error: { code: "NOT_FOUND" } });
  });
});

describe("an archived storefront cannot be changed, nor can its sources:", () => {
  let seller: Caller;
  let agentId: string;
  beforeAll(async () => {
    ({ seller } = await openStorefront(world, await world.caller("OPERATOR")));
    [{ agentId }] = (await seller.get("/storefront/agents")).data.items;
    await seller.post("/storefront/archive");
  });

  test.each<[string, Ask]>([
    ...CHANGES,
    ["a check of a source", () => seller.post(`${SOURCES}/main/check`)],
    ["a source less", () => seller.delete(`${SOURCES}/main`)],
    ["a question for products", () => seller.post(`${SOURCES}/main/tests/discovery`)],
    ["a question to its agent", () => seller.post(`/storefront/agents/${agentId}/capabilities/refresh`)],
  ])("%s is refused", async (_, ask) => {
    expect(await ask(seller)).toMatchObject({
      status: 400,
      error: { code: "INVALID_STATE", message: expect.stringContaining("archived") },
    });
  });
});

test("a missing storefront cannot be hidden", async () => {
  const operator = await world.caller("OPERATOR");
  expect(await operator.post("/operator/storefronts/999999/hide")).toMatchObject({ status: 404 });
});

test("a clock can only be read in a sandbox", async () => {
  const refused = { status: 403, error: { code: "FORBIDDEN" } };
  expect(await (await world.caller("BUYER")).get("/sandbox/clock")).toMatchObject(refused);
});
