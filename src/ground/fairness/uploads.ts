import { RateLimited } from "../kernel/errors.ts";
import type { ReleaseTurn } from "./fair-queue.ts";

/** Uploads are refused rather than queued: a caller that waits with a body holds a connection, and can just as well retry later. */
export interface Uploads {
  readonly atOnce: number;
  /** Throws `RateLimited` if the organisation has reached its limit. */
  begin(customerId: number): ReleaseTurn;
  underWay(customerId: number): number;
}

const COME_BACK_SECONDS = 5;

export function openUploads(atOnce: number): Uploads {
  const underWay = new Map<number, number>();
  const count = (customerId: number) => underWay.get(customerId) ?? 0;
  const move = (customerId: number, by: number) => {
    const next = count(customerId) + by;
    if (next > 0) underWay.set(customerId, next);
    else underWay.delete(customerId);
  };
  return {
    atOnce,
    underWay: count,
    begin(customerId) {
      if (count(customerId) >= atOnce) throw new RateLimited(COME_BACK_SECONDS);
      move(customerId, 1);
      let isOver = false;
      return () => {
        if (!isOver) move(customerId, -1);
        isOver = true;
      };
    },
  };
}
