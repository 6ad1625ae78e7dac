import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { pack as tarOf } from "tar-stream";
import type { Spool, Spooled } from "../../ground/blobs/index.ts";
import type { StoreFile } from "./gather-archive.ts";

/** Files that are being packed into one. */
interface Packing {
  readonly storeFile: StoreFile;
  /** Packs the files that were stored, in the same order, below one folder. */
  pack(folder: string): Promise<Spooled>;
  /** Removes the stored files from the spool. */
  discard(): Promise<void>;
}

/** A tar archive states each file's size before its bytes, so files are spooled first; the database does not have to wait for that. */
export function openPacking(spool: Spool): Packing {
  const kept: { readonly path: string; readonly content: Spooled }[] = [];
  return {
    async storeFile(path, content) {
      const spooled = await spool.take(content);
      kept.push({ path, content: spooled });
      return { path, bytes: spooled.size, sha256: spooled.digest };
    },
    async pack(folder) {
      const tar = tarOf();
      const gzip = createGzip();
      const filled = fill(tar, folder, kept).catch((error: Error) => {
        tar.destroy(error);
      });
      const [packed] = await Promise.all([spool.take(gzip), pipeline(Readable.from(tar), gzip), filled]);
      return packed;
    },
    async discard() {
      for (const { content } of kept) await content.remove();
    },
  };
}

async function fill(
  tar: ReturnType<typeof tarOf>,
  folder: string,
  kept: readonly { readonly path: string; readonly content: Spooled }[],
): Promise<void> {
  for (const { path, content } of kept)
    await pipeline(content.open(), tar.entry({ name: `${folder}/${path}`, size: content.size, mode: 0o600 }));
  tar.finalize();
}
