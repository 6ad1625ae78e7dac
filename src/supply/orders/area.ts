import { area } from "../../ground/areas/area.ts";
import { approvalLife } from "./approvals/approval.ts";
import * as deliveredStorefront from "./delivered/storefront-api.ts";
import { legLife } from "./legs/leg.ts";
import { placeLeg } from "./legs/place-leg.ts";
import * as ordersStorefront from "./seller-view/storefront-api.ts";

export const orders = area({
  name: "supply/orders",
  lifecycles: [approvalLife, legLife],
  operations: [ordersStorefront, deliveredStorefront],
  steps: [placeLeg],
});
