import { execFile } from "node:child_process";
import { appendFile, mkdir, mkdtemp, readdir, realpath, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";

const run = promisify(execFile);
const LONG_AGO = new Date("2026-01-01T00:00:00Z");
const LATER = new Date("2026-01-01T00:01:00Z");
const RECALL = new URL("./recall-modules.ts", import.meta.url).href;

let root: string;
beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), "interchange-modules-")));
  for (const folder of ["packs", "node_modules/told"]) await mkdir(join(root, folder), { recursive: true });
  await write("package.json", '{"type":"module"}');
  await write("node_modules/.package-lock.json", "{}");
  await write("node_modules/told/package.json", '{"type":"module","exports":"./one.js"}');
  await write("node_modules/told/one.js", 'export const told = "one";');
  await write("node_modules/told/two.js", 'export const told = "two";');
  await write("entry.ts", 'import { word } from "./word.ts";\nimport { told } from "told";\nconsole.log(word, told);');
  await write("word.ts", 'export const word: string = "old";');
});
afterEach(() => rm(root, { recursive: true }));

/** A file that has not been changed recently, according to its time. */
async function write(path: string, text: string, at = LONG_AGO): Promise<void> {
  await writeFile(join(root, path), text);
  await utimes(join(root, path), at, at);
}

/** The output of the entry point, run in a process of its own. */
async function start(): Promise<string> {
  const entry = pathToFileURL(join(root, "entry.ts")).href;
  const options = JSON.stringify({ root, entry, folder: join(root, "packs") });
  const script = `
    const { recallModules } = await import(${JSON.stringify(RECALL)});
    const recalled = recallModules(${options});
    await import(${JSON.stringify(entry)});
    await recalled.save();`;
  const { stdout } = await run(process.execPath, ["--no-warnings", "--input-type=module", "--eval", script]);
  return stdout.trim();
}

test("a start reads only the modules that have changed since the one before", async () => {
  expect(await start()).toBe("old one");
  // The file has the same size and time, so a process that read it would show the change.
  await write("word.ts", 'export const word: string = "new";');
  expect(await start()).toBe("old one");
  await write("word.ts", 'export const word: string = "new";', LATER);
  expect(await start()).toBe("new one");
});

test("a start that finds everything in the pack writes nothing", async () => {
  // Node's built-in modules, and files that are neither CommonJS nor modules of ours, are in no pack.
  await write(
    "word.ts",
    'import "fs";\nimport data from "./data.json" with { type: "json" };\nexport const word = data;',
  );
  await write("data.json", '"old"');
  expect(await start()).toBe("old one");
  const [pack = "", ...more] = await readdir(join(root, "packs"));
  expect(more).toEqual([]);
  await utimes(join(root, "packs", pack), LONG_AGO, LONG_AGO);
  expect(await start()).toBe("old one");
  expect((await stat(join(root, "packs", pack))).mtime).toEqual(LONG_AGO);
});

test("names of packages are resolved again after an installation", async () => {
  expect(await start()).toBe("old one");
  await write("node_modules/told/package.json", '{"type":"module","exports":"./two.js"}');
  expect(await start()).toBe("old one");
  await write("node_modules/.package-lock.json", "{}", LATER);
  expect(await start()).toBe("old two");
});

test("a path that a package requires is looked for again after an installation", async () => {
  await write("node_modules/told/package.json", '{"exports":"./all.js"}');
  await write("node_modules/told/all.js", 'exports.told = require("./part").told;');
  await write("node_modules/told/part.js", 'exports.told = "part.js";');
  expect(await start()).toBe("old part.js");
  // Node would prefer a file of exactly this name.
  await write("node_modules/told/part", 'exports.told = "part";');
  expect(await start()).toBe("old part.js");
  await write("node_modules/.package-lock.json", "{}", LATER);
  expect(await start()).toBe("old part");
});

test("a deleted module is noticed, and a damaged pack is not used", async () => {
  expect(await start()).toBe("old one");
  await rm(join(root, "word.ts"));
  await expect(start()).rejects.toThrow(/Cannot find module .*word\.ts/);
  await write("word.ts", 'export const word: string = "new";');
  const [pack = ""] = await readdir(join(root, "packs"));
  await appendFile(join(root, "packs", pack), "more");
  expect(await start()).toBe("new one");
});

test("without npm's list of what it installed, no pack is used or written", async () => {
  await rm(join(root, "node_modules/.package-lock.json"));
  expect(await start()).toBe("old one");
  expect(await readdir(join(root, "packs"))).toEqual([]);
});

test("stored modules can be loaded without being compiled again, as soon as they are stored", async () => {
  const compiled = join(root, "compiled");
  const script = `
    process.on("exit", () => process.kill(process.pid, "SIGKILL"));
    const { recallModules } = await import(${JSON.stringify(RECALL)});
    const entry = ${JSON.stringify(pathToFileURL(join(root, "entry.ts")).href)};
    const recalled = recallModules({ root: ${JSON.stringify(root)}, entry, folder: ${JSON.stringify(join(root, "packs"))} });
    await import(entry);
    await recalled.save();
    process.exit();`;
  const env = { ...process.env, NODE_COMPILE_CACHE: compiled };
  await run(process.execPath, ["--no-warnings", "--input-type=module", "--eval", script], { env }).catch(
    () => undefined,
  );
  const [version = ""] = await readdir(compiled);
  expect((await readdir(join(compiled, version))).length).toBeGreaterThan(2);
});
