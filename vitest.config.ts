import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    globalSetup: "test/global-setup.ts",
    pool: "forks",
    // The default leaves a core idle, and tests wait for PostgreSQL half of their time.
    maxWorkers: "100%",
    // A test that starts servers shares two cores with others that do: patient enough for them, short enough to tell a hang.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
