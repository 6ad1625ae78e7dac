import { deleteExpiredKeysOfAllCustomers } from "../../src/ground/idempotency/index.ts";
import { schedules } from "../../src/main/areas.ts";
import { callInside } from "../../src/main/sandbox/call-inside.ts";
import { openMarketplace } from "../marketplace/open-marketplace.ts";
import { fillLogs, type Owners } from "./fill-logs.ts";
import { type DeletionRun, logsPageOf } from "./logs-page.ts";
import { type Market, openMarket } from "./open-market.ts";
import { type Spent, spendOn } from "./spend.ts";
import { openTenants } from "./tenants.ts";
import { worksOf } from "./work.ts";

/**
 * `node bin/run.mjs bench/growth/run-logs.ts 2000000 20000000`: fills every log with this many rows of a thousand organisations, and
 * reports what it costs PostgreSQL at each size to write to the logs, to read them, and to delete old rows.
 */
const SIZES = process.argv.slice(2).map(Number);
const DAY_MS = 86_400_000;
const YEAR = "365";

/** After how many days rows are old, by the name of the job that deletes them. */
const FORGETTING = { "forget-intelligence-runs": 8, "forget-requests": 1, "forget-events": 1 } as const;
const KEYS_OLD_AFTER_MS = 3_600_000;

const market = await openMarket({ INTELLIGENCE_RETENTION_DAYS: YEAR, EVENT_RETENTION_DAYS: YEAR });
try {
  const { works, owners } = await openOwners(market);
  for (const size of SIZES) {
    await fillLogs(market.admin, owners, size);
    const spent: Spent[] = [];
    for (const [kind, work] of Object.entries(works))
      spent.push(await spendOn(market, kind, (turn) => work(size * 1_000_000 + turn)));
    console.log(logsPageOf(size, spent, await deleteOld(market)));
  }
} finally {
  await market.close();
}

type Work = (turn: number) => Promise<unknown>;

/** A seller that reads the logs, and a buyer that adds to them. */
async function openOwners({ started }: Market): Promise<{ works: Readonly<Record<string, Work>>; owners: Owners }> {
  const marketplace = await openMarketplace(started);
  const { seller, id: storefrontId } = marketplace.stall;
  const [buyer] = await openTenants(started, 1);
  if (!buyer) throw new Error("there is no buyer");
  const { get_products: ask, "ten events": tell } = worksOf(started, marketplace);
  // Creates the first run, from which the filled ones are copied.
  await ask(buyer, 0);
  const look = (path: string) => () => callInside(started.app, seller.key, "GET", `/api/v2${path}`);
  const works = {
    "a run is recorded": (turn: number) => ask(buyer, turn),
    "newest runs": look("/storefront/intelligence-runs?take=20"),
    "newest requests": look("/requests?take=20"),
    "newest audit entries": look("/audit-logs?take=20"),
    "newest audit entries of a resource": look("/audit-logs?take=20&resourceId=cmp_0"),
    "ten events are logged": (turn: number) => tell(buyer, turn),
    "an audited write with an idempotency key": (turn: number) => writeWithKey(started, seller.key, turn),
  };
  const advertiserId = Number(buyer.advertiserId);
  return { works, owners: { buyer: buyer.customerId, advertiserId, seller: seller.customerId, storefrontId } };
}

async function writeWithKey({ app }: Market["started"], key: string, turn: number): Promise<void> {
  const headers = { authorization: `Bearer ${key}`, "idempotency-key": `growth-of-logs-${turn}` };
  const payload = { description: `Described for the ${turn}th time` };
  const answer = await app.inject({ method: "PUT", url: "/api/v2/storefront", headers, payload });
  if (answer.statusCode !== 200) throw new Error(answer.body);
}

/** Deletes each kind of old rows once, with the schedule that does this in production. */
async function deleteOld({ started }: Market): Promise<DeletionRun[]> {
  const { host, database, jobs } = started;
  const done: DeletionRun[] = [];
  for (const { name, handle } of schedules) {
    if (!(name in FORGETTING)) continue;
    const wall = new Date(Date.now() + FORGETTING[name as keyof typeof FORGETTING] * DAY_MS);
    const { installation, random } = host;
    const run = () =>
      database.writeInstallation((db) =>
        handle(db, {
          wall,
          installation,
          random,
          enqueue: (step, input, options) => jobs.enqueue(db, step, input, options),
        }),
      );
    done.push(await timed(name, run));
  }
  const later = new Date(Date.now() + KEYS_OLD_AFTER_MS);
  const keys = () => database.writeInstallation((db) => deleteExpiredKeysOfAllCustomers(db, later));
  return [...done, await timed("forget-idempotency-keys", keys)];
}

async function timed(name: string, work: () => Promise<unknown>): Promise<DeletionRun> {
  const began = performance.now();
  const error = await work().then(
    () => undefined,
    (refused: Error) => refused.message,
  );
  return { name, ms: performance.now() - began, error };
}
