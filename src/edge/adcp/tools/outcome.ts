import { type MediaBuyOutcome, type SellerMediaBuy, SellerRefused } from "../../../ground/seller-agent/index.ts";
import { type Purchase, readPurchases } from "../../../supply/callers/index.ts";
import type { RehearsedTask } from "../../../supply/callers/rehearsals/index.ts";
import type { ToolAnswer } from "../protocol/envelope.ts";
import type { AdcpRequestContext } from "../request-context.ts";
import { toAdcpMediaBuy } from "../words/media-buy.ts";
import { statusAmong } from "./standings.ts";
import { completed } from "./tool.ts";

/** The result of a create or an update. Throws `SellerRefused` if it was rejected. */
export async function answerOfOutcome(
  outcome: MediaBuyOutcome,
  requestContext: AdcpRequestContext,
): Promise<ToolAnswer> {
  switch (outcome.kind) {
    case "done": {
      const { mediaBuy } = outcome;
      const purchase = await purchaseOf(mediaBuy, requestContext);
      return completed(toAdcpMediaBuy(purchase, statusAmong([mediaBuy], purchase) ?? mediaBuy));
    }
    case "rejected":
      throw new SellerRefused(requestContext.resolved.agent.name, outcome.errors);
    // The storefront's people answer a source's question, so for the buyer it has not been decided yet.
    case "input_required":
    case "submitted": {
      const { taskId, message } = outcome;
      return { status: "submitted", body: { task_id: taskId, ...(message !== null && { message }) } };
    }
  }
}

/** The result that was set for this buy in advance. */
export function answerOfRehearsal({ taskId, arm, message }: RehearsedTask): ToolAnswer {
  const said = message !== null && { message };
  // AdCP 3.1, create-media-buy-async-response-input-required.
  if (arm === "input-required") return { status: arm, body: { reason: "APPROVAL_REQUIRED", ...said } };
  return { status: arm, body: { task_id: taskId, ...said } };
}

async function purchaseOf({ mediaBuyId }: SellerMediaBuy, { resolved }: AdcpRequestContext): Promise<Purchase> {
  const [purchase] = await readPurchases(resolved.caller, { mediaBuyIds: [mediaBuyId], limit: 1 });
  if (!purchase) throw new Error(`the media buy ${mediaBuyId} was just processed, and cannot be found`);
  return purchase;
}
