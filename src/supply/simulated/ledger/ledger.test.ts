import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readLedger } from "./audit.ts";
import type { Created } from "./entry.ts";
import { openLedger } from "./ledger.ts";

const AT = new Date("2026-08-01T00:00:00Z");

function entry(key: string, mediaBuyId = `mb_${key}`): Created {
  return {
    type: "created",
    key,
    digest: "d",
    mediaBuyId,
    taskId: `task_${key}`,
    at: AT,
    buyerRef: `ref_${key}`,
    name: "Spring",
    buyer: "Acme",
    start: AT,
    end: AT,
    approval: { mode: "instant" },
    packages: [],
  };
}

const newFile = () => join(mkdtempSync(join(tmpdir(), "ledger-")), "folder", "seller.jsonl");

test("a record is there for everyone who opens the file afterwards", async () => {
  const file = newFile();
  await openLedger(file).append(entry("k1"));
  const book = await openLedger(file).read();
  expect(book.withKey("k1")).toEqual(entry("k1"));
  expect(book.withTask("task_k1")?.mediaBuyId).toBe("mb_k1");
});

test("records of any length and number are read from the beginning", async () => {
  const file = newFile();
  const long = { ...entry("long"), name: "é".repeat(20_000) };
  const keys = Array.from({ length: 60 }, (_, at) => `k${at}`);
  const writer = openLedger(file);
  await writer.append(long);
  for (const key of keys) await writer.append(entry(key));
  const book = await openLedger(file).read();
  expect(book.withKey("long")).toEqual(long);
  expect(book.buys()).toEqual(["long", ...keys].map((key) => `mb_${key}`));
});

test("of two records with one key the first in the file stands, for both writers", async () => {
  const file = newFile();
  const [one, other] = [openLedger(file), openLedger(file)];
  await other.read();
  await one.append(entry("k1", "mb_first"));
  expect((await other.append(entry("k1", "mb_second"))).withKey("k1")?.mediaBuyId).toBe("mb_first");
  expect((await one.read()).ofBuy("mb_second")).toEqual([]);
  expect(readLedger(file).buys).toMatchObject([{ key: "k1", mediaBuyId: "mb_first", records: 2 }]);
});

test("a line torn at any byte costs nothing but itself", async () => {
  const torn = `\n${JSON.stringify(entry("torn"))}`;
  for (const length of [1, 2, 40, torn.length - 1]) {
    const file = newFile();
    const ledger = openLedger(file);
    await ledger.append(entry("before"));
    appendFileSync(file, torn.slice(0, length));
    expect((await ledger.read()).withKey("torn")).toBeUndefined();
    const book = await ledger.append(entry("after"));
    expect([book.withKey("before"), book.withKey("torn"), book.withKey("after")].map(Boolean)).toEqual([
      true,
      false,
      true,
    ]);
    expect(readLedger(file)).toMatchObject({
      buys: [{ key: "before" }, { key: "after" }],
      tornLines: length > 1 ? 1 : 0,
    });
  }
});

test("a record that was whole but for its line break counts once the next writer ends the line", async () => {
  const file = newFile();
  const ledger = openLedger(file);
  await ledger.append(entry("k0"));
  appendFileSync(file, `\n${JSON.stringify(entry("k1", "mb_first"))}`);
  expect((await ledger.append(entry("k1", "mb_second"))).withKey("k1")?.mediaBuyId).toBe("mb_first");
});

test("a reader knows what another process has written since its last look, however often nobody had", async () => {
  const file = newFile();
  const [writer, reader] = [openLedger(file), openLedger(file)];
  for (const key of ["k1", "k2"]) {
    await writer.append(entry(key));
    expect((await reader.read()).withKey(key)).toEqual(entry(key));
    await reader.read();
    expect((await reader.read()).buys()).toEqual((await writer.read()).buys());
  }
});

test("many concurrent appends in one process are all written", async () => {
  const file = newFile();
  const ledger = openLedger(file);
  await Promise.all(Array.from({ length: 50 }, (_, index) => ledger.append(entry(`k${index % 25}`))));
  await ledger.close();
  expect(readLedger(file).buys).toHaveLength(25);
});

test("processes that append the same keys at the same time all see the same winner", async () => {
  const file = newFile();
  const keys = Array.from({ length: 40 }, (_, index) => `k${index}`);
  const reported = await Promise.all(["a", "b"].map((writer) => runWriter(file, writer, keys)));
  const { buys, tornLines } = readLedger(file);
  const winners = Object.fromEntries(buys.map(({ key, mediaBuyId }) => [key, mediaBuyId]));
  expect(reported).toEqual([winners, winners]);
  expect(new Set(buys.map(({ key }) => key))).toEqual(new Set(keys));
  expect(buys.every(({ records }) => records === 2)).toBe(true);
  expect(tornLines).toBe(0);
});

/** Appends all keys in a separate process; resolves to the media buy that it got for each. */
async function runWriter(file: string, writer: string, keys: readonly string[]): Promise<unknown> {
  const script = join(mkdtempSync(join(tmpdir(), "writer-")), "write.mjs");
  const ledgerUrl = new URL("./ledger.ts", import.meta.url).href;
  const entries = keys.map((key) => entry(key, `mb_${writer}_${key}`));
  writeFileSync(
    script,
    `const { openLedger } = await import(${JSON.stringify(ledgerUrl)});
     const ledger = openLedger(${JSON.stringify(file)});
     const told = {};
     for (const entry of ${JSON.stringify(entries)}) {
       told[entry.key] = (await ledger.append(entry)).withKey(entry.key).mediaBuyId;
     }
     console.log(JSON.stringify(told));`,
  );
  const run = fileURLToPath(new URL("../../../../bin/run.mjs", import.meta.url));
  const child = spawn(process.execPath, [run, script], { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  await once(child, "close");
  return JSON.parse(output);
}
