import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);
const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };

test("a process that is asked nothing after a burst gives back what the burst took", async () => {
  // V8 looks for the first time after thirty seconds, then every eight, and after a hundred it collects at whatever rate.
  const script = `
    import { setFlagsFromString } from "node:v8";
    setFlagsFromString("--gc-memory-reducer-start-delay-ms=500");
    setFlagsFromString("--memory-reducer-delay-ms=500");
    const { letMemoryGo } = await import(${JSON.stringify(new URL("let-memory-go.ts", import.meta.url).href)});
    letMemoryGo(500);
    const heap = () => process.memoryUsage().heapTotal;
    let taken = [];
    let most = 0;
    for (let nth = 0; nth < 1_000_000; nth++) {
      taken.push({ nth });
      if (taken.length < 400_000) continue;
      most = Math.max(most, heap());
      taken = [];
    }
    taken = [];
    const watch = setInterval(() => {
      if (heap() > most / 4) return;
      clearInterval(watch);
      console.log("given back");
    }, 100);`;
  const { stdout } = await run(process.execPath, ["--no-warnings", "--input-type=module", "--eval", script], {
    timeout: 80_000,
  });
  expect(stdout.trim()).toBe("given back");
}, 90_000);

test.runIf(header.glibcVersionRuntime)(
  "a busy process gives back what buffers have left behind",
  async () => {
    const script = `
    import { performance } from "node:perf_hooks";
    const { letMemoryGo } = await import(${JSON.stringify(new URL("let-memory-go.ts", import.meta.url).href)});
    letMemoryGo(200);
    const work = setInterval(() => {
      const until = performance.now() + 20;
      while (performance.now() < until);
    }, 25);
    let pieces = Array.from({ length: 200_000 }, () => Buffer.allocUnsafeSlow(300));
    pieces = pieces.filter((_, nth) => nth % 50 === 0);
    const before = process.memoryUsage.rss();
    gc();
    const watch = setInterval(() => {
      if (before - process.memoryUsage.rss() < 20 * 1024 * 1024) return;
      clearInterval(watch);
      clearInterval(work);
      console.log("given back", pieces.length);
    }, 50);`;
    const flags = ["--no-warnings", "--expose-gc", "--input-type=module", "--eval", script];
    const { stdout } = await run(process.execPath, flags, { timeout: 60_000 });
    expect(stdout.trim()).toBe("given back 4000");
  },
  60_000,
);
