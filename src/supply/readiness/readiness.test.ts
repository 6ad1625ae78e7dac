import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Caller, openWorld, type Reply, type World } from "../../../test/world.ts";
import { PROFILES } from "../simulated/index.ts";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const SOURCES = "/storefront/inventory-sources";

async function newSeller(home: object = {}): Promise<Caller> {
  const seller = await world.caller("SELLER");
  await seller.post("/storefront", { name: "Ready", ...home });
  return seller;
}

const readiness = async (seller: Caller): Promise<Reply["data"]> => (await seller.get("/storefront/readiness")).data;
const simulated = (sourceId: string, profile = PROFILES.news) => ({
  sourceId,
  name: sourceId,
  executionType: "SIMULATED",
  simulation: profile,
});
const outside = (sourceId: string, change: object = {}) => ({
  sourceId,
  name: sourceId,
  type: "SALES",
  endpointUrl: "http://127.0.0.1:1/mcp",
  protocol: "MCP",
  authenticationType: "NO_AUTH",
  ...change,
});
const checkIn = ({ checks }: Reply["data"], id: string) => checks.find((check: { id: string }) => check.id === id);

describe("a new storefront", () => {
  test("says for every blocker why it blocks, how it affects buyers, and how to resolve it", async () => {
    const found = await readiness(await newSeller());
    expect(found).toMatchObject({ status: "blocked", phase: "crawl", liveness: { state: "setup", remainingSteps: 2 } });
    expect(checkIn(found, "inventory_sources")).toMatchObject({
      requirement: "hard",
      action: "link",
      actionLabel: "Add a source",
      actionUrl: "http://localhost:4000/api/v2/storefront/docs/createInventorySource",
      guidance: { coverage: "complete", stage: "before_source_dispatch", fix: "Add a source (createInventorySource)." },
    });
    expect(checkIn(found, "currency_confirmed")).toMatchObject({ action: "inline_currency" });
    expect(found.availabilityGuidance).toMatchObject({ why: "The storefront is paused." });
  });

  test("the page behind a link exists", async () => {
    const { actionUrl } = checkIn(await readiness(await newSeller()), "inventory_sources");
    const { statusCode } = await world.app.inject({ method: "GET", url: new URL(actionUrl).pathname });
    expect(statusCode).toBe(200);
  });

  test("lacks markets, channels and inventory, and covers no demand", async () => {
    expect((await readiness(await newSeller())).demandCoverage).toMatchObject({
      coveredCombinations: 0,
      missingDimensions: ["market", "channel", "inventory"],
    });
  });
});

test("a check about sources names them, with an id, and says what each of them lacks", async () => {
  const seller = await newSeller({ defaultCurrency: "USD" });
  await seller.post(SOURCES, outside("away"));
  await seller.post(SOURCES, outside("keyed", { authenticationType: "API_KEY" }));
  await seller.post(SOURCES, simulated("news"));
  const found = await readiness(seller);
  expect(checkIn(found, "agent_status").guidance.subjects).toMatchObject([{ name: "away" }, { name: "keyed" }]);
  expect(checkIn(found, "agent_auth")).toMatchObject({
    actionLabel: "Send the credential",
    guidance: { subjects: [{ kind: "inventory_source", id: expect.stringMatching(/^\d+$/), name: "keyed" }] },
  });
  expect(found.diagnoses).toMatchObject([
    {
      diagnosisId: "away:source_unreachable",
      owner: "seller",
      severity: "blocking",
      action: { kind: "recheck", path: "/api/v2/storefront/inventory-sources/away/tests/discovery" },
    },
    { diagnosisId: "keyed:agent_auth_missing", action: { kind: "reconnect" } },
  ]);
});

test("a source shows its state in full", async () => {
  const seller = await newSeller({ defaultCurrency: "USD" });
  await seller.post(SOURCES, simulated("ctv", PROFILES.ctv));
  await seller.post(SOURCES, outside("away"));
  await seller.put(`${SOURCES}/away`, { description: "Ours" });
  const [ctv, away] = (await readiness(seller)).sourceDiagnostics;
  expect(ctv).toMatchObject({
    cardPosture: { state: "connected" },
    productBuilder: { mode: "composition", wholesaleProductCount: null, declaredUnsupportedIngredients: false },
    compliance: null,
    heldBack: false,
    lastActivity: { action: "CREATE", resourceType: "INVENTORY_SOURCE", resourceName: "ctv" },
    health: { status: "healthy", lastErrorCode: null },
    capabilityHealth: { inventory: { status: "healthy" }, reporting: { status: null, observations: [] } },
  });
  expect(away).toMatchObject({
    setupKind: "external_agent",
    cardPosture: { state: "needs_setup", reasonCode: "source_not_active" },
    capabilities: { products: "unknown", wholesaleProducts: "unknown" },
    lastActivity: { action: "UPDATE", description: expect.stringContaining("updateInventorySource") },
    health: { status: "unhealthy", lastErrorCode: "source_unreachable", lastErrorAt: expect.any(String) },
    capabilityHealth: { inventory: { status: "unhealthy", observations: [{ owner: "seller" }] } },
  });
});

test("no credential is included in a source's data", async () => {
  const seller = await newSeller({ defaultCurrency: "USD" });
  const token = "tell-nobody-of-this";
  await seller.post(SOURCES, outside("keyed", { authenticationType: "API_KEY", auth: { type: "api_key", token } }));
  expect(JSON.stringify(await readiness(seller))).not.toContain(token);
});

test("a storefront is open once nothing blocks, and its publishers, markets and phase are returned", async () => {
  const seller = await newSeller({ defaultCurrency: "USD", acceptsAllCountries: true });
  await seller.post(SOURCES, simulated("news"));
  await seller.post("/storefront/publishers", { domain: "daily.example" });
  expect(await readiness(seller)).toMatchObject({ liveness: { reasonCode: "paused_before_live", remainingSteps: 0 } });
  await seller.put("/storefront", { isPaused: false });
  const found = await readiness(seller);
  expect(found).toMatchObject({ effectiveStatus: "live", phase: "walk", liveness: { state: "live", reason: "Live" } });
  expect(found.publisherDomains).toContainEqual(
    expect.objectContaining({ publisherDomain: "daily.example", status: "pending", lastSyncedAt: null }),
  );
  expect(found.availabilityGuidance).toBeUndefined();
  expect(found.demandCoverage.coveredCombinations).toBe(found.demandCoverage.eligibleCombinations);
  await seller.post(SOURCES, simulated("second"));
  expect(await readiness(seller)).toMatchObject({ phase: "run" });
  await seller.post("/storefront/archive");
  expect(await readiness(seller)).toMatchObject({
    availabilityGuidance: { why: "The storefront is archived." },
    liveness: { reasonCode: "archived" },
  });
});

test("an agent that bills through the storefront is named, and blocks nothing", async () => {
  const seller = await newSeller({ defaultCurrency: "USD" });
  await seller.post(SOURCES, simulated("news"));
  const found = await readiness(seller);
  const { supportedBillings } = found.sourceDiagnostics[0].debug;
  const billing = checkIn(found, "billing_setup");
  expect(billing).toMatchObject({ isBlocker: false, requirement: "soft" });
  expect(billing.status).toBe(supportedBillings.includes("agent") ? "partial" : "optional");
  expect(checkIn(found, "settlement_currency_match")).toBeUndefined();
});
