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
    "Includes those that you turned off, and every buyer that has bought from your storefront. policyBypassCount says how often " +
    "a buyer bought something that would have been held: if it grows, review your decision.",
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
    "Applies to media buys only, and not if mediaBuyApproval is auto. It does not admit buyers whom a Block line of your acceptance policy " +
    "refuses. The buyer must have bought from your storefront. It does not decide anything that is already waiting.",
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
