/** Who comes back is there before the line has ended, by this part of its patience: nobody's turn is left to nobody. */
const EARLIER = 0.2;

/** In how many ms somebody comes back, whose turn comes later than its patience lasts. */
export function backInMs(turnInMs: number, patienceMs: number): number {
  return Math.max(turnInMs - patienceMs * EARLIER, 1_000);
}
