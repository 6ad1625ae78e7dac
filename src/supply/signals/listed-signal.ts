import { after, HOUR_MS } from "../../ground/kernel/clock.ts";
import type { Signal } from "../../ground/seller-agent/index.ts";

/** A signal as last listed to the buyer. */
export interface ListedSignal {
  readonly number: number;
  readonly signal: Signal;
  /** When its agent stopped listing it. */
  readonly archivedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** When a storefront was last asked, in wall-clock time. */
export interface SignalQuery {
  readonly salesAgentId: string;
  readonly askedAt: Date;
}

export function isFresh({ askedAt }: SignalQuery, wall: Date): boolean {
  return after(askedAt, HOUR_MS) > wall;
}
