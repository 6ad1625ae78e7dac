/** How much is measured: the rounds of every scenario, and how long a round of load lasts. */
export interface Pace {
  readonly quick: boolean;
  readonly rounds: number;
  readonly roundMs: number;
}

export const FULL: Pace = { quick: false, rounds: 5, roundMs: 3_000 };
export const QUICK: Pace = { quick: true, rounds: 3, roundMs: 1_000 };
/** Of each target before its first round: compiled code, warm caches, prepared statements. */
export const WARM_UP_MS = 500;
