import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { silentLog } from "../../src/ground/kernel/log.ts";
import { compose } from "../../src/main/compose.ts";
import { work } from "../../src/main/work.ts";
import type { Orders } from "./orders.ts";
import { partsOf } from "./victims.ts";

/**
 * A working server with instructions on which campaigns to execute and to pause, and where to die: at a named stage, or
 * whenever its parent wants. If it reaches the end alive, its exit code says so.
 */
const orders = JSON.parse(process.env.VICTIM_ORDERS ?? "{}") as Orders;
const interchange = await compose({ ...partsOf(orders, orders.dieAt), log: silentLog });
await work(interchange);

const LONGEST_LIFE_MS = 60_000;

async function ask(campaignId: string, act: "execute" | "pause"): Promise<void> {
  const { statusCode } = await interchange.app.inject({
    method: "POST",
    url: `/api/v2/buyer/campaigns/${campaignId}/${act}`,
    headers: { authorization: `Bearer ${orders.key}`, "idempotency-key": `${act}-${campaignId}` },
  });
  process.stdout.write(`answered ${act} ${campaignId} ${statusCode}\n`);
}

process.stdout.write("ready\n");
await once(process.stdin, "data");
await Promise.all(
  orders.campaignIds.map(async (campaignId) => {
    await ask(campaignId, "execute");
    // What follows the execution by job comes about before the campaign is paused.
    await sleep(2_500);
    await ask(campaignId, "pause");
  }),
);
await sleep(LONGEST_LIFE_MS);
process.exit(3);
