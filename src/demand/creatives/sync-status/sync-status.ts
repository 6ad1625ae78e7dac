import { z } from "zod";
import type { CreativeOutcome } from "../../../ground/seller-agent/index.ts";

/** What was last sent to a seller for one media buy, as far as it tells where a creative has got to. */
export interface SyncOfBuy {
  readonly mediaBuyId: string;
  readonly salesAgentId: string;
  readonly salesAgentName: string;
  readonly isDone: boolean;
  readonly outcomes: readonly CreativeOutcome[];
  readonly syncedAt: Date | null;
}

export const SyncStatusView = z
  .object({
    synced: z.boolean().describe("Whether every seller that received it has the current version"),
    agent_count: z.int().describe("How many sales agents have it"),
    last_synced_at: z.iso.datetime().optional(),
    refusals: z
      .array(
        z.object({
          media_buy_id: z.string(),
          sales_agent_id: z.string(),
          sales_agent_name: z.string(),
          reason: z.string().describe("As its seller reported it"),
        }),
      )
      .describe("The media buys whose sellers do not show it; change the creative, and it is sent to them again"),
  })
  .meta({ id: "CreativeSyncStatus" });

export function syncStatusOf(creativeId: string, syncs: readonly SyncOfBuy[]): z.input<typeof SyncStatusView> {
  const given = syncs.flatMap((sync) => {
    const outcome = sync.outcomes.find((one) => one.creativeId === creativeId);
    return outcome ? [{ ...sync, isTaken: !isRefused(outcome), message: outcome.message }] : [];
  });
  const taken = given.filter(({ isTaken }) => isTaken);
  const last = taken.flatMap(({ syncedAt }) => syncedAt ?? []).sort((a, b) => b.getTime() - a.getTime())[0];
  return {
    synced: given.length > 0 && given.every(({ isTaken, isDone }) => isTaken && isDone),
    agent_count: new Set(taken.map(({ salesAgentId }) => salesAgentId)).size,
    ...(last && { last_synced_at: last.toISOString() }),
    refusals: given
      .filter(({ isTaken }) => !isTaken)
      .map(({ mediaBuyId, salesAgentId, salesAgentName, message }) => ({
        media_buy_id: mediaBuyId,
        sales_agent_id: salesAgentId,
        sales_agent_name: salesAgentName,
        reason: message ?? "its seller gave no reason",
      })),
  };
}

function isRefused({ outcome, approval }: CreativeOutcome): boolean {
  return outcome === "failed" || approval === "rejected";
}
