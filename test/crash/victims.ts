import { type ChildProcessByStdio, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { Parts } from "../../src/main/parts.ts";
import { RECALLED } from "../recalling.ts";
import type { World } from "../world.ts";

/** The instructions for every victim, so that it is a server like the survivor. */
export interface VictimParts {
  readonly parts: Omit<Parts, "log" | "vaultKeys" | "reached">;
  readonly vaultKeys: readonly { readonly id: string; readonly key: string }[];
}

export function partsForVictim({ parts: { vaultKeys, ...whole } }: World): VictimParts {
  const { log: _, ...parts } = whole;
  return {
    parts,
    vaultKeys: vaultKeys.map(({ id, key }) => ({ id, key: Buffer.from(key).toString("base64") })),
  };
}

/** The reverse, in the victim, which kills itself at the given stage. */
export function partsOf({ parts, vaultKeys }: VictimParts, dieAt: string | undefined): Omit<Parts, "log"> {
  return {
    ...parts,
    vaultKeys: vaultKeys.map(({ id, key }) => ({ id, key: Buffer.from(key, "base64") })),
    reached: (work, stage) => {
      if (`${work} ${stage}` === dieAt) process.kill(process.pid, "SIGKILL");
    },
  };
}

interface Stops {
  readonly stands: readonly string[];
  readonly dieAt?: string | undefined;
  /** Whether the server may die yet. */
  readonly mayDie?: () => boolean;
}

/** The first piece of work to reach each of `stands` stops for good; after that, the first to reach `dieAt` kills the server. */
export function openStops({ stands, dieAt, mayDie = () => true }: Stops) {
  const standing = new Set<string>();
  const allStand = () => standing.size === stands.length;
  const reached = (work: string, stage: string): void | Promise<void> => {
    const place = `${work} ${stage}`;
    if (stands.includes(place) && !standing.has(place)) {
      standing.add(place);
      return new Promise(() => undefined);
    }
    if (place === dieAt && allStand() && mayDie()) process.kill(process.pid, "SIGKILL");
  };
  return { standing, allStand, reached };
}

export function spawnVictim(file: string, orders: VictimParts): ChildProcessByStdio<Writable, Readable, null> {
  return spawn(process.execPath, [...RECALLED, fileURLToPath(new URL(file, import.meta.url))], {
    env: { ...process.env, VICTIM_ORDERS: JSON.stringify(orders) },
    stdio: ["pipe", "pipe", "inherit"],
  });
}
