import type { Caller } from "../caller.ts";
import { type FiredNotification, listFired } from "./attempt-store.ts";

/** What a caller was sent about some of its creatives, by creative: the newest first, and of each no more than so many. */
export async function readActivity(
  { side, ...caller }: Caller,
  creativeIds: readonly string[],
  most: number,
): Promise<ReadonlyMap<string, readonly FiredNotification[]>> {
  const fired = await side.read(({ db }) => listFired(db, side.customerId, caller, creativeIds, most));
  return Map.groupBy(fired, ({ creativeId }) => creativeId);
}
