import type { PgBoss } from "pg-boss";

const EVERY_MS = 60_000;
/**
 * A worker that still has a job after an outage settles it within seconds; what is not settled by then counts as
 * abandoned.
 */
export const CALM_MS = 30_000;

export interface Supervisor {
  /** Counts jobs, ends those whose time is over, and sweeps what is done; nothing where the database was away just now. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

/** `calmMs` is for how long the database has not been away. */
export function openSupervisor(
  boss: Pick<PgBoss, "supervise">,
  calmMs: () => number,
  told: (error: unknown) => void,
): Supervisor {
  let looking: Promise<void> | undefined;
  const look = async () => {
    if (calmMs() < CALM_MS || looking) return looking;
    looking = boss
      .supervise()
      .catch(told)
      .finally(() => (looking = undefined));
    return looking;
  };
  const timer = setInterval(() => void look(), EVERY_MS);
  timer.unref();
  return {
    look,
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}
