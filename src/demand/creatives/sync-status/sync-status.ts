import { z } from "zod";
import type { CreativeOutcome } from "../../../ground/seller-agent/index.ts";

/** What a seller was last given for one media buy, as far as it tells where a creative is. */
export interface SyncOfBuy {
  readonly salesAgentId: string;
  readonly isDone: boolean;
  readonly outcomes: readonly CreativeOutcome[];
  readonly syncedAt: Date | null;
}

export const SyncStatusView = z
  .object({
    synced: z.boolean().describe("Whether every seller that was given it has it as it is now"),
    agent_count: z.int().describe("How many sales agents have it"),
    last_synced_at: z.iso.datetime().optional(),
  })
  .meta({ id: "CreativeSyncStatus" });

export function syncStatusOf(creativeId: string, syncs: readonly SyncOfBuy[]): z.input<typeof SyncStatusView> {
  const given = syncs.flatMap((sync) => {
    const outcome = sync.outcomes.find((one) => one.creativeId === creativeId)?.outcome;
    return outcome ? [{ ...sync, isTaken: outcome !== "failed" }] : [];
  });
  const taken = given.filter(({ isTaken }) => isTaken);
  const last = taken.flatMap(({ syncedAt }) => syncedAt ?? []).sort((a, b) => b.getTime() - a.getTime())[0];
  return {
    synced: given.length > 0 && given.every(({ isTaken, isDone }) => isTaken && isDone),
    agent_count: new Set(taken.map(({ salesAgentId }) => salesAgentId)).size,
    ...(last && { last_synced_at: last.toISOString() }),
  };
}
