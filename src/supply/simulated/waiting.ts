import type { MediaBuyOutcome } from "../../ground/seller-agent/index.ts";

export function waiting(taskId: string): MediaBuyOutcome {
  return { kind: "submitted", taskId, message: "Our sales team will decide on it." };
}
