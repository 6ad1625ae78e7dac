import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const ROOT = new URL("../../", import.meta.url);
const CHECK = fileURLToPath(new URL("bin/check-supply.mjs", ROOT));
const check = (...args: string[]) => promisify(execFile)(process.execPath, [CHECK, ...args]);

test("every platform's Node.js has the same version", async () => {
  const runtime = JSON.parse(await readFile(new URL("bin/runtime/package.json", ROOT), "utf8"));
  expect(Object.keys(runtime.optionalDependencies)).toHaveLength(5);
  expect(new Set(Object.values(runtime.optionalDependencies)).size).toBe(1);
});

test("everything that is installed has its hash and a licence that is allowed", async () => {
  expect((await check()).stdout).toContain("every package that can be installed here has its hash");
});

const TOOL = { version: "1.0.0", dev: true, optional: true };
const TOOLS = "node_modules/@biomejs/cli-plan9-mips";
const parent = (pinned: string, integrity = {}) => ({
  "node_modules/tools": {
    version: "1.0.0",
    license: "MIT",
    ...integrity,
    optionalDependencies: { "@biomejs/cli-plan9-mips": pinned },
  },
});
const HASHED = { integrity: "sha512-x" };

test("a tool for another platform may only lack its hash if a parent with a hash pins its version", async () => {
  const folder = await mkdtemp(join(tmpdir(), "interchange-supply-"));
  const lock = join(folder, "package-lock.json");
  const write = (packages: object) => writeFile(lock, JSON.stringify({ packages }));
  await write({ ...parent("1.0.0", HASHED), [TOOLS]: TOOL });
  await expect(check(lock)).resolves.toBeDefined();
  for (const packages of [
    { ...parent("2.0.0", HASHED), [TOOLS]: TOOL },
    { ...parent("1.0.0", HASHED), [TOOLS]: { ...TOOL, dev: false } },
    { [TOOLS]: TOOL },
  ]) {
    await write(packages);
    await expect(check(lock)).rejects.toMatchObject({ stderr: expect.stringContaining("plan9-mips@1.0.0 has no") });
  }
  await write({ ...parent("1.0.0", HASHED), [TOOLS]: { ...TOOL, license: "MIT" } });
  await mkdir(join(folder, TOOLS), { recursive: true });
  await writeFile(join(folder, TOOLS, "package.json"), "{}");
  await expect(check(lock)).rejects.toMatchObject({ stderr: expect.stringContaining("plan9-mips@1.0.0 has no") });
});

test.each([
  ["without its hash", { version: "1.0.0", license: "MIT" }, /thing@1\.0\.0 has no integrity/],
  ["under a licence that binds", { version: "1.0.0", license: "GPL-3.0", integrity: "sha512-x" }, /is under GPL-3\.0/],
  [
    "under both of two, one of which binds",
    { version: "1.0.0", license: "(MIT AND AGPL-3.0)", integrity: "sha512-x" },
    /AGPL/,
  ],
  ["without a licence", { version: "1.0.0", integrity: "sha512-x" }, /no licence that it states/],
])("a package %s is refused", async (_, entry, complaint) => {
  const lock = join(await mkdtemp(join(tmpdir(), "interchange-supply-")), "package-lock.json");
  await writeFile(lock, JSON.stringify({ packages: { "node_modules/thing": entry } }));
  await expect(check(lock)).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(complaint) });
});
