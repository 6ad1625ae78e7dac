import { z } from "zod";
import { numberOf, sum } from "../../../ground/kernel/money.ts";
import { type FoundBuy, isShut, type Reconciliation } from "./reconciliation.ts";

const FoundBuyView = z
  .object({
    sellerMediaBuyId: z.string().describe("The source's own id, or its task's id while there is none"),
    status: z.enum(["OPEN", "TAKEN_IN", "LEFT"]),
    sellerStatus: z.string(),
    isUndecided: z.boolean().describe("Whether the source was still deciding on it when it was asked"),
    currency: z.string().nullable().describe("Null if the source does not say"),
    budget: z.number().nullable().describe("Of all its packages; null if the source does not say"),
    startTime: z.iso.datetime().nullable(),
    endTime: z.iso.datetime().nullable(),
    account: z
      .string()
      .nullable()
      .describe("The buyer's account under which it was found; null for the storefront's own"),
    products: z.array(z.object({ productId: z.string().nullable(), budget: z.number().nullable() })),
    legId: z.string().nullable().describe("The part of an order that it was adopted as"),
  })
  .meta({ id: "FoundMediaBuy" });

export const ReconciliationView = z
  .object({
    sourceId: z.string(),
    sourceName: z.string(),
    status: z.enum(["WAITING", "UNABLE", "COMPARED"]),
    isShut: z.boolean().describe("Whether nothing new is bought from the source until this is settled"),
    restoredTo: z.iso.datetime().describe("The point in time that was restored"),
    comparedAt: z.iso.datetime().nullable(),
    message: z.string().nullable(),
    found: z.array(FoundBuyView),
  })
  .meta({ id: "SourceReconciliation" });

export const SettlePath = z.object({ sourceId: z.string().max(255) });
export const SettleBody = z
  .object({
    leave: z
      .array(z.string().max(255))
      .max(10_000)
      .default([])
      .describe("The ids of the media buys left at the source: every one that is OPEN"),
  })
  .meta({ id: "ReconciliationSettlement" });

export function viewOf(reconciliation: Reconciliation): z.input<typeof ReconciliationView> {
  const { sourceId, sourceName, state, restoredTo, comparedAt, message, found } = reconciliation;
  return {
    sourceId,
    sourceName,
    status: state,
    isShut: isShut(reconciliation),
    restoredTo: restoredTo.toISOString(),
    comparedAt: comparedAt?.toISOString() ?? null,
    message,
    found: found.map(viewOfFound),
  };
}

function viewOfFound({ state, mediaBuy, accountIdentifier, legId }: FoundBuy): z.input<typeof FoundBuyView> {
  const { mediaBuyId, status, currency, start, end, packages, taskId } = mediaBuy;
  const budgets = packages.flatMap(({ budget }) => budget ?? []);
  return {
    sellerMediaBuyId: mediaBuyId,
    status: state,
    sellerStatus: status,
    isUndecided: taskId !== null,
    currency,
    budget: budgets.length < packages.length || budgets.length === 0 ? null : numberOf(sum(budgets)),
    startTime: start?.toISOString() ?? null,
    endTime: end?.toISOString() ?? null,
    account: accountIdentifier,
    products: packages.map(({ productId, budget }) => ({
      productId,
      budget: budget === null ? null : numberOf(budget),
    })),
    legId,
  };
}
