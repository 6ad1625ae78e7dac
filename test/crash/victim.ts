import { once } from "node:events";
import { silentLog } from "../../src/ground/kernel/log.ts";
import { compose } from "../../src/main/compose.ts";
import type { Orders } from "./orders.ts";
import { partsOf } from "./victims.ts";

/** A server that is told which campaigns to execute and where to die: at a named stage, or whenever its parent likes. */
const orders = JSON.parse(process.env.VICTIM_ORDERS ?? "{}") as Orders;
const { app } = await compose({ ...partsOf(orders, orders.dieAt), log: silentLog });

process.stdout.write("ready\n");
await once(process.stdin, "data");
await Promise.all(
  orders.campaignIds.map(async (campaignId) => {
    const answer = await app.inject({
      method: "POST",
      url: `/api/v2/buyer/campaigns/${campaignId}/execute`,
      headers: { authorization: `Bearer ${orders.key}` },
    });
    process.stdout.write(`answered ${campaignId} ${answer.statusCode}\n`);
  }),
);
process.kill(process.pid, "SIGKILL");
