import { appendFile, mkdir, mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readTexts, withoutWords } from "../../ground/brief/lexicon/lexicon-texts.ts";
import { lexiconCache } from "./lexicon-cache.ts";

const LONG_AGO = new Date("2026-01-01T00:00:00Z");
const LATER = new Date("2026-01-01T00:01:00Z");

const { digest, lines, compiledOf } = readTexts();
const compiled = { digest, lines: withoutWords(lines), vocabularies: new Map([["ja", compiledOf("ja")] as const]) };

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "interchange-lexicon-"));
  for (const folder of ["kept", "sources/words", "node_modules"]) await mkdir(join(root, folder), { recursive: true });
  for (const path of ["package.json", "node_modules/.package-lock.json", "sources/words/food.txt"])
    await write(path, "{}");
});
afterEach(() => rm(root, { recursive: true }));

async function write(path: string, text: string, at = LONG_AGO): Promise<void> {
  await writeFile(join(root, path), text);
  await utimes(join(root, path), at, at);
}

/** As a new process has it. */
const open = () => lexiconCache({ root, sources: join(root, "sources"), folder: join(root, "kept") });

async function saveCompiled(): Promise<void> {
  const lexicon = open();
  expect(lexicon.recall()).toBeUndefined();
  await lexicon.save(compiled);
}

test("a process finds the lexicon as another compiled it", async () => {
  await saveCompiled();
  expect(open().recall()).toEqual(compiled);
});

test("what was compiled of other texts or by other libraries is not taken", async () => {
  await saveCompiled();
  await write("sources/words/drink.txt", "{}");
  expect(open().recall()).toBeUndefined();
  await rm(join(root, "sources/words/drink.txt"));
  await write("sources/words/food.txt", "{}", LATER);
  expect(open().recall()).toBeUndefined();
  await write("sources/words/food.txt", "{}");
  expect(open().recall()).toEqual(compiled);
  await write("node_modules/.package-lock.json", "{}", LATER);
  expect(open().recall()).toBeUndefined();
});

test("what changes while the lexicon is compiled is noticed", async () => {
  const lexicon = open();
  expect(lexicon.recall()).toBeUndefined();
  await write("sources/words/food.txt", "{}", LATER);
  await lexicon.save(compiled);
  expect(open().recall()).toBeUndefined();
});

test("nothing is kept of a text that was just written, as it might change unnoticed", async () => {
  await write("sources/words/food.txt", "{}", new Date());
  await saveCompiled();
  expect(await readdir(join(root, "kept"))).toEqual([]);
});

test("a file that is damaged is not believed", async () => {
  await saveCompiled();
  const [file = ""] = await readdir(join(root, "kept"));
  await appendFile(join(root, "kept", file), "more");
  expect(open().recall()).toBeUndefined();
});
