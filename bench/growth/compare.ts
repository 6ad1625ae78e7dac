import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { silentLog as log } from "../../src/ground/kernel/log.ts";
import { callInside } from "../../src/main/sandbox/call-inside.ts";
import { readSettings } from "../../src/main/settings.ts";
import { start } from "../../src/main/start.ts";
import { quantile } from "../harness/statistics.ts";
import { openMarketplace } from "../marketplace/open-marketplace.ts";
import { productsOf } from "../scenarios/agent.ts";
import { fillTenants } from "./fill-tenants.ts";
import { serverUsage } from "./server-usage.ts";
import { TENANT } from "./shape.ts";

/**
 * `node bin/run.mjs bench/growth/compare.ts 200 /data/coordinator /data/worker-1`: what each kind of work costs the PostgreSQL servers with
 * these data folders, which all run on this machine. DATABASE_URL, DATABASE_OWNER_URL and DATABASE_DISTRIBUTED say where they are, as for a
 * server. The database must be empty, and is not cleaned up. Run it once for a single server and once for several to compare the lines.
 */
const [size = "200", ...folders] = process.argv.slice(2);
const CALLS = 24;
const ROUNDS = 3;

const { DATABASE_URL, DATABASE_OWNER_URL, DATABASE_DISTRIBUTED = "off" } = process.env;
if (!DATABASE_URL || !DATABASE_OWNER_URL) throw new Error("DATABASE_URL and DATABASE_OWNER_URL say what is compared");
const folder = await mkdtemp(join(tmpdir(), "interchange-compare-"));
const patience = { DISCOVERY_TIMEOUT_MS: "60000", SELLER_TIMEOUT_MS: "60000" };
const limits = { RATE_LIMIT_PER_IP: "1000000000", RATE_LIMIT_PER_ORGANISATION: "1000000000", ...patience };
const database = { DATABASE_URL, DATABASE_OWNER_URL, DATABASE_DISTRIBUTED };
// Jobs run elsewhere, so that only the calls are counted.
const alone = { INTERCHANGE_DATA: folder, INTERCHANGE_SANDBOX: "1", INTERCHANGE_WORKER: "separate" };
const started = await start(readSettings({ ...alone, ...limits, ...database }), log);
const servers = await Promise.all(folders.map(openServer));
const admin = new pg.Client({ connectionString: DATABASE_OWNER_URL });
await admin.connect();

interface Server {
  readonly client: pg.Client;
  readonly postmaster: number;
}

async function openServer(data: string): Promise<Server> {
  const [pid, , , port] = (await readFile(join(data, "postmaster.pid"), "utf8")).split("\n");
  const client = new pg.Client({
    connectionString: Object.assign(new URL(DATABASE_OWNER_URL ?? ""), { host: `127.0.0.1:${port}` }).href,
  });
  await client.connect();
  return { client, postmaster: Number(pid) };
}

async function usageOfAll() {
  const all = await Promise.all(servers.map(({ client, postmaster }) => serverUsage(client, postmaster)));
  const sum = (of: (one: (typeof all)[number]) => number) => all.reduce((total, one) => total + of(one), 0);
  return { cpuMs: sum(({ cpuMs }) => cpuMs), logBytes: sum(({ logBytes }) => logBytes) };
}

type Work = (turn: number) => Promise<unknown>;

interface Spent {
  readonly databaseMs: number;
  readonly callMs: number;
  readonly nodeMs: number;
  readonly logBytes: number;
}

const middle = (values: readonly number[]) =>
  quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );

/** The calls of one caller, one after the other. */
async function spendOn(work: Work, round: number): Promise<Spent> {
  const took: number[] = [];
  const [before, node] = [await usageOfAll(), process.cpuUsage()];
  for (let turn = 0; turn < CALLS; turn++) {
    const began = performance.now();
    await work(round * CALLS + turn);
    took.push(performance.now() - began);
  }
  const after = await usageOfAll();
  const { user, system } = process.cpuUsage(node);
  return {
    databaseMs: (after.cpuMs - before.cpuMs) / CALLS,
    callMs: middle(took),
    nodeMs: (user + system) / 1_000 / CALLS,
    logBytes: (after.logBytes - before.logBytes) / CALLS,
  };
}

