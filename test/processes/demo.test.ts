import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { freshDatabase } from "../database.ts";
import { freePort } from "../free-port.ts";

const DEMO = fileURLToPath(new URL("../../src/main/demo.ts", import.meta.url));

/** The demo as a newcomer runs it, except that the database exists already. */
async function demo(environment: Readonly<Record<string, string>>): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, [DEMO, "--once"], { env: { ...process.env, ...environment } });
  const written: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => void written.push(String(chunk)));
  const [code] = (await once(child, "close")) as [number];
  return { code, output: written.join("") };
}

test("the demo reaches a delivery report and succeeds, twice on the same data; without its port it fails and says why", async () => {
  const { url, drop } = await freshDatabase();
  const folder = await mkdtemp(join(tmpdir(), "interchange-demo-"));
  const environment = { DATABASE_URL: url, INTERCHANGE_DATA: folder, PORT: String(await freePort()) };
  for (const _ of ["a new marketplace", "the same again"]) {
    const { code, output } = await demo(environment);
    expect([code, output]).toEqual([0, expect.stringContaining("11. Delivery of Trailhead")]);
  }
  const refused = await demo({ ...environment, PORT: "none" });
  expect([refused.code, refused.output]).toEqual([1, expect.stringContaining('PORT is "none"')]);
  await drop();
});
