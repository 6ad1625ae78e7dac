import { once } from "node:events";
import { silentLog } from "../../src/ground/kernel/log.ts";
import { compose } from "../../src/main/compose.ts";
import { work } from "../../src/main/work.ts";
import { partsOf, type Told } from "./victims.ts";

/** A server at work whose operator approves of a media buy, and which dies at a named stage of what follows. */
interface Orders extends Told {
  readonly sellerKey: string;
  readonly orderId: string;
  readonly dieAt: string;
}

const orders = JSON.parse(process.env.VICTIM_ORDERS ?? "{}") as Orders;
const interchange = await compose({
  ...partsOf(orders),
  log: silentLog,
  reached: (work, stage) => {
    if (`${work} ${stage}` === orders.dieAt) process.kill(process.pid, "SIGKILL");
  },
});
process.stdout.write("ready\n");
await once(process.stdin, "data");
await work(interchange);
await interchange.app.inject({
  method: "POST",
  url: `/api/v2/storefront/media-buy-approvals/${orders.orderId}/decide`,
  headers: { authorization: `Bearer ${orders.sellerKey}`, "content-type": "application/json" },
  payload: JSON.stringify({ status: "approved" }),
});
