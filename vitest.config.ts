import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    globalSetup: "test/global-setup.ts",
    pool: "forks",
    // A test that starts servers shares two cores with others that do: patient enough for them, short enough to tell a hang.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