/** All kinds of work take turns, so that other load on the machine affects all of them alike; the first round is not counted. */
async function tell(works: Readonly<Record<string, Work>>): Promise<void> {
  const spent = new Map(Object.keys(works).map((kind) => [kind, new Array<Spent>()]));
  for (let round = 0; round <= ROUNDS; round++)
    for (const [kind, work] of Object.entries(works)) {
      const one = await spendOn(work, round);
      if (round > 0) spent.get(kind)?.push(one);
    }
  console.log("| work | PostgreSQL, CPU ms | call, ms | Node, CPU ms | log, bytes |\n| --- | --- | --- | --- | --- |");
  for (const [kind, rounds] of spent) {
    const figures = (["databaseMs", "callMs", "nodeMs"] as const).map((name) => middle(rounds.map((one) => one[name])));
    const bytes = middle(rounds.map(({ logBytes }) => logBytes));
    console.log(`| ${kind} | ${figures.map((one) => one.toFixed(1)).join(" | ")} | ${bytes.toFixed(0)} |`);
  }
}

try {
  const { buyer, sandboxBuyer, prompt, stall } = await openMarketplace(started);
  await fillTenants(admin, Number(size));
  const campaign = (turn: number) => `cmp_${buyer.customerId}_${1 + (turn % TENANT.campaigns)}`;
  const ask = (method: "GET" | "PUT", path: string, body?: object) =>
    callInside(started.app, buyer.key, method, `/api/v2/buyer${path}`, body);
  const post = (path: string, body: object = {}) =>
    callInside(started.app, sandboxBuyer.key, "POST", `/api/v2/buyer${path}`, body);
  const { advertiserId } = sandboxBuyer;
  const asked = { advertiserId, brief: "Outdoor news", channels: ["display", "olv"], storefrontIds: prompt };
  const discover = () => post("/discovery/discover-products", asked);
  const executable: string[] = [];
  for (let turn = 0; turn < CALLS * (ROUNDS + 1); turn++) executable.push(await plan(discover, post, advertiserId));
  const { path: url, body } = productsOf(stall.platformId, sandboxBuyer.key);
  const headers = { authorization: `Bearer ${sandboxBuyer.key}`, accept: "application/json" };
  await tell({
    "one campaign": (turn) => ask("GET", `/campaigns/${campaign(turn)}`),
    "list of campaigns": () => ask("GET", "/campaigns"),
    "report of 30 days": () => ask("GET", "/reporting/metrics?days=30"),
    "change of a campaign": (turn) => ask("PUT", `/campaigns/${campaign(turn)}`, { name: `Campaign ${turn}` }),
    get_products: async () => {
      const answer = await started.app.inject({ method: "POST", url, headers, payload: body as object });
      if (answer.statusCode !== 200) throw new Error(answer.payload);
    },
    "discovery at three sellers": discover,
    "execute at three sellers": (turn) => post(`/campaigns/${executable[turn]}/execute`),
  });
} finally {
  await Promise.all([admin, ...servers.map(({ client }) => client)].map((client) => client.end()));
  await started.close();
  await rm(folder, { recursive: true, force: true });
}

interface Found {
  readonly groupId: string;
  readonly groupName: string;
  readonly products: readonly { readonly productId: string; readonly salesAgentId: string }[];
}

/** A draft campaign with one product from each of the three publishers. */
async function plan(
  discover: () => Promise<Record<string, unknown>>,
  post: (path: string, body: object) => Promise<Record<string, unknown>>,
  advertiserId: string,
): Promise<string> {
  const { discoveryId, productGroups } = (await discover()) as {
    readonly discoveryId: string;
    readonly productGroups: readonly Found[];
  };
  const products = productGroups.flatMap(({ groupId, groupName, products: offered }) =>
    offered
      .slice(0, 1)
      .map(({ productId, salesAgentId }) => ({ productId, salesAgentId, groupId, groupName, budget: 10_000 })),
  );
  await post(`/discovery/${discoveryId}/products`, { products });
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const { campaign } = await post("/campaigns", {
    advertiserId,
    name: "To be executed",
    flightDates: { startDate: day(1), endDate: day(30) },
    budget: { total: 30_000, currency: "USD" },
    discoveryId,
  });
  return (campaign as { readonly campaignId: string }).campaignId;
}
