import { z } from "zod";
import { instantOf } from "../../../../ground/kernel/clock.ts";
import { integerId } from "../../../../ground/kernel/query.ts";
import type { AutoApproval, KnownBuyer } from "./auto-approval.ts";

export const BuyerPath = z.object({ buyerCustomerId: integerId("buyerCustomerId") });

export const AutoApproveBody = z
  .object({
    enabled: z
      .boolean()
      .describe("true: this buyer's media buys proceed immediately, whatever the acceptance policy says"),
    reason: z.string().max(2000).nullable().optional().describe("The reason; if omitted, it stays as it was"),
  })
  .meta({ id: "BuyerAutoApproveChange" });

export const AutoApprovalView = z
  .object({
    id: z.string(),
    storefrontId: z.string(),
    buyerCustomerId: z.int(),
    buyerName: z.string().nullable().describe("The name that the buyer gave when it last bought"),
    autoApproveEnabled: z.boolean(),
    reason: z.string().nullable(),
    policyBypassCount: z.int().describe("Media buys that would otherwise have been held"),
    lastPolicyBypassAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    createdBy: z.string().nullable(),
    createdByCustomerId: z.int().nullable(),
    updatedByCustomerId: z.int().nullable(),
  })
  .meta({ id: "BuyerAutoApproval" });

export const AutoApprovalListView = z.object({
  items: z.array(AutoApprovalView),
  total: z.int(),
  eligibleBuyers: z
    .array(
      z.object({
        buyerCustomerId: z.int(),
        buyerName: z.string().nullable(),
        mediaBuyCount: z.int(),
        lastMediaBuyAt: z.iso.datetime(),
      }),
    )
    .describe("Every buyer that has bought at your storefront, including those listed above"),
});

export function viewOf(row: AutoApproval, customerId: number): z.input<typeof AutoApprovalView> {
  return {
    id: String(row.autoApprovalId),
    storefrontId: String(row.storefrontId),
    buyerCustomerId: row.buyerCustomerId,
    buyerName: row.buyerName,
    autoApproveEnabled: row.enabled,
    reason: row.reason,
    policyBypassCount: row.policyBypassCount,
    lastPolicyBypassAt: instantOf(row.lastPolicyBypassAt),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    createdBy: row.createdBy === null ? null : String(row.createdBy),
    createdByCustomerId: customerId,
    updatedByCustomerId: customerId,
  };
}

export function buyerView({ lastMediaBuyAt, ...buyer }: KnownBuyer) {
  return { ...buyer, lastMediaBuyAt: lastMediaBuyAt.toISOString() };
}
