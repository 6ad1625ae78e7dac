import type { Refusal } from "./refusal.ts";

/** What became of a batch of events. */
export interface LoggedBatch {
  readonly received: number;
  readonly written: number;
  readonly refused: readonly RefusedEvent[];
  readonly warnings: readonly string[];
  readonly matchQuality: number | undefined;
}

export interface RefusedEvent extends Refusal {
  readonly eventId: string;
}
