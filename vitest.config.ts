import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/longest-first.ts";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    globalSetup: "test/global-setup.ts",
    pool: "forks",
    // The default leaves a core idle, and tests wait for PostgreSQL half of their time.
    maxWorkers: "100%",
    // A worker loads and compiles the application once, and not again for each file; no file changes what it imports.
    isolate: false,
    // Files run as they do in production: Node.js itself loads them, and keeps what it made of them.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    sequence: { sequencer: LongestFirst },
    // Some start servers, on however slow a machine and beside whatever else: patience for them, and still an end to a hang.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Where one machine builds many changes, a test that is not steady is named by the report ("retry x1") and mended, and
    // does not hold up whoever changed something else. At one's own desk it fails at once.
    retry: process.env.CI ? 1 : 0,
  },
});
