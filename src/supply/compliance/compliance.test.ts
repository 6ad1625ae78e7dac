import pg from "pg";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { doJobs } from "../../../test/jobs.ts";
import type { ScriptedSeller } from "../../../test/seller/scripted-seller.ts";
import { INSTALLATION, openWorld, type Reply, type World } from "../../../test/world.ts";
import { DAY_MS } from "../../ground/kernel/clock.ts";
import { perform } from "../../ground/kernel/perform.ts";
import { openBrandHost } from "../../platform/brands/brand-host.fixture.ts";
import {
  conformToAdcp,
  failEveryTrack,
  openShop as openShopIn,
  type Shop,
  SOURCES,
  startSeller,
} from "./examined-shop.fixture.ts";
import { complianceAgenda, examineSource, holdByGatesOfAllCustomers } from "./index.ts";

let world: World;
beforeAll(async () => {
  const compliance = { ...INSTALLATION.compliance, everyDays: 7, gates: ["core"] };
  world = await openWorld({ installation: { ...INSTALLATION, ...PATIENT, compliance } });
});
afterAll(() => world.close());

/** However slow the machine is, nothing here ends because time runs out. */
const PATIENT = { discoveryTimeoutMs: 280_000, sellerTimeoutMs: 280_000 };
const COMPLIANCE = "/storefront/readiness/compliance";

const openShop = (agent: ScriptedSeller, options?: { readonly beside?: boolean }) => openShopIn(world, agent, options);

async function examined({ seller }: Shop): Promise<Reply["data"]> {
  await seller.post(`${COMPLIANCE}/refresh`);
  await doJobs(world);
  return (await seller.get(COMPLIANCE)).data;
}

const diagnostics = async ({ seller }: Shop) => (await seller.get("/storefront/readiness")).data.sourceDiagnostics[0];

/** What a buyer is told about sources of the storefront that show nothing. */
async function gapsFor({ storefrontId }: Shop): Promise<unknown> {
  const buyer = await world.caller("BUYER");
  const { id: advertiserId } = (await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.example" })).data;
  const asked = { advertiserId, storefrontIds: [storefrontId] };
  const { data } = await buyer.post("/buyer/discovery/discover-products", asked);
  return data.incompleteAgents;
}

async function sql(statement: string, ...values: unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: world.databaseUrl });
  await client.connect();
  await client.query(statement, values);
  await client.end();
}

test("an agent is tested on request, and the results are listed by track", async () => {
  const agent = await startSeller();
  conformToAdcp(agent);
  const shop = await openShop(agent);
  expect((await shop.seller.get(COMPLIANCE)).data).toBeNull();
  expect(await shop.seller.post(`${COMPLIANCE}/refresh`)).toMatchObject({ status: 200, data: null });
  const testing = doJobs(world);
  const examining = async () => (await shop.seller.get(COMPLIANCE)).data?.examining;
  const progress = { agentId: expect.any(String), done: expect.any(Number), total: expect.any(Number) };
  await expect.poll(examining, { timeout: 60_000 }).toEqual([progress]);
  await testing;
  const check = (await shop.seller.get(COMPLIANCE)).data;
  expect(check).not.toHaveProperty("examining");
  expect(check).toMatchObject({ id: "agent_connectivity", status: "partial", action: "recheck", isBlocker: false });
  const [{ tracks, ...entry }] = check.compliance;
  expect(entry).toMatchObject({
    agentUrl: agent.mcpUrl,
    passed: false,
    summary: expect.stringContaining("tracks pass"),
  });
  expect(tracks).toContainEqual(expect.objectContaining({ track: "core", status: "pass", label: "Core protocol" }));
  expect(await diagnostics(shop)).toMatchObject({
    compliance: { passed: false, checkedAt: entry.checkedAt, trackCounts: { passing: 1 } },
    heldBack: false,
  });
});

test("only the named agent is tested, and one that no source uses is not found", async () => {
  const agent = await startSeller();
  conformToAdcp(agent);
  const { seller } = await openShop(agent);
  const [news, main] = (await seller.get("/storefront/agents")).data.items.toSorted(
    (a: { name: string }, b: { name: string }) => (a.name < b.name ? 1 : -1),
  );
  await seller.post(`${COMPLIANCE}/refresh`, { agentId: news.agentId });
  await doJobs(world);
  expect((await seller.get(COMPLIANCE)).data).toBeNull();
  await seller.post(`${COMPLIANCE}/refresh`, { agentId: main.agentId });
  await doJobs(world);
  expect((await seller.get(COMPLIANCE)).data.compliance).toMatchObject([{ agentId: main.agentId }]);
  expect(await seller.post(`${COMPLIANCE}/refresh`, { agentId: "agt_nobody" })).toMatchObject({ status: 404 });
});

