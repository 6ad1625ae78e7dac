import type { MediaBuyStatus } from "../../../../ground/seller-agent/index.ts";

/** The statuses that each status may be forced into (AdCP 3.1, media-buy-status). Final statuses never change. */
const NEXT: Readonly<Record<MediaBuyStatus, readonly MediaBuyStatus[]>> = {
  pending_creatives: ["pending_start", "active", "paused", "rejected", "canceled"],
  pending_start: ["active", "paused", "rejected", "canceled"],
  active: ["paused", "completed", "canceled"],
  paused: ["active", "completed", "canceled"],
  completed: [],
  rejected: [],
  canceled: [],
};

export const MEDIA_BUY_STATUSES = Object.keys(NEXT) as readonly MediaBuyStatus[];

export function mayStand(from: MediaBuyStatus, to: MediaBuyStatus): boolean {
  return from === to || NEXT[from].includes(to);
}

export function isOver(status: MediaBuyStatus): boolean {
  return NEXT[status].length === 0;
}

export interface ForcedState {
  readonly mediaBuyId: string;
  readonly status: MediaBuyStatus;
  /** The revision to which the forced status applies; once the buy is changed, its sources' status applies again. */
  readonly revision: number;
}
