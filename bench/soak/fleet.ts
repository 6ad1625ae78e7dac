import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Server, startServer } from "../harness/installation.ts";
import { seeded } from "./pace.ts";

/** Servers on one database and one folder: one that is left alone, and others that are killed and started again. */
export interface Fleet {
  readonly steady: Server;
  /** Where there is an answer to be had, as far as is known. */
  origins(): readonly string[];
  /** Kills with -9 the one that has answered for longest, as soon as one does; now and then one that only starts. */
  kill(): Promise<void>;
  readonly fates: Fates;
  stop(): Promise<void>;
}

export interface Fates {
  killed: number;
  killedWhileStarting: number;
  started: number;
  /** Servers that ended without being killed: there should be none. */
  readonly died: string[];
  clockJumps: number;
}

interface Victim {
  server: Server | undefined;
  child: { kill(signal: "SIGKILL"): boolean; readonly pid?: number | undefined } | undefined;
  startedAt: number;
}

const CLOCK = join(import.meta.dirname, "jumping-clock.ts");
const VICTIMS = 2;
const LARGEST_JUMP_MS = 5 * 60_000;
const RETRY_MS = 250;
/** Of ten kills one may meet a server that does not answer yet, and any may where none comes to answer. */
const SHARE_OF_STARTING = 0.1;
const LATE_MS = 60_000;

export async function openFleet(
  dataFolder: string,
  env: Readonly<Record<string, string>>,
  seed: number,
): Promise<Fleet> {
  const random = seeded(seed);
  const fates: Fates = { killed: 0, killedWhileStarting: 0, started: 0, died: [], clockJumps: 0 };
  const steady = await startServer({ dataFolder, env, nodeFlags: ["--expose-gc"] });
  const victims: Victim[] = Array.from({ length: VICTIMS }, () => ({
    server: undefined,
    child: undefined,
    startedAt: 0,
  }));
  let isOver = false;

  const jumps = () => {
    fates.clockJumps += 2;
    const jump = () => Math.round((random() * 2 - 1) * LARGEST_JUMP_MS);
    return `0:${jump()},${Math.round(1_000 + random() * 6_000)}:${jump()}`;
  };
  const live = async (victim: Victim) => {
    victim.startedAt = performance.now();
    const options = { dataFolder, env: { ...env, SOAK_CLOCK_JUMPS: jumps() }, nodeFlags: [`--import=${CLOCK}`] };
    fates.started += 1;
    const server = await startServer({ ...options, begun: (child) => void (victim.child = child.process) });
    victim.server = server;
    const { process: child } = server;
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    if (!isOver && child.signalCode !== "SIGKILL") fates.died.push(server.lastWords());
  };
  const keepAlive = async (victim: Victim) => {
    while (!isOver) {
      // One that was killed while it started is an error of its start, and one without a database tries again.
      await live(victim).catch(() => sleep(isOver ? 0 : RETRY_MS));
      // One that was not ready in time must not go on beside its successor.
      victim.child?.kill("SIGKILL");
      victim.server = undefined;
      victim.child = undefined;
    }
  };
  const lives = victims.map(keepAlive);

  return {
    steady,
    fates,
    origins: () => [steady.origin, ...victims.flatMap(({ server }) => server?.origin ?? [])],
    async kill() {
      const anybody = random() < SHARE_OF_STARTING;
      for (const asked = performance.now(); ; await sleep(20)) {
        const isLate = performance.now() - asked > LATE_MS;
        const [oldest] = victims
          .filter(({ child, server }) => child && (server || anybody || isLate))
          .sort((a, b) => a.startedAt - b.startedAt);
        if (!oldest?.child) continue;
        fates.killed += 1;
        if (!oldest.server) fates.killedWhileStarting += 1;
        oldest.child.kill("SIGKILL");
        oldest.child = undefined;
        return;
      }
    },
    async stop() {
      isOver = true;
      for (const { child } of victims) child?.kill("SIGKILL");
      await Promise.all(lives);
      await steady.stop();
    },
  };
}
