import { setTimeout as sleep } from "node:timers/promises";
import { silentLog } from "../../src/ground/kernel/log.ts";
import { compose } from "../../src/main/compose.ts";
import { work } from "../../src/main/work.ts";
import { openStops, partsOf, type VictimParts } from "./victims.ts";

export interface Decisions extends VictimParts {
  readonly sellerKey: string;
  /** One for each stage at which work stops, and one at which the server dies. */
  readonly mediaBuyIds: readonly string[];
  readonly stands: readonly string[];
  readonly dieAt: string;
}

/** A running server whose operator approves media buys; the work that follows stops at some named stages, and at the last of them the server dies. */
const orders = JSON.parse(process.env.VICTIM_ORDERS ?? "{}") as Decisions;
let approved = 0;
// The notification of an earlier approval reaches the last stage too, and must not kill the server before the last
// approval is committed: it would stay pending, as it should.
const { allStand, reached } = openStops({ ...orders, mayDie: () => approved === orders.mediaBuyIds.length });
const countApprovals = (work: string, stage: string) => {
  if (work === "decidePendingMediaBuy" && stage === "claimed") approved += 1;
  return reached(work, stage);
};
const interchange = await compose({ ...partsOf(orders, undefined), log: silentLog, reached: countApprovals });
await work(interchange);

const LONGEST_LIFE_MS = 60_000;
const LOOK_MS = 50;

const approve = (mediaBuyId: string) =>
  interchange.app.inject({
    method: "POST",
    url: `/api/v2/storefront/media-buy-approvals/${mediaBuyId}/decide`,
    headers: { authorization: `Bearer ${orders.sellerKey}`, "content-type": "application/json" },
    payload: JSON.stringify({ status: "approved" }),
  });

setTimeout(() => process.exit(3), LONGEST_LIFE_MS);
const [last = "", ...first] = orders.mediaBuyIds;
for (const mediaBuyId of first) void approve(mediaBuyId);
while (!allStand()) await sleep(LOOK_MS);
await approve(last);