test("a source whose agent fails a required track is hidden from buyers, who are told; and shown again once it passes", async () => {
  const agent = await startSeller();
  failEveryTrack(agent);
  const shop = await openShop(agent);
  expect(await examined(shop)).toMatchObject({
    status: "partial",
    isBlocker: false,
    details: "held back from buyers: main (nothing passes in core)",
    compliance: [{ passed: false, tracks: expect.arrayContaining([expect.objectContaining({ status: "fail" })]) }],
  });
  expect(await diagnostics(shop)).toMatchObject({ sourceId: "main", heldBack: true, health: { status: "degraded" } });
  agent.calls.length = 0;
  expect(await gapsFor(shop)).toMatchObject([{ cause: "not_active", message: expect.stringContaining("Main") }]);
  expect(agent.callsOf("get_products")).toEqual([]);
  const { notifications } = (await shop.seller.get("/notifications")).data;
  expect(notifications).toContainEqual(expect.objectContaining({ event: "source.held_back", resourceId: "main" }));
  expect((await shop.seller.get("/storefront/readiness")).data).toMatchObject({
    effectiveStatus: "live",
    diagnoses: [{ diagnosisId: "main:source_degraded", severity: "attention" }],
    liveness: { state: "live_attention" },
  });
  conformToAdcp(agent);
  await examined(shop);
  expect(await diagnostics(shop)).toMatchObject({ heldBack: false });
  expect(await gapsFor(shop)).toEqual([]);
});

test("a storefront whose sources are all withheld is blocked, and cannot be opened", async () => {
  const agent = await startSeller();
  conformToAdcp(agent);
  const shop = await openShop(agent, { beside: false });
  const open = () => shop.seller.put("/storefront", { isPaused: false });
  expect(await open()).toMatchObject({ status: 400, error: { message: expect.stringContaining("held back") } });
  await examined(shop);
  expect(await open()).toMatchObject({ status: 200 });
  failEveryTrack(agent);
  expect(await examined(shop)).toMatchObject({ status: "missing", isBlocker: true, requirement: "hard" });
  expect((await shop.seller.get("/storefront/readiness")).data).toMatchObject({
    effectiveStatus: "blocked",
    liveness: { state: "live_critical", reasonCode: "go_live_requirement_regressed" },
  });
  await shop.seller.put("/storefront", { isPaused: true });
  expect(await shop.seller.put("/storefront", { isPaused: false })).toMatchObject({
    status: 400,
    error: { code: "INVALID_STATE", message: expect.stringContaining("held back from buyers: main") },
  });
});

test("an agent that does not answer fails nothing, and its earlier verdict stays", async () => {
  const agent = await startSeller();
  failEveryTrack(agent);
  const shop = await openShop(agent);
  await examined(shop);
  agent.meetAllWith({ drop: true });
  expect(await examined(shop)).toMatchObject({ compliance: [{ tracks: [], error: expect.any(String) }] });
  expect(await diagnostics(shop)).toMatchObject({ heldBack: true });
  agent.meetAllWith(undefined);
  const other = await startSeller();
  conformToAdcp(other);
  await shop.seller.put(`${SOURCES}/main`, { endpointUrl: other.mcpUrl });
  // The new agent has not been graded in any track, and silence grades none.
  expect(await diagnostics(shop)).toMatchObject({ heldBack: true, compliance: null });
  other.meetAllWith({ drop: true });
  await examined(shop);
  expect(await diagnostics(shop)).toMatchObject({ heldBack: true });
  other.meetAllWith(undefined);
  await examined(shop);
  expect(await diagnostics(shop)).toMatchObject({ heldBack: false });
});

test("each agent is tested automatically once per period, one at a time", async () => {
  const agent = await startSeller();
  conformToAdcp(agent);
  const { seller } = await openShop(agent);
  const due = async (days: number) => {
    const wall = new Date(world.host.clock.now().getTime() + days * DAY_MS);
    const all = await world.database.readInstallation((db) => complianceAgenda.dueOfAllCustomers(db, wall, 1_000));
    return all.filter(({ input }) => input.customerId === seller.customerId);
  };
  const [first] = await due(1);
  if (!first) throw new Error("the source is not due");
  await perform(first.step, first.input, "req_test", world.host);
  await Promise.all([1, 2].map(() => perform(examineSource, first.input as never, "req_test", world.host)));
  expect((await seller.get(COMPLIANCE)).data.compliance).toHaveLength(1);
  expect(await due(1)).toEqual([]);
  expect(await due(8)).toHaveLength(1);
});

