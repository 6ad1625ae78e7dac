import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Parts } from "../../src/main/compose.ts";
import type { World } from "../world.ts";

/** What a victim is told. */
export interface Orders {
  readonly parts: Omit<Parts, "log" | "vaultKeys" | "reached">;
  readonly vaultKeys: readonly { readonly id: string; readonly key: string }[];
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
  const { log: _, vaultKeys, ...parts } = world.parts;
  const orders: Orders = {
    parts,
    vaultKeys: vaultKeys.map(({ id, key }) => ({ id, key: Buffer.from(key).toString("base64") })),
    key,
    campaignIds,
    ...(dieAt && { dieAt }),
  };
  const file = fileURLToPath(new URL("./victim.ts", import.meta.url));
  const victim = spawn(process.execPath, [file], {
    env: { ...process.env, VICTIM_ORDERS: JSON.stringify(orders) },
    stdio: ["pipe", "pipe", "inherit"],
  });
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
