import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import type { World } from "../world.ts";
import { answerOfOutcome, spawnVictim, type ToolAnswer } from "./victims.ts";

export interface Orders extends ToolAnswer {
  readonly key: string;
  readonly campaignIds: readonly string[];
  readonly dieAt?: string;
}

export interface Fate {
  /** `dieAt`, a stage such as `media-buys.submit called`; or milliseconds after it began. */
  readonly dieAt?: string;
  readonly afterMs?: number;
}

/** Lets a victim execute the campaigns and die; answers those whose execution it acknowledged before. */
export async function executeAndDie(
  world: World,
  key: string,
  campaignIds: readonly string[],
  { dieAt, afterMs }: Fate,
): Promise<string[]> {
  const orders: Orders = { ...answerOfOutcome(world), key, campaignIds, ...(dieAt && { dieAt }) };
  const victim = spawnVictim("./victim.ts", orders);
  const acknowledged: string[] = [];
  const lines = createInterface({ input: victim.stdout });
  const ready = new Promise<void>((resolve) => {
    lines.on("line", (line) => {
      if (line === "ready") resolve();
      const [, campaignId, status] = /^answered (\S+) (\d+)$/.exec(line) ?? [];
      if (campaignId && status === "200") acknowledged.push(campaignId);
    });
  });
  const dead = once(victim, "exit");
  await Promise.race([ready, dead]);
  victim.stdin.write("go\n");
  if (afterMs !== undefined) {
    await Promise.race([sleep(afterMs), dead]);
    victim.kill("SIGKILL");
  }
  await dead;
  return acknowledged;
}
