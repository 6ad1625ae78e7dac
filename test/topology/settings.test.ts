import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const SRC = join(import.meta.dirname, "../../src");
/** Reads a single row from one server in one message; with several servers it works differently (ground/db/transaction.ts). */
const OF_ONE_SERVER = ["ground/db/wire/tenant-query.ts"];

test("a transaction is given its tenant by statements, which several servers pass on, and not by a function", () => {
  const files = globSync("**/*.ts", { cwd: SRC }).filter((file) => !file.endsWith(".test.ts"));
  expect(files.length).toBeGreaterThan(500);
  const byFunction = files.filter((file) => readFileSync(join(SRC, file), "utf8").includes("set_config("));
  expect(byFunction).toEqual(OF_ONE_SERVER);
});
