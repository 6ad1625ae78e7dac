import { silentLog } from "../../src/ground/kernel/log.ts";
import { compose } from "../../src/main/compose.ts";
import { work } from "../../src/main/work.ts";
import { partsOf, type VictimParts } from "./victims.ts";

export interface Decision extends VictimParts {
  readonly sellerKey: string;
  readonly mediaBuyId: string;
  readonly dieAt: string;
}

/** A server at work whose operator approves a media buy, and which dies at a named stage of what follows. */
const decision = JSON.parse(process.env.VICTIM_ORDERS ?? "{}") as Decision;
const interchange = await compose({ ...partsOf(decision, decision.dieAt), log: silentLog });
await work(interchange);
await interchange.app.inject({
  method: "POST",
  url: `/api/v2/storefront/media-buy-approvals/${decision.mediaBuyId}/decide`,
  headers: { authorization: `Bearer ${decision.sellerKey}`, "content-type": "application/json" },
  payload: JSON.stringify({ status: "approved" }),
});
