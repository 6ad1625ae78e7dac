import type { PgBoss } from "pg-boss";

const EVERY_MS = 60_000;
/** After an outage, a worker settles the jobs that it still has within seconds; a job that is not settled by then counts as abandoned. */
export const CALM_MS = 30_000;

export interface Supervisor {
  /** Counts jobs, fails those that have run too long, and deletes finished ones. Does nothing if the database was unavailable until just now. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

/** `calmMs` tells for how long the database has been available without interruption. */
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
