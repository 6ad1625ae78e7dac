import { createReadStream, createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createZstdCompress, createZstdDecompress } from "node:zlib";
import { Counted } from "../../ground/blobs/index.ts";
import type { BackupFile } from "./manifest.ts";

/** Writes the content to `path` below the folder: compressed, readable only by its owner, and flushed to disk. */
export async function backUpFile(folder: string, path: string, content: Readable): Promise<BackupFile> {
  const place = join(folder, path);
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  const counted = new Counted();
  const file = createWriteStream(place, { mode: 0o600, flags: "wx", flush: true });
  await pipeline(content, createZstdCompress(), counted, file);
  return { path, bytes: counted.bytes, sha256: counted.digest() };
}

/** The original content. */
export function openBackedUp(folder: string, { path }: BackupFile): Readable {
  const file = createReadStream(join(folder, path));
  const content = createZstdDecompress();
  file.on("error", (error) => content.destroy(error));
  content.on("close", () => file.destroy());
  return file.pipe(content);
}

/** What is wrong with a stored file, as a sentence; undefined if it is intact. */
export async function complaintOf(folder: string, { path, bytes, sha256 }: BackupFile): Promise<string | undefined> {
  const counted = new Counted();
  try {
    await pipeline(createReadStream(join(folder, path)), counted, async (chunks) => {
      for await (const _ of chunks);
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return `${path} is missing`;
    throw error;
  }
  if (counted.bytes !== bytes) return `${path} has ${counted.bytes} bytes, but ${bytes} were written`;
  return counted.digest() === sha256 ? undefined : `${path} was changed after it was written`;
}
