import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openWorkers } from "../workers/index.ts";
import { openEmbedder } from "./index.ts";

const workers = openWorkers();
afterAll(() => workers.close());

const folder = join(mkdtempSync(join(tmpdir(), "model-")), "tiny");
mkdirSync(folder);
writeFileSync(join(folder, "config.json"), JSON.stringify({ words: ["kiln", "ridge"] }));
writeFileSync(join(folder, "tokenizer.json"), "{}");

const said: string[] = [];
const say = (_about: unknown, message: string) => void said.push(message);
const parts = {
  workers,
  log: { info: say, warn: say } as never,
  outbound: { fetch: () => Promise.reject(new Error("nothing leaves for a model in a folder")) },
};
const settings = {
  folder,
  library: new URL("transformers.fixture.ts", import.meta.url).href,
  model: "tiny",
  timeoutMs: 60_000,
  range: { far: 0.2, near: 0.9 },
};

test("a model in a folder computes vectors in a thread of this process, and reads nothing but that folder", async () => {
  const embedder = await openEmbedder(settings, parts);
  expect(embedder.model).toBe("tiny");
  expect(await embedder.embed(["the kiln and the ridge", "a kiln, a kiln"], "r1")).toEqual([
    [1, 1],
    [2, 0],
  ]);
});

test("if the model fails there are no vectors, and the words decide", async () => {
  const embedder = await openEmbedder(settings, parts);
  expect(await embedder.embed(["the model fails"], "r2")).toBeUndefined();
  expect(said.at(-1)).toBe("the embeddings model gave no answer");
});

test("a folder without a model and a package that is not installed are reported at the start", async () => {
  await expect(openEmbedder({ ...settings, folder: tmpdir() }, parts)).rejects.toThrow(
    "INTERCHANGE_EMBEDDINGS_FOLDER has no config.json: name a folder with a model for Transformers.js",
  );
  await expect(openEmbedder({ ...settings, library: "no-such-transformers" }, parts)).rejects.toThrow(
    "needs a package that is not installed: npm install no-such-transformers",
  );
});

test("nobody waits for a model longer than the setting says", async () => {
  const embedder = await openEmbedder({ ...settings, timeoutMs: 1 }, parts);
  expect(await embedder.embed(["the model hangs"], "r3")).toBeUndefined();
  expect(said.at(-1)).toBe("the embeddings model takes longer than it may");
});