test("another choice of gates applies from the next start on", async () => {
  const agent = await startSeller();
  failEveryTrack(agent);
  const shop = await openShop(agent);
  await examined(shop);
  const startWith = (gates: string[]) => world.database.writeInstallation((db) => holdByGatesOfAllCustomers(db, gates));
  await startWith([]);
  expect(await diagnostics(shop)).toMatchObject({ heldBack: false });
  await startWith(["core", "media_buy"]);
  expect(await diagnostics(shop)).toMatchObject({ heldBack: true });
});

test("an examination whose process died is continued by the next one", async () => {
  const agent = await startSeller();
  conformToAdcp(agent);
  const shop = await openShop(agent);
  await examined(shop);
  await sql(
    `update source_compliance set lease_until = now() + interval '1 hour', verdict = null where customer_id = $1`,
    shop.seller.customerId,
  );
  expect(await examined(shop)).toBeNull();
  await sql(
    `update source_compliance set lease_until = now() - interval '1 hour' where customer_id = $1`,
    shop.seller.customerId,
  );
  expect(await examined(shop)).toMatchObject({ compliance: [{ agentUrl: agent.mcpUrl }] });
});

test("a source that nobody has graded yet is withheld from buyers, and readiness and a notification say so", async () => {
  const agent = await startSeller();
  conformToAdcp(agent);
  const shop = await openShop(agent);
  expect(await diagnostics(shop)).toMatchObject({ sourceId: "main", heldBack: true, compliance: null });
  const { checks, diagnoses } = (await shop.seller.get("/storefront/readiness")).data;
  expect(checks).toContainEqual(
    expect.objectContaining({
      id: "agent_connectivity",
      status: "partial",
      action: "recheck",
      details: "held back from buyers: main (its agent has not been graded yet)",
    }),
  );
  expect(diagnoses).toMatchObject([{ failureMode: "source_degraded", detail: "its agent has not been graded yet" }]);
  expect(await gapsFor(shop)).toMatchObject([{ cause: "not_active" }]);
  const { notifications } = (await shop.seller.get("/notifications")).data;
  expect(notifications).toContainEqual(
    expect.objectContaining({
      event: "source.held_back",
      message: expect.stringContaining("until its agent has been"),
    }),
  );
  await examined(shop);
  expect(await diagnostics(shop)).toMatchObject({ heldBack: false });
  expect(await gapsFor(shop)).toEqual([]);
});

test("a source with each buyer's own credential is examined with the seller's, and withheld without one", async () => {
  const agent = await startSeller();
  conformToAdcp(agent);
  const shop = await openShop(agent);
  const own = { authenticationType: "API_KEY", status: "ACTIVE" };
  expect(await shop.seller.put(`${SOURCES}/main`, own)).toMatchObject({ data: { requiresCredentials: true } });
  await examined(shop);
  expect(await diagnostics(shop)).toMatchObject({ heldBack: true });
  const { diagnoses } = (await shop.seller.get("/storefront/readiness")).data;
  expect(diagnoses).toMatchObject([{ detail: expect.stringContaining("without a credential") }]);
  const auth = { type: "bearer", token: "the-sellers-own" };
  const given = await shop.seller.put(`${SOURCES}/main`, { auth, buyersBringOwn: true });
  expect(given.data).toMatchObject({ authConfigured: true, requiresCredentials: true, buyersBringOwn: true });
  await examined(shop);
  expect(await diagnostics(shop)).toMatchObject({ heldBack: false });
  expect(agent.calls.at(-1)?.headers.authorization).toBe("Bearer the-sellers-own");
});

test("the registry is asked about an agent, and its grade takes precedence over ours", async () => {
  const host = await openBrandHost();
  const { brandRegistryUrl } = host;
  const installation = { ...INSTALLATION, ...PATIENT, brandRegistryUrl };
  const compliance = { ...INSTALLATION.compliance, gates: ["core"] };
  const other = await openWorld({ installation: { ...installation, compliance } });
  const before = world;
  world = other;
  onTestFinished(() => {
    world = before;
    return other.close();
  });
  const agent = await startSeller();
  conformToAdcp(agent);
  const shop = await openShop(agent);
  const says = (status: string) =>
    host.serve(`/api/registry/agents/${encodeURIComponent(agent.mcpUrl)}/compliance`, {
      agent_url: agent.mcpUrl,
      status,
      headline: "as its members report",
    });
  says("failing");
  await examined(shop);
  expect(await diagnostics(shop)).toMatchObject({ heldBack: true, compliance: { passed: false } });
  expect((await shop.seller.get("/storefront/readiness")).data.diagnoses).toMatchObject([
    { detail: expect.stringContaining("registry says that its agent is failing") },
  ]);
  says("unknown");
  await examined(shop);
  expect(await diagnostics(shop)).toMatchObject({ heldBack: false });
  failEveryTrack(agent);
  says("passing");
  await examined(shop);
  expect(await diagnostics(shop)).toMatchObject({ heldBack: false, compliance: { passed: true } });
});
