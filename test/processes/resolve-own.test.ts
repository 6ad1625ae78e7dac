import { execFile } from "node:child_process";
import { mkdtemp, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { SURROUNDINGS } from "../../bin/run.mjs";

const execute = promisify(execFile);

/** A file that imports others of its folder, in a process like those that the launcher starts. */
async function folderWith(files: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), "interchange-modules-"));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const env = { ...process.env, ...SURROUNDINGS };
  return { folder, run: () => execute(process.execPath, [join(folder, "first.ts")], { env }) };
}

test("a module is looked for where its importer says, and the file system is not asked first", async () => {
  const { folder, run } = await folderWith({
    "first.ts": 'import { at } from "./second.ts";\nconsole.log(at satisfies string);',
    "elsewhere.ts": "export const at: string = import.meta.url;",
  });
  await symlink(join(folder, "elsewhere.ts"), join(folder, "second.ts"));
  // Node.js would have followed the link.
  expect((await run()).stdout.trim()).toBe(pathToFileURL(join(folder, "second.ts")).href);
});

test("a module that is not there is named", async () => {
  const { run } = await folderWith({ "first.ts": 'import "./second.ts";' });
  await expect(run()).rejects.toThrow(/second\.ts/);
});
