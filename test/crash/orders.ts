import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import type { World } from "../world.ts";
import type { KillPlan } from "./kill-plans.ts";
import { partsForVictim, spawnVictim, type VictimParts } from "./victims.ts";

export interface Orders extends VictimParts {
  readonly key: string;
  readonly campaignIds: readonly string[];
  readonly stands: readonly string[];
  readonly dieAt?: string;
}

/** The requests that a victim answered before it died, such as `execute cmp_…`, and how it died. */
export interface Death {
  readonly acknowledged: readonly string[];
  readonly signal: NodeJS.Signals | null;
  /** Whether it had started. */
  readonly wasReady: boolean;
}

/** Lets a victim execute and pause the campaigns until it dies. */
export async function executeAndDie(
  world: World,
  key: string,
  campaignIds: readonly string[],
  fate: KillPlan,
): Promise<Death> {
  const orders: Orders = { ...partsForVictim(world), key, campaignIds, stands: [], ...fate };
  const victim = spawnVictim("./victim.ts", orders);
  const acknowledged: string[] = [];
  let wasReady = false;
  const lines = createInterface({ input: victim.stdout });
  const ready = new Promise<void>((resolve) => {
    lines.on("line", (line) => {
      if (line === "ready") wasReady = true;
      if (wasReady) resolve();
      const [, act, campaignId, status] = /^answered (\S+) (\S+) (\d+)$/.exec(line) ?? [];
      if (campaignId && status === "200") acknowledged.push(`${act} ${campaignId}`);
    });
  });
  const dead = once(victim, "exit");
  await Promise.race([ready, dead]);
  // A worker may have died before it received any request, while it resumed what others had left.
  if (victim.exitCode === null && victim.signalCode === null) victim.stdin.write("go\n");
  if ("afterMs" in fate) {
    await Promise.race([sleep(fate.afterMs), dead]);
    victim.kill("SIGKILL");
  }
  const [, signal] = (await dead) as [number | null, NodeJS.Signals | null];
  return { acknowledged, signal, wasReady };
}
