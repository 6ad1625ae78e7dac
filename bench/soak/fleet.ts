import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Server, startServer } from "../harness/installation.ts";
import { seeded } from "./pace.ts";

/** Servers with one database and one folder: one that is never killed, and others that are killed and restarted. */
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
/** What `bin/run.mjs` gives a server, and without which most of a victim's life would be its start. */
const { NODE_COMPILE_CACHE = "" } = process.env;
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
  const victims = Array.from(
    { length: VICTIMS },
    (): Victim => ({ server: undefined, child: undefined, startedAt: 0 }),
  );
  const over = new AbortController();

  const live = async (victim: Victim) => {
    victim.startedAt = performance.now();
    fates.started += 1;
    fates.clockJumps += 2;
    const server = await startVictim(victim, dataFolder, { ...env, SOAK_CLOCK_JUMPS: jumpsOf(random) });
    victim.server = server;
    const { process: child } = server;
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    if (!over.signal.aborted && child.signalCode !== "SIGKILL") fates.died.push(server.lastWords());
  };
  const keepAlive = async (victim: Victim) => {
    while (!over.signal.aborted) {
      // One that was killed while it started is an error of its start, and one without a database tries again.
      await live(victim).catch(() => sleep(RETRY_MS));
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
    kill: () => killOne(victims, fates, random),
    async stop() {
      over.abort();
      for (const { child } of victims) child?.kill("SIGKILL");
      await Promise.all(lives);
      await steady.stop();
    },
  };
}

function startVictim(victim: Victim, dataFolder: string, env: Readonly<Record<string, string>>): Promise<Server> {
  const begun = ({ process: child }: Pick<Server, "process">) => void (victim.child = child);
  return startServer({ dataFolder, env: { ...env, NODE_COMPILE_CACHE }, nodeFlags: [`--import=${CLOCK}`], begun });
}

/** From its start one way off, and a few seconds later another. */
function jumpsOf(random: () => number): string {
  const jump = () => Math.round((random() * 2 - 1) * LARGEST_JUMP_MS);
  return `0:${jump()},${Math.round(1_000 + random() * 6_000)}:${jump()}`;
}

async function killOne(victims: readonly Victim[], fates: Fates, random: () => number): Promise<void> {
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
}
