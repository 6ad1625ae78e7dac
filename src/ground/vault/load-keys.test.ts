import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadKeys, VaultError } from "./index.ts";
import { createKeyFile } from "./key-file.ts";

let folder = "";
let file = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vault-"));
  file = join(folder, "keys", "vault.key");
});

afterEach(() => rmSync(folder, { recursive: true }));

const [one, other] = [randomBytes(32), randomBytes(32)];

test("the environment takes precedence over the file, and its first key is the current one", () => {
  const env = `2026-08:${one.toString("base64")}, 2025-01:${other.toString("base64")}`;
  expect(loadKeys({ env, file })).toEqual([
    { id: "2026-08", key: new Uint8Array(one) },
    { id: "2025-01", key: new Uint8Array(other) },
  ]);
  expect(existsSync(file)).toBe(false);
});

test("a bare key has an id of its own, the same at every start", () => {
  const ids = [one, one, other].map((key) => loadKeys({ env: key.toString("base64url"), file })[0]?.id);
  expect(ids[0]).toMatch(/^[0-9a-f]{8}$/);
  expect(ids[1]).toBe(ids[0]);
  expect(ids[2]).not.toBe(ids[0]);
});

test.each([undefined, "", " "])("without a key in the environment (%j), one is created and stored", (env) => {
  const made = loadKeys({ env, file });
  expect(made).toMatchObject([{ key: expect.objectContaining({ length: 32 }) }]);
  expect(loadKeys({ env, file })).toEqual(made);
  expect(readdirSync(join(folder, "keys"))).toEqual(["vault.key"]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("the second process to create a key gets the first one's", () => {
  expect(createKeyFile(file, "first")).toBe("first\n");
  expect(createKeyFile(file, "second")).toBe("first\n");
});

test("processes that start concurrently end up with the same key", async () => {
  const program = `
    const { loadKeys } = await import(${JSON.stringify(new URL("load-keys.ts", import.meta.url).href)});
    console.log(JSON.stringify(loadKeys({ env: undefined, file: process.argv[1] })));`;
  const start = () => promisify(execFile)(process.execPath, ["--input-type=module", "-e", program, file]);
  const starts = await Promise.all(Array.from({ length: 4 }, start));
  expect(new Set(starts.map(({ stdout }) => stdout)).size).toBe(1);
  expect(readdirSync(join(folder, "keys"))).toEqual(["vault.key"]);
});

test.skipIf(process.platform === "win32")("a file that others may open is refused, with the way to mend it", () => {
  const keys = loadKeys({ env: undefined, file });
  for (const mode of [0o640, 0o604, 0o620]) {
    chmodSync(file, mode);
    expect(() => loadKeys({ env: undefined, file })).toThrow(`run chmod 600 '${file}'`);
  }
  chmodSync(file, 0o600);
  expect(loadKeys({ env: undefined, file })).toEqual(keys);
});

test.each([
  ["too short", one.subarray(1).toString("base64")],
  ["too long", Buffer.concat([one, other]).toString("base64")],
  ["not base64", "canary!".repeat(7)],
  ["one good and one empty", `${one.toString("base64")},`],
  ["an id with a dot", `a.b:${one.toString("base64")}`],
  ["one id twice", `a:${one.toString("base64")},a:${other.toString("base64")}`],
])("keys that are %s stop the start with a sentence that does not repeat them", (_, env) => {
  const attempt = () => loadKeys({ env, file });
  expect(attempt).toThrow(VaultError);
  expect(attempt).toThrow(/INTERCHANGE_VAULT_KEY/);
  for (const part of env.split(/[,:]/).filter(({ length }) => length > 8)) {
    expect(attempt).not.toThrow(part);
  }
});

test("a damaged file prevents the start, and is not changed", () => {
  loadKeys({ env: undefined, file });
  writeFileSync(file, "");
  expect(() => loadKeys({ env: undefined, file })).toThrow(VaultError);
  expect(statSync(file).size).toBe(0);
});
