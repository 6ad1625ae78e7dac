/** How much is measured: the number of rounds in every scenario, and how long a round of load lasts. */
export interface Pace {
  readonly quick: boolean;
  readonly rounds: number;
  readonly roundMs: number;
}

export const FULL: Pace = { quick: false, rounds: 5, roundMs: 3_000 };
export const QUICK: Pace = { quick: true, rounds: 3, roundMs: 1_000 };
/** For each target before its first round, so that code is compiled, caches are warm and statements are prepared. */
export const WARM_UP_MS = 500;
