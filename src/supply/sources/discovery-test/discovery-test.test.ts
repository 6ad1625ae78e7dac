import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { type ScriptedSeller, startScriptedSeller } from "../../../../test/seller/scripted-seller.ts";
import { type Caller, INSTALLATION, openWorld, type World } from "../../../../test/world.ts";
import { PROFILES } from "../../simulated/index.ts";

let world: World;
let seller: Caller;
beforeAll(async () => {
  world = await openWorld({ installation: { ...INSTALLATION, sellerTimeoutMs: 280_000 } });
  seller = await world.caller("SELLER");
  await seller.post("/storefront", { name: "Trying", defaultCurrency: "USD" });
});
afterAll(() => world.close());

const SOURCES = "/storefront/inventory-sources";
const tryOut = (sourceId: string, body?: object) => seller.post(`${SOURCES}/${sourceId}/tests/discovery`, body);

async function addAgent(sourceId: string): Promise<ScriptedSeller> {
  const agent = await startScriptedSeller();
  onTestFinished(() => agent.close());
  agent.on("get_products", { payload: { products: [] } });
  const where = { endpointUrl: agent.mcpUrl, protocol: "MCP", authenticationType: "NO_AUTH" };
  await seller.post(SOURCES, { sourceId, name: sourceId, type: "SALES", ...where });
  return agent;
}

test("a source shows at most twenty products for a brief, and nothing is bought", async () => {
  await seller.post(SOURCES, { sourceId: "sim", name: "Sim", executionType: "SIMULATED", simulation: PROFILES.news });
  const { status, data } = await tryOut("sim");
  expect(status).toBe(200);
  expect(data).toMatchObject({
    source: { sourceId: "sim", name: "Sim" },
    operation: "get_products",
    outcome: "passed",
    durationMs: expect.any(Number),
    steps: [
      { key: "reach", status: "completed" },
      { key: "get_products", status: "completed" },
    ],
    run: null,
  });
  expect(data.productCount).toBeGreaterThan(0);
  expect(data.products.length).toBe(Math.min(20, data.productCount));
  expect(data.products[0]).toEqual({ productId: expect.any(String), name: expect.any(String) });
});

test("the brief is sent unchanged, and an answer without products is valid", async () => {
  const agent = await addAgent("empty");
  expect((await tryOut("empty", { brief: "cat videos" })).data).toMatchObject({
    outcome: "empty",
    productCount: 0,
    products: [],
  });
  expect(agent.callsOf("get_products").at(-1)?.input).toMatchObject({ buying_mode: "brief", brief: "cat videos" });
});

test("a refusal fails, and says what was refused", async () => {
  const agent = await addAgent("strict");
  agent.on("get_products", { payload: { adcp_error: { code: "POLICY_VIOLATION", message: "no cats" } }, failed: true });
  expect((await tryOut("strict")).data).toMatchObject({
    outcome: "failed",
    message: expect.stringContaining("no cats"),
    steps: [{ status: "completed" }, { status: "failed", message: expect.stringContaining("no cats") }],
  });
});

test("an agent that does not answer is not reached, which is not an error of the call", async () => {
  const agent = await addAgent("away");
  agent.meetAllWith({ drop: true });
  expect(await tryOut("away")).toMatchObject({
    status: 200,
    data: {
      outcome: "not_reached",
      steps: [{ status: "failed", message: expect.any(String) }, { status: "not_checked" }],
    },
  });
});

test("a missing source is not asked, and a brief has a limited length", async () => {
  expect(await tryOut("nobody")).toMatchObject({ status: 404 });
  expect(await tryOut("sim", { brief: "x".repeat(2_001) })).toMatchObject({ status: 400 });
});
