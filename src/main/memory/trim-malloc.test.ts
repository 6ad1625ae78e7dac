import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);
const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };

test.runIf(header.glibcVersionRuntime)(
  "what was freed between pieces that are in use is given back",
  async () => {
    const script = `
    import { setTimeout as sleep } from "node:timers/promises";
    const { trimMalloc } = await import(${JSON.stringify(new URL("trim-malloc.ts", import.meta.url).href)});
    let pieces = Array.from({ length: 200_000 }, () => Buffer.allocUnsafeSlow(300));
    pieces = pieces.filter((_, nth) => nth % 50 === 0);
    for (let round = 0; round < 2; round++) {
      gc();
      await sleep(200);
    }
    const before = process.memoryUsage.rss();
    const isAnything = trimMalloc();
    console.log(JSON.stringify({ isAnything, given: before - process.memoryUsage.rss(), kept: pieces.length }));`;
    const flags = ["--no-warnings", "--expose-gc", "--input-type=module", "--eval", script];
    const { stdout } = await run(process.execPath, flags, { timeout: 60_000 });
    const { isAnything, given, kept } = JSON.parse(stdout);
    expect(kept).toBe(4_000);
    expect(isAnything).toBe(true);
    expect(given).toBeGreaterThan(20 * 1024 * 1024);
  },
  60_000,
);
