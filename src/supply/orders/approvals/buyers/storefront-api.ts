import { Invalid, InvalidState, NotFound } from "../../../../ground/kernel/errors.ts";
import { operation } from "../../../../ground/kernel/operation.ts";
import { getOwnStorefront } from "../../../storefronts/index.ts";
import { AutoApprovalListView, AutoApprovalView, AutoApproveBody, BuyerPath, buyerView, viewOf } from "./schema.ts";
import { setAutoApproval } from "./set-auto-approval.ts";
import { listAutoApprovals, listKnownBuyers } from "./store.ts";

const all = { api: "storefront", path: "/buyer-auto-approvals", tag: "Media buy approvals" } as const;

export const listBuyerAutoApprovals = operation({
  ...all,
  id: "listBuyerAutoApprovals",
  method: "get",
  summary: "List the buyers with automatic approval",
  description:
    "With those that you switched off, and every buyer that has bought at your storefront. policyBypassCount says how often " +
    "one of them bought what would have been held: a count that grows is a reason to look again.",
  access: "read",
  answer: AutoApprovalListView,
  errors: [NotFound],
  async handle(_, ctx) {
    const shop = await getOwnStorefront(ctx);
    const [rows, buyers] = await Promise.all([listAutoApprovals(ctx.db, shop), listKnownBuyers(ctx.db, shop)]);
    const items = rows.map((row) => viewOf(row, shop.customerId));
    return { items, total: items.length, eligibleBuyers: buyers.map(buyerView) };
  },
});

export const setBuyerAutoApprove = operation({
  ...all,
  id: "setBuyerAutoApprove",
  decides: true,
  method: "put",
  path: "/buyer-auto-approvals/{buyerCustomerId}",
  summary: "Turn automatic approval of a buyer's media buys on or off",
  description:
    "For media buys alone, and unless mediaBuyApproval is auto. It does not let in whom a Block line of your acceptance policy " +
    "refuses. The buyer must have bought at your storefront. Nothing that waits for you now is decided by it.",
  access: "write",
  params: BuyerPath,
  refs: { "params.buyerCustomerId": "customer" },
  body: AutoApproveBody,
  answer: AutoApprovalView,
  errors: [Invalid, InvalidState, NotFound],
  audit: { resource: "BUYER_AUTO_APPROVAL" },
  handle: async ({ params, body }, ctx) =>
    viewOf(await setAutoApproval(ctx, { ...params, ...body }), ctx.viewer.customerId),
});
