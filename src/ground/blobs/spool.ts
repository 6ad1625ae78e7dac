import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Counted } from "./counted.ts";

/** Bytes that are kept on this machine's disk until it is known where they belong. */
export interface Spooled {
  readonly size: number;
  /** SHA-256 in hexadecimal, computed while the bytes arrived. */
  readonly digest: string;
  /** All bytes at once, for code that has to inspect them. */
  read(): Promise<Uint8Array>;
  open(): Readable;
  remove(): Promise<void>;
}

export interface Spool {
  /** Reads a stream to its end, holding only a small part of it in memory. */
  take(stream: Readable): Promise<Spooled>;
}

/** The age at which a file counts as left behind by a process that ended in the middle of an upload. */
const FORGOTTEN_MS = 24 * 3_600_000;

/** A folder for uploads; several processes may share it. */
export function openSpool(folder: string): Spool {
  let ready: Promise<void> | undefined;
  return {
    async take(stream) {
      await (ready ??= prepare(folder));
      const path = join(folder, randomUUID());
      const counted = new Counted();
      const remove = () => rm(path, { force: true });
      try {
        await pipeline(stream, counted, createWriteStream(path, { flags: "wx", mode: 0o600 }));
      } catch (error) {
        await remove();
        throw error;
      }
      return {
        size: counted.bytes,
        digest: counted.digest(),
        read: () => readFile(path),
        open: () => createReadStream(path),
        remove,
      };
    },
  };
}

async function prepare(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (mtimeMs < Date.now() - FORGOTTEN_MS) await rm(path, { force: true });
  }
}
