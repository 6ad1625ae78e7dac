/** A caller comes back this share of its patience before its turn, so that there is always somebody to take the next turn. */
const EARLIER = 0.2;

/** In how many ms a caller should come back if its turn comes later than it can wait. */
export function backInMs(turnInMs: number, patienceMs: number): number {
  return Math.max(turnInMs - patienceMs * EARLIER, 1_000);
}
