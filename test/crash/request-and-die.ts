import { once } from "node:events";
import { createInterface } from "node:readline";
import { openWay } from "../proxy.ts";
import type { World } from "../world.ts";
import type { VictimRequest } from "./victim-request.ts";
import { partsForVictim, spawnVictim } from "./victims.ts";

/**
 * A server gets one request, and is killed with -9 as soon as the database has received its nth message: the database
 * executes it, and nobody gets the result. The status is undefined if it died before it answered.
 */
export async function requestAndDie(
  world: World,
  asked: VictimRequest,
  nth: number,
): Promise<{ status: number | undefined }> {
  const whole = partsForVictim(world);
  let words = 0;
  let isAsked = false;
  const way = await openWay(Number(new URL(whole.parts.databaseUrl).port), () => {
    if (isAsked && ++words === nth) victim.kill("SIGKILL");
  });
  const databaseUrl = Object.assign(new URL(whole.parts.databaseUrl), { host: `127.0.0.1:${way.port}` }).href;
  const victim = spawnVictim("./victim-request.ts", {
    ...whole,
    parts: { ...whole.parts, databaseUrl },
    asked,
  } as never);
  let status: number | undefined;
  createInterface({ input: victim.stdout }).on("line", (line) => {
    if (line === "ready") {
      isAsked = true;
      return void victim.stdin.write("go\n");
    }
    status = Number(line.split(" ")[1]);
    victim.kill("SIGKILL");
  });
  await once(victim, "close");
  await way.close();
  return { status };
}
