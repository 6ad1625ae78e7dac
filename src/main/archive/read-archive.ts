import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { createInterface } from "node:readline";
import { pipeline } from "node:stream/promises";
import { Counted } from "../../ground/blobs/index.ts";
import {
  type ArchivedFile,
  type ArchiveManifest,
  MANIFEST_FILE,
  parseManifest,
  SUM_FILE,
} from "../../platform/archives/index.ts";

/**
 * The manifest of an archive, after checking that every file is exactly what was written. Throws an error with a one-sentence message if
 * one is not.
 */
export async function readArchive(folder: string): Promise<ArchiveManifest> {
  const [text, sum] = await Promise.all([textOf(folder, MANIFEST_FILE), textOf(folder, SUM_FILE)]);
  const manifest = parseManifest(text, sum);
  const files = [...manifest.tables, ...manifest.files].map(({ file }) => file);
  for (const file of files) await check(folder, file);
  return manifest;
}

/** The result is never outside the folder, whatever a manifest says. */
export function placeOf(folder: string, path: string): string {
  const place = resolve(folder, path);
  if (!place.startsWith(`${resolve(folder)}${sep}`)) throw new Error(`${path} is outside the archive`);
  return place;
}

const BATCH = 500;

/** The lines of a table's file, in batches. */
export async function* readBatches(folder: string, { path }: ArchivedFile): AsyncGenerator<readonly string[]> {
  const lines = createInterface({
    input: createReadStream(placeOf(folder, path)),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  let batch: string[] = [];
  for await (const line of lines) {
    if (batch.push(line) < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function check(folder: string, { path, bytes, sha256 }: ArchivedFile): Promise<void> {
  const counted = new Counted();
  await pipeline(createReadStream(placeOf(folder, path)), counted, async (chunks) => {
    for await (const _ of chunks);
  }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ENOENT" ? new Error(`the archive is damaged: ${path} is missing`) : error;
  });
  if (counted.bytes !== bytes || counted.digest() !== sha256)
    throw new Error(`the archive is damaged: ${path} was changed after it was written`);
}

function textOf(folder: string, name: string): Promise<string> {
  return readFile(join(folder, name), "utf8").catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ENOENT"
      ? new Error(`${folder} is not an organisation's archive, or was never finished: it has no ${name}`)
      : error;
  });
}
