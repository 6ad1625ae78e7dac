import { once } from "node:events";
import { join } from "node:path";
import { startChild } from "./child.ts";
import type { Turns } from "./take-turns.ts";

const TURN_MS = 5;

/** Gives processes a fixed share of a core, without the privileges that the kernel's own quotas require. */
export interface SharedCore {
  /**
   * Lets each of these processes run in one of this many turns of five milliseconds, by stopping and continuing it. Processes of the
   * previous call run freely again.
   */
  share(pids: readonly (number | undefined)[], turns: number): Promise<void>;
  stop(): Promise<void>;
}

export async function openSharedCore(folder: string): Promise<SharedCore> {
  const child = startChild(join(import.meta.dirname, "take-turns.ts"), { folder });
  await once(child.process, "message");
  return {
    share(pids, turns) {
      const wanted: Turns = { pids: pids.filter((pid) => pid !== undefined), turns, turnMs: TURN_MS };
      return child.ask("share", wanted);
    },
    stop: child.stop,
  };
}
