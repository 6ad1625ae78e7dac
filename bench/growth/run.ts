import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { upsertDelivery } from "../../src/demand/delivery/index.ts";
import { startEmbedded } from "../../src/ground/db/embedded/start-embedded.ts";
import { silentLog as log } from "../../src/ground/kernel/log.ts";
import { addOrganisation } from "../../src/main/add-organisation.ts";
import { callInside } from "../../src/main/sandbox/call-inside.ts";
import { readSettings } from "../../src/main/settings.ts";
import { type Started, start } from "../../src/main/start.ts";
import { fillTenants } from "./fill-tenants.ts";
import { pageOf, type Spent } from "./page.ts";
import { serverUsage } from "./server-usage.ts";
import { type Kind, TENANT } from "./shape.ts";

/**
 * `node bin/run.mjs bench/growth/run.ts 1000 10000`: fills a marketplace with so many tenants of one shape, has some hundred of them do
 * what each does in a day, and tells what that costs PostgreSQL, at each size.
 */
const SIZES = process.argv.slice(2).map(Number);
const ACTIVE = 100;
const CALLERS = 8;
const SECONDS = Number(process.env.GROWTH_SECONDS ?? 8);

interface Tenant {
  readonly customerId: number;
  readonly key: string;
}

const folder = await mkdtemp(join(tmpdir(), "interchange-growth-"));
const embedded = await startEmbedded({ folder, log });
const limits = { RATE_LIMIT_PER_IP: "1000000000", RATE_LIMIT_PER_ORGANISATION: "1000000000" };
const started = await start(readSettings({ INTERCHANGE_DATA: folder, INTERCHANGE_SANDBOX: "1", ...limits }), log);
const admin = new pg.Client({ connectionString: embedded.url });
await admin.connect();
async function activeTenants(on: Started): Promise<Tenant[]> {
  const tenants: Tenant[] = [];
  for (let n = 0; n < ACTIVE; n++) {
    const company = `Active ${n}`;
    const who = { kind: "BUYER", company, email: `a${n}@example.org`, role: "ADMIN", sandbox: false } as const;
    const tenant = await addOrganisation(on, who);
    await callInside(on.app, tenant.key, "POST", "/api/v2/accept-tos");
    tenants.push(tenant);
  }
  return tenants;
}

/** Callers who ask one after another, for some seconds, each time for another tenant. */
async function spendOn(kind: Kind, tenants: readonly Tenant[], postmaster: number): Promise<Spent> {
  const turn = { done: 0 };
  const [before, node, began] = [await serverUsage(admin, postmaster), process.cpuUsage(), performance.now()];
  const caller = async () => {
    while (performance.now() - began < SECONDS * 1_000) {
      const at = turn.done++;
      const tenant = tenants[at % tenants.length];
      if (tenant) await WORK[kind](tenant, at);
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  const seconds = (performance.now() - began) / 1_000;
  const { user, system } = process.cpuUsage(node);
  const after = await serverUsage(admin, postmaster);
  return {
    kind,
    perSecond: turn.done / seconds,
    databaseMs: (after.cpuMs - before.cpuMs) / turn.done,
    nodeMs: (user + system) / 1_000 / turn.done,
    logBytes: (after.logBytes - before.logBytes) / turn.done,
  };
}

/** What a report says besides impressions. */
const FIGURES = { clicks: 1, spend: "1.5", views: 1, completedViews: 1, conversions: 1, conversionValue: "0" };

type Work = (tenant: Tenant, turn: number) => Promise<unknown>;

const campaignOf = ({ customerId }: Tenant, turn: number) => `cmp_${customerId}_${1 + (turn % TENANT.campaigns)}`;
const asks =
  (method: "GET" | "PUT", path: (tenant: Tenant, turn: number) => string, body?: (turn: number) => object): Work =>
  (tenant, turn) =>
    callInside(started.app, tenant.key, method, `/api/v2/buyer${path(tenant, turn)}`, body?.(turn));

const WORK: Readonly<Record<Kind, Work>> = {
  "list of campaigns": asks("GET", () => "/campaigns"),
  "one campaign": asks("GET", (tenant, turn) => `/campaigns/${campaignOf(tenant, turn)}`),
  "report of 30 days": asks("GET", () => "/reporting/metrics?days=30"),
  "change of a campaign": asks(
    "PUT",
    (tenant, turn) => `/campaigns/${campaignOf(tenant, turn)}`,
    (turn) => ({ name: `Campaign ${turn}` }),
  ),
  "report of a seller": async ({ customerId }, turn) => {
    const reportedAt = new Date();
    const campaignId = `cmp_${customerId}_${1 + (turn % TENANT.campaigns)}`;
    const mediaBuyId = `mb_${campaignId}_${1 + (turn % TENANT.buysPerCampaign)}`;
    const days = [1, 2, 3].map((ago) => ({
      day: new Date(reportedAt.getTime() - ago * 86_400_000).toISOString().slice(0, 10),
      advertiserId: 1,
      campaignId,
      mediaBuyId,
      packageId: `pkg_${mediaBuyId}`,
      currency: "USD",
      final: false,
      timeZone: "UTC",
      reportedAt,
      impressions: turn,
      ...FIGURES,
    }));
    await started.database.write({ customerId, reach: "tenant" }, (db) => upsertDelivery(db, customerId, days));
  },
};

try {
  const tenants = await activeTenants(started);
  const postmaster = Number((await readFile(join(folder, "postgres", "postmaster.pid"), "utf8")).split("\n")[0]);
  for (const size of SIZES) {
    await fillTenants(admin, size);
    const spent: Spent[] = [];
    for (const kind of Object.keys(TENANT.day) as Kind[]) spent.push(await spendOn(kind, tenants, postmaster));
    const { rows } = await admin.query("select pg_database_size(current_database())::text as bytes");
    console.log(pageOf(size, Number(rows[0]?.bytes), spent));
  }
} finally {
  await admin.end();
  await started.close();
  await embedded.stop();
  await rm(folder, { recursive: true, force: true });
}
