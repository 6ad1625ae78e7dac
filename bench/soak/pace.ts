/** How long a soak lasts, and which disasters happen. The same duration and seed give the same plan. */
export interface Pace {
  readonly minutes: number;
  readonly seed: number;
  readonly kills: number;
  readonly killEveryMs: number;
  readonly databaseRestartEveryMs: number;
  readonly diskFullEveryMs: number;
  readonly clockAdvanceEveryMs: number;
}

const KILLS_AN_HOUR = 500;
const MINUTE_MS = 60_000;

export function paceOf({ SOAK_MINUTES = "60", SOAK_SEED = "20261122" }: NodeJS.ProcessEnv): Pace {
  const [minutes, seed] = [Number(SOAK_MINUTES), Number(SOAK_SEED)];
  if (!(minutes >= 1 && minutes <= 1_440)) throw new Error("SOAK_MINUTES must be a number from 1 to 1440");
  if (!Number.isSafeInteger(seed)) throw new Error("SOAK_SEED must be a whole number");
  const kills = Math.ceil((KILLS_AN_HOUR * minutes) / 60);
  return {
    minutes,
    seed,
    kills,
    killEveryMs: (minutes * MINUTE_MS) / kills,
    databaseRestartEveryMs: 1.2 * MINUTE_MS,
    diskFullEveryMs: 1.6 * MINUTE_MS,
    clockAdvanceEveryMs: MINUTE_MS / 2,
  };
}

/** A small generator of our own (mulberry32), so that a plan can be repeated. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
