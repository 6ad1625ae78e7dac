import { type MediaBuyOutcome, type SellerMediaBuy, SellerRefused } from "../../../ground/seller-agent/index.ts";
import { type Purchase, readPurchases } from "../../../supply/callers/index.ts";
import type { RehearsedTask } from "../../../supply/callers/rehearsals/index.ts";
import type { Told } from "../protocol/envelope.ts";
import type { Visit } from "../visit.ts";
import { toAdcpMediaBuy } from "../words/media-buy.ts";
import { completed } from "./tool.ts";

/** What became of a create or an update. Throws `SellerRefused` for what was rejected. */
export async function toldOf(outcome: MediaBuyOutcome, visit: Visit): Promise<Told> {
  switch (outcome.kind) {
    case "done":
      return completed(toAdcpMediaBuy(await purchaseOf(outcome.mediaBuy, visit), outcome.mediaBuy));
    case "rejected":
      throw new SellerRefused(visit.door.agent.name, outcome.errors);
    // What a source asks for, the storefront's people answer: to the buyer it is not decided yet.
    case "input_required":
    case "submitted": {
      const { taskId, message } = outcome;
      return { status: "submitted", body: { task_id: taskId, ...(message !== null && { message }) } };
    }
  }
}

/** What was settled beforehand for this buy. */
export function toldOfRehearsal({ taskId, message }: RehearsedTask): Told {
  return { status: "submitted", body: { task_id: taskId, ...(message !== null && { message }) } };
}

async function purchaseOf({ mediaBuyId }: SellerMediaBuy, { door }: Visit): Promise<Purchase> {
  const [purchase] = await readPurchases(door.caller, { mediaBuyIds: [mediaBuyId], limit: 1 });
  if (!purchase) throw new Error(`the media buy ${mediaBuyId} was just spoken of, and is not there`);
  return purchase;
}
