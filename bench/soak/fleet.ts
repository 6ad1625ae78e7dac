import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Server, startServer } from "../harness/installation.ts";
import { seeded } from "./pace.ts";

/** Servers that share a database and a folder: one is never killed, the others are killed and restarted. */
export interface Fleet {
  readonly steady: Server;
  /** The servers that can be expected to answer, as far as is known. */
  origins(): readonly string[];
  /** Kills, with -9, the server that has been answering for the longest time, as soon as there is one; occasionally one that is only starting. */
  kill(): Promise<void>;
  readonly fates: FaultCounts;
  stop(): Promise<void>;
}

export interface FaultCounts {
  killed: number;
  killedWhileStarting: number;
  started: number;
  /** Servers that ended without being killed; there should be none. */
  readonly died: string[];
  clockJumps: number;
}

interface Victim {
  server: Server | undefined;
  child: { kill(signal: "SIGKILL"): boolean; readonly pid?: number | undefined } | undefined;
  startedAt: number;
}

const CLOCK = join(import.meta.dirname, "jumping-clock.ts");
/** Settings that `bin/run.mjs` gives a server, and without which a victim would spend most of its life starting. */
const { NODE_COMPILE_CACHE = "" } = process.env;
const VICTIMS = 2;
const LARGEST_JUMP_MS = 5 * 60_000;
const RETRY_MS = 250;
/** One kill in ten may hit a server that does not answer yet; any kill may if no server is answering. */
const SHARE_OF_STARTING = 0.1;
const LATE_MS = 60_000;

export async function openFleet(
  dataFolder: string,
  env: Readonly<Record<string, string>>,
  seed: number,
): Promise<Fleet> {
  const random = seeded(seed);
  const fates: FaultCounts = { killed: 0, killedWhileStarting: 0, started: 0, died: [], clockJumps: 0 };
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
      // If the server was killed while it started, its start fails; if it has no database, it is tried again.
      await live(victim).catch(() => sleep(RETRY_MS));
      // A server that was not ready in time must not continue next to its successor.
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

/** The clock jumps at the start, and again a few seconds later. */
function jumpsOf(random: () => number): string {
  const jump = () => Math.round((random() * 2 - 1) * LARGEST_JUMP_MS);
  return `0:${jump()},${Math.round(1_000 + random() * 6_000)}:${jump()}`;
}

async function killOne(victims: readonly Victim[], fates: FaultCounts, random: () => number): Promise<void> {
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
