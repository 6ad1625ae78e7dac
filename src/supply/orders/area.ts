import { area } from "../../ground/areas/area.ts";
import { after, DAY_MS } from "../../ground/kernel/clock.ts";
import { approvalLife } from "./approvals/approval.ts";
import * as autoApprovalsStorefront from "./approvals/buyers/storefront-api.ts";
import { expiryAgenda } from "./approvals/expiry/agenda.ts";
import { expireApproval } from "./approvals/expiry/expire-approval.ts";
import { notifyDecision } from "./approvals/notify-decision.ts";
import * as approvalsStorefront from "./approvals/storefront-api.ts";
import { approvalsWaiting, oldestApproval } from "./approvals/waiting/waiting-approvals.ts";
import * as ordersByHandStorefront from "./by-hand/storefront-api.ts";
import { changeLeg } from "./changes/change-leg.ts";
import { partLife } from "./changes/change-part.ts";
import { followReport } from "./delivered/follow-report.ts";
import * as deliveredStorefront from "./delivered/storefront-api.ts";
import { holdLife } from "./holds/proposal-hold.ts";
import { deleteHoldsOfAllCustomers } from "./holds/store.ts";
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

/** How long it is known which proposal a media buy was made from. */
const HOLDS_KEPT_DAYS = 90;

export const orders = area({
  name: "supply/orders",
  finders: [orderFinder],
  lifecycles: [approvalLife, legLife, partLife, holdLife, reconciliationLife, foundBuyLife],
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
    notifyDecision,
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
    {
      name: "forget-proposal-holds",
      cron: "23 4 * * *",
      handle: (db, { wall }) => deleteHoldsOfAllCustomers(db, after(wall, -HOLDS_KEPT_DAYS * DAY_MS)),
    },
  ],
  figures: [approvalsWaiting, oldestApproval],
});
