import { area } from "../../ground/areas/area.ts";
import { approvalLife } from "./approvals/approval.ts";
import * as autoApprovalsStorefront from "./approvals/buyers/storefront-api.ts";
import { expiryAgenda } from "./approvals/expiry/agenda.ts";
import { expireApproval } from "./approvals/expiry/expire-approval.ts";
import * as approvalsStorefront from "./approvals/storefront-api.ts";
import { tellDecision } from "./approvals/tell-decision.ts";
import { approvalsWaiting, oldestApproval } from "./approvals/waiting/waiting-approvals.ts";
import * as ordersByHandStorefront from "./by-hand/storefront-api.ts";
import { changeLeg } from "./changes/change-leg.ts";
import { partLife } from "./changes/change-part.ts";
import { followReport } from "./delivered/follow-report.ts";
import * as deliveredStorefront from "./delivered/storefront-api.ts";
import { legLife } from "./legs/leg-state.ts";
import { placeLeg } from "./legs/place-leg.ts";
import { findKeyHolders, reconcileDue, reconcileSource } from "./reconciliation/reconcile-source.ts";
import { foundBuyLife, reconciliationLife } from "./reconciliation/reconciliation.ts";
import * as reconciliationStorefront from "./reconciliation/storefront-api.ts";
import { orderFinder } from "./search-store.ts";
import * as ordersStorefront from "./seller-view/storefront-api.ts";
import * as stuckOrdersOperator from "./stuck/operator-api.ts";
import { settleForSeller } from "./stuck/settle-for-seller.ts";
import { watchAgenda } from "./watch/agenda.ts";
import { watchOrder } from "./watch/watch-order.ts";

export const orders = area({
  name: "supply/orders",
  finders: [orderFinder],
  lifecycles: [approvalLife, legLife, partLife, reconciliationLife, foundBuyLife],
  operations: [
    ordersStorefront,
    ordersByHandStorefront,
    stuckOrdersOperator,
    deliveredStorefront,
    reconciliationStorefront,
    approvalsStorefront,
    autoApprovalsStorefront,
  ],
  steps: [
    placeLeg,
    changeLeg,
    watchOrder,
    followReport,
    tellDecision,
    expireApproval,
    settleForSeller,
    reconcileDue,
    reconcileSource,
    findKeyHolders,
  ],
  agendas: [watchAgenda, expiryAgenda],
  schedules: [
    {
      name: "reconcile-sources",
      cron: "* * * * *",
      handle: (_, { enqueue }) => enqueue(reconcileDue, { customerId: 0 }, { key: "reconcile-due" }),
    },
  ],
  figures: [approvalsWaiting, oldestApproval],
});
