import { once } from "node:events";
import { join } from "node:path";
import { startChild } from "./child.ts";
import type { Turns } from "./take-turns.ts";

const TURN_MS = 5;

/** Gives processes a fixed share of a core, without the rights that the kernel's own quotas need. */
export interface SharedCore {
  /**
   * Lets each of these run in one of so many turns of five milliseconds, by stopping and continuing it; those of the call before
   * run as ever.
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
