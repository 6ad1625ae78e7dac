import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { silentLog } from "../../src/ground/kernel/log.ts";
import { compose } from "../../src/main/compose.ts";
import { work } from "../../src/main/work.ts";
import type { Orders } from "./orders.ts";
import { openStops, partsOf } from "./victims.ts";

/**
 * A running server with instructions on which campaigns to execute and to pause, where work is to stop, and where to die:
 * at a named stage, or whenever its parent kills it. If it reaches the end alive, its exit code says so.
 */
const orders = JSON.parse(process.env.VICTIM_ORDERS ?? "{}") as Orders;
const { standing, allStand, reached } = openStops(orders);
const interchange = await compose({ ...partsOf(orders, undefined), log: silentLog, reached });
await work(interchange);
const queue = new pg.Client({ connectionString: orders.parts.databaseUrl, options: "-c role=interchange_app" });
await queue.connect();

const LONGEST_LIFE_MS = 60_000;
const LONGEST_WORK_MS = 2_500;
const LOOK_MS = 50;

/** Jobs that the execution enqueued are run before the campaign is paused. */
async function idle(): Promise<void> {
  const until = performance.now() + LONGEST_WORK_MS;
  while (performance.now() < until) {
    await sleep(LOOK_MS);
    const { rowCount } = await queue.query(
      "select 1 from jobs.job where state = 'created' and start_after <= now() limit 1",
    );
    if (rowCount === 0 && interchange.jobs.inFlight() <= standing.size) return;
  }
}

async function ask(campaignId: string, act: "execute" | "pause"): Promise<void> {
  const { statusCode } = await interchange.app.inject({
    method: "POST",
    url: `/api/v2/buyer/campaigns/${campaignId}/${act}`,
    headers: { authorization: `Bearer ${orders.key}`, "idempotency-key": `${act}-${campaignId}` },
  });
  process.stdout.write(`answered ${act} ${campaignId} ${statusCode}\n`);
}

async function executeAndPause(campaignId: string): Promise<void> {
  await ask(campaignId, "execute");
  await idle();
  await ask(campaignId, "pause");
}

process.stdout.write("ready\n");
await once(process.stdin, "data");
const [last = "", ...first] = orders.campaignIds;
for (const campaignId of first) void executeAndPause(campaignId);
while (!allStand()) await sleep(LOOK_MS);
await executeAndPause(last);
await sleep(LONGEST_LIFE_MS);
process.exit(3);
