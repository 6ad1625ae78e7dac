import { execFile } from "node:child_process";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const ROOT = new URL("../../", import.meta.url);
const CHECK = fileURLToPath(new URL("bin/check-supply.mjs", ROOT));
const check = (...args: string[]) => promisify(execFile)(process.execPath, [CHECK, ...args]);

test("every platform's Node.js is of one release", async () => {
  const runtime = JSON.parse(await readFile(new URL("bin/runtime/package.json", ROOT), "utf8"));
  expect(Object.keys(runtime.optionalDependencies)).toHaveLength(5);
  expect(new Set(Object.values(runtime.optionalDependencies)).size).toBe(1);
});

test("what is installed has its hash and a licence that is allowed", async () => {
  expect((await check()).stdout).toContain("every package has its hash");
});

test.each([
  ["without its hash", { version: "1.0.0", license: "MIT" }, /thing@1\.0\.0 has no integrity/],
  ["under a licence that binds", { version: "1.0.0", license: "GPL-3.0", integrity: "sha512-x" }, /is under GPL-3\.0/],
  [
    "under both of two, one of which binds",
    { version: "1.0.0", license: "(MIT AND AGPL-3.0)", integrity: "sha512-x" },
    /AGPL/,
  ],
  ["without a licence", { version: "1.0.0", integrity: "sha512-x" }, /no licence that it says/],
])("a package %s is refused", async (_, entry, complaint) => {
  const lock = join(await mkdtemp(join(tmpdir(), "interchange-supply-")), "package-lock.json");
  await writeFile(lock, JSON.stringify({ packages: { "node_modules/thing": entry } }));
  await expect(check(lock)).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(complaint) });
});
