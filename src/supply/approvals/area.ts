import { area } from "../../ground/areas/area.ts";
import * as autoApprovalsStorefront from "./buyers/storefront-api.ts";
import { expiryAgenda } from "./expiry/agenda.ts";
import { expireApproval } from "./expiry/expire-approval.ts";
import * as approvalsStorefront from "./storefront-api.ts";
import { tellDecision } from "./tell-decision.ts";

export const approvals = area({
  name: "supply/approvals",
  operations: [approvalsStorefront, autoApprovalsStorefront],
  steps: [tellDecision, expireApproval],
  agendas: [expiryAgenda],
});
