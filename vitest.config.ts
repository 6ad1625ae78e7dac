import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    globalSetup: "test/global-setup.ts",
    pool: "forks",
    // The default leaves a core idle, and tests wait for PostgreSQL half of their time.
    maxWorkers: "100%",
    // Some start servers, on however slow a machine and beside whatever else: patience for them, and still an end to a hang.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
