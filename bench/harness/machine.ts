import { cpus } from "node:os";

/** The time that the cores have spent since the machine started, for all processes. */
export interface CoreTime {
  readonly busyMs: number;
  readonly allMs: number;
}

export function coreTimeSoFar(): CoreTime {
  const times = cpus().map(({ times: { idle, ...busy } }) => ({
    idle,
    busy: busy.user + busy.nice + busy.sys + busy.irq,
  }));
  const busyMs = times.reduce((sum, { busy }) => sum + busy, 0);
  return { busyMs, allMs: times.reduce((sum, { idle }) => sum + idle, busyMs) };
}

/** The share of the time of all cores that was spent working between the two measurements. */
export function busyBetween(before: CoreTime, after: CoreTime): number {
  return (after.busyMs - before.busyMs) / (after.allMs - before.allMs);
}
