import type { Caller } from "../caller.ts";
import { type FiredNotification, listFired } from "./attempt-store.ts";

/** The notifications that a caller was sent about its creatives, by creative: the newest first, and at most so many for each. */
export async function readActivity(
  { side, ...caller }: Caller,
  creativeIds: readonly string[],
  most: number,
): Promise<ReadonlyMap<string, readonly FiredNotification[]>> {
  const fired = await side.read(({ db }) => listFired(db, side.customerId, caller, creativeIds, most));
  return Map.groupBy(fired, ({ creativeId }) => creativeId);
}
