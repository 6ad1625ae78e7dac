import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import pg from "pg";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { StepInput } from "../../src/ground/kernel/step.ts";
import { principalOf } from "../../src/ground/seller-agent/principal.ts";
import { openBrandHost } from "../../src/platform/brands/brand-host.fixture.ts";
import { readSearch, registerSearch } from "../../src/supply/callers/searches/index.ts";
import { conformToAdcp, openShop, startSeller } from "../../src/supply/compliance/examined-shop.fixture.ts";
import { avail, ok, openModularFixture, stock } from "../../src/supply/modular/modular.fixture.ts";
import { openSellerSide } from "../../src/supply/orders/index.ts";
import { PROFILES } from "../../src/supply/simulated/index.ts";
import { doJobs, makeEverythingDue } from "../jobs.ts";
import { consented, openGuardedShop, scheduleRecovery, sourceSeenBy } from "../oauth/oauth.fixture.ts";
import { type RunningProvider, startProvider } from "../oauth/provider.ts";
import { INSTALLATION, openWorld, type World } from "../world.ts";
import { IN_THE_BACKGROUND, STAGES } from "./stages.ts";
import { standAndDie } from "./stand-and-die.ts";

/**
 * A worker is killed with -9 at every stage of every dispatch for which no buyer waits. Afterwards another does the
 * rest from the existing jobs and agendas, and the result is as if there had been no crash.
 */
const NOBODY: StepInput = { customerId: 0 };

let world: World;
let provider: RunningProvider;
let host: Awaited<ReturnType<typeof openBrandHost>>;
let admin: pg.Client;

