import { once } from "node:events";
import { text } from "node:stream/consumers";
import type { World } from "../world.ts";
import { IN_A_TRANSACTION } from "./stages.ts";
import type { Death, Deaths } from "./standing-victim.ts";
import { partsForVictim, spawnVictim } from "./victims.ts";

/**
 * Kills one worker with -9 during several pieces of work, each of which has stopped at its own stage, so that one server start
 * covers all of them. Returns which of them had finished before.
 */
export async function standAndDie(world: World, deaths: readonly Death[]): Promise<readonly boolean[]> {
  const { parts, ...rest } = partsForVictim(world);
  const kept = deaths.filter(({ stage }) => IN_A_TRANSACTION.includes(stage)).length;
  const orders: Deaths = { ...rest, parts: { ...parts, poolSize: kept + 8 }, deaths };
  const victim = spawnVictim("./standing-victim.ts", orders);
  const [said, [, signal]] = await Promise.all([text(victim.stdout), once(victim, "exit")]);
  if (signal !== "SIGKILL") throw new Error(`it died by ${signal}`);
  return JSON.parse(said);
}
