import { availableParallelism, totalmem } from "node:os";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/longest-first.ts";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    globalSetup: "test/global-setup.ts",
    pool: "forks",
    // The default leaves a core idle. One more than there are, since some files mostly wait: for browsers, deadlines, other processes.
    maxWorkers: process.env.TEST_DATABASES ? 1 : availableParallelism() + 1,
    // A quarter of a worker's time went into sweeping its heap: that can wait until a gigabyte is full, or less on a small machine.
    execArgv: [`--initial-old-space-size=${Math.min(1024, Math.floor(totalmem() / 2 ** 24))}`, "--no-memory-reducer"],
    // A worker loads and compiles the application once, not for each file; no file changes what it imports.
    isolate: false,
    // Files run as in production: Node.js itself loads them, and caches the compiled form.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    sequence: { sequencer: LongestFirst },
    // Some start servers, on however slow a machine and beside whatever else: patience for them, and still an end to a hang.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // On a machine that builds many changes, the report names an unstable test ("retry x1"), which is then fixed,
    // without holding up other changes. On a developer's own machine it fails immediately.
    retry: process.env.CI ? 1 : 0,
  },
});