beforeAll(async () => {
  [host, provider] = await Promise.all([openBrandHost(), startProvider()]);
  const { brandJsonUrl, adagentsJsonUrl } = host;
  const compliance = { ...INSTALLATION.compliance, everyDays: 7, gates: [] };
  world = await openWorld({ installation: { ...INSTALLATION, brandJsonUrl, adagentsJsonUrl, compliance } });
  admin = new pg.Client({ connectionString: world.databaseUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await world.close();
  await provider.stop();
});

interface Scenario {
  /** What waits to be done by the victim. */
  readonly input: StepInput;
  /** Where the lease on it is stored. */
  readonly table: string;
  /** Lets the time pass after which its agenda finds it again, if it has one. */
  comeDue?(): Promise<unknown>;
  /** As if there had been no crash. */
  settled(stage: string): Promise<void>;
}

/** The job that was just left for a dispatch, taken as a worker takes it. */
async function takeJob(name: string, customerId: number): Promise<StepInput> {
  const { rows } = await admin.query<{ data: StepInput }>(
    "delete from jobs.job where name = $1 and state = 'created' and (data ->> 'customerId')::bigint = $2 returning data",
    [name, customerId],
  );
  const [job] = rows;
  if (!job) throw new Error(`nobody has left a job of ${name}`);
  return job.data;
}

async function feedToRead(): Promise<Scenario> {
  const server = createServer((_, response) => response.end("id,title\na,Boot\nb,Clog\n")).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the feed's server listens on no port");
  const buyer = await world.caller("BUYER");
  const { id } = ok(await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.example" }));
  const path = `/buyer/advertisers/${id}/catalogs`;
  const url = `http://127.0.0.1:${address.port}/feed.csv`;
  const feed = { catalog_id: "shoes", type: "product", url, feed_format: "google_merchant_center" };
  const { catalogs } = ok(await buyer.post(`${path}/sync`, { account: { account_id: id }, catalogs: [feed] }));
  return {
    input: await takeJob("catalogs.read-feed", buyer.customerId),
    table: "catalogs",
    async settled() {
      const { catalog } = ok(await buyer.get(`${path}/${catalogs[0].platform_id}`));
      expect(catalog).toMatchObject({ itemCount: 2, feedWarning: null });
    },
  };
}

async function publisherToAsk(): Promise<Scenario> {
  const seller = await world.caller("SELLER");
  const { platformId } = ok(await seller.post("/storefront", { name: `Reps ${seller.customerId}` }));
  const domain = `pub-${seller.customerId}.com`;
  const agent = {
    url: `${INSTALLATION.publicUrl}/storefront/${platformId}/mcp`,
    authorized_for: "all",
    authorization_type: "inline_properties",
    properties: [{ property_type: "website", name: "Site", identifiers: [{ type: "domain", value: domain }] }],
  };
  host.serve(`/${domain}/adagents.json`, { authorized_agents: [agent] });
  ok(await seller.post("/storefront/publishers", { domain }));
  const { customerId } = seller;
  return {
    input: { customerId, domain } as StepInput,
    table: "storefront_publishers",
    comeDue: () =>
      admin.query("update storefront_publishers set check_at = now() where customer_id = $1", [customerId]),
    async settled() {
      ok(await seller.post("/storefront/publishers/check"));
      await doJobs(world);
      const { publishers } = ok(await seller.get("/storefront/publishers"));
      expect(publishers).toMatchObject([{ domain, adagentsStatus: "resolved" }]);
    },
  };
}

async function agentToExamine(): Promise<Scenario> {
  const agent = await startSeller();
  conformToAdcp(agent);
  const { seller } = await openShop(world, agent, { beside: false });
  ok(await seller.post("/storefront/readiness/compliance/refresh"));
  return {
    input: await takeJob("compliance.examine", seller.customerId),
    table: "source_compliance",
    async settled() {
      const { compliance } = ok(await seller.get("/storefront/readiness/compliance"));
      expect(compliance).toMatchObject([{ agentUrl: agent.mcpUrl }]);
    },
  };
}

async function consentToRenew(): Promise<Scenario> {
  const shop = await openGuardedShop(world, await world.caller("OPERATOR"), provider);
  const buyer = await world.caller("BUYER");
  await scheduleRecovery(world, await consented(buyer, shop));
  const [{ id }] = ok(await buyer.get("/buyer/storefronts/credentials"));
  const input = { customerId: buyer.customerId, credentialId: Number(id) };
  const comeDue = () =>
    admin.query("update oauth_grants set renew_at = now() where credential_id = $1", [input.credentialId]);
  await comeDue();
  return {
    input,
    table: "oauth_grants",
    comeDue,
    async settled(stage) {
      // A server that rotates refresh tokens treats the old one as stolen: if the new one was lost in a crash,
      // only a new consent helps, and the buyer is notified of that.
      const isLost = stage === "called" || stage === "settling";
      expect({ stage, ...(await sourceSeenBy(buyer, shop)) }).toMatchObject({
        stage,
        connected: !isLost,
        customerAccounts: [isLost ? { status: "PENDING", statusReason: expect.any(String) } : { status: "ACTIVE" }],
      });
    },
  };
}

async function taskToCarryOut(): Promise<Scenario> {
  const desk = await openModularFixture(world);
  await stock(desk, avail("a"));
  const config = { endpointUrl: "https://oms.example", failureRatePercent: 0 };
  ok(await desk.post("/modules", { contractId: "sim-oms:v1", config }));
  ok(await desk.post("/modules/traffic-1/credentials/API_KEY", { auth: { apiKey: "hush-hush-key" } }));
  const buy = { mediaBuyId: "mb-1", buyerCustomerId: 7001, availId: "a" };
  ok(await desk.post("/reservations", { ...buy, requestedImpressions: 100 }));
  ok(await desk.post("/bookings/finalize", { ...buy, creative: { clientCopyMasterRef: "copy" } }));
  const { customerId } = desk.place;
  return {
    input: await takeJob("modular.carry-out", customerId),
    table: "modular_tasks",
    async settled() {
      const { rows } = await admin.query(
        "select stage, state from modular_tasks where customer_id = $1 order by stage",
        [customerId],
      );
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter(({ state }) => state !== "DONE")).toEqual([]);
      const bookings = await admin.query(
        "select status, upstream_order_id from modular_bookings where customer_id = $1",
        [customerId],
      );
      expect(bookings.rows).toEqual([{ status: "BOOKED", upstream_order_id: expect.stringMatching(/^sim-order-/) }]);
      expect(ok(await desk.get("/work-items")).items).toEqual([]);
    },
  };
}

async function searchToComplete(): Promise<Scenario> {
  const buyer = await world.caller("BUYER", { sandbox: true });
  const seller = await world.caller("SELLER");
  const { storefrontId } = ok(await seller.post("/storefront", { name: "Slow", defaultCurrency: "USD" }));
  const simulation = { ...PROFILES.news, approval: { mode: "instant" }, requiresKey: null };
  const source = { sourceId: "news", name: "News", executionType: "SIMULATED", type: "SALES", simulation };
  ok(await seller.post("/storefront/inventory-sources", source));
  ok(await seller.put("/storefront", { isPaused: false, acceptsAllCountries: true }));
  ok(await (await world.caller("OPERATOR")).post(`/operator/storefronts/${storefrontId}/list`));
  const side = await openSellerSide(world.host, seller.customerId, "req_test");
  const caller = { side, storefrontId: Number(storefrontId), principal: principalOf(buyer.customerId) };
  const nobody = { operatorDomain: "agency.example", brandDomain: "acme.example" };
  const identity = { customerId: buyer.customerId, name: "Acme", sandbox: true, ...nobody };
  const request = {
    asked: { filters: {} },
    request: { brief: "news" },
    buyer: identity,
    publisherDomain: "slow.example",
  };
  const search = await registerSearch(caller, { account: null, request });
  return {
    input: await takeJob("adcp.complete-search", seller.customerId),
    table: "product_searches",
    async settled() {
      const found = await readSearch(caller, search?.taskId ?? "");
      expect(found).toMatchObject({ status: "done", result: { products: expect.any(Array) } });
      expect(found?.result?.products).not.toEqual([]);
    },
  };
}

const SCENARIOS: Readonly<Record<string, () => Promise<Scenario>>> = {
  "adcp.complete-search": searchToComplete,
  "catalogs.read-feed": feedToRead,
  "compliance.examine": agentToExamine,
  "modular.carry-out": taskToCarryOut,
  "oauth.renew-grant": consentToRenew,
  "publishers.ask": publisherToAsk,
};

/** Lets the time pass that a survivor would wait: leases end, jobs come due, and agendas find their work. */
async function recover(name: string, scenarios: readonly Scenario[]): Promise<void> {
  for (const { table, input } of scenarios) {
    const end = `update ${table} set lease_until = now() - interval '1 s' where lease_until > now() and customer_id = $1`;
    await admin.query(end, [input.customerId]);
  }
  for (let turn = 0; turn < 3; turn += 1) {
    for (const { comeDue, input } of scenarios) {
      await comeDue?.();
      // A crashed process's job returns to the queue when it has expired, once; an agenda leaves one each time.
      const again =
        "insert into jobs.job (name, data, policy, singleton_key) select $1, $2, policy, $3 from jobs.queue where name = $1";
      if (turn === 0 || comeDue) await admin.query(again, [name, JSON.stringify(input), randomUUID()]);
    }
    // What its recovery job has postponed falls due again.
    await makeEverythingDue(world);
    await doJobs(world);
  }
  for (const { table, input } of scenarios) {
    const held = `select 1 from ${table} where customer_id = $1 and lease_until is not null`;
    expect((await admin.query(held, [input.customerId])).rows).toEqual([]);
  }
}

test("every dispatch that no buyer waits for is killed here", () => {
  expect(Object.keys(SCENARIOS)).toEqual(IN_THE_BACKGROUND.toSorted());
});

test("one worker is killed over all of them, each at each of its stages: another finishes each, and it is done", async () => {
  const left = new Map<string, readonly Scenario[]>();
  for (const [name, open] of Object.entries(SCENARIOS)) {
    const scenarios: Scenario[] = [];
    // One after the other, as each takes the job that it has just left.
    for (const _ of STAGES) scenarios.push(await open());
    left.set(name, scenarios);
  }
  const deaths = [...left].flatMap(([step, scenarios]) =>
    STAGES.map((stage, one) => ({ step, stage, nth: 1, input: scenarios[one]?.input ?? NOBODY })),
  );
  expect(await standAndDie(world, deaths)).toEqual(deaths.map(() => false));
  for (const [name, scenarios] of left) {
    await recover(name, scenarios);
    for (const [one, stage] of STAGES.entries()) await scenarios[one]?.settled(stage);
  }
});
