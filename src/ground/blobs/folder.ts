import { randomUUID } from "node:crypto";
import { mkdir, open, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Blobs, checkedKey } from "./blobs.ts";

/** Blobs as files, readable only by their owner. Processes on several machines need a shared disk. */
export function openFolder(folder: string): Blobs {
  const pathOf = (key: string) => join(folder, ...checkedKey(key).split("/"));
  return {
    async put(key, content) {
      const path = pathOf(key);
      // In the same folder, so that the rename stays on one disk and nobody ever reads an incomplete file.
      const draft = `${path}.${randomUUID()}`;
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      try {
        await writeFile(draft, content instanceof Uint8Array ? content : content.open(), {
          flag: "wx",
          mode: 0o600,
          flush: true,
        });
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
    async get(key) {
      const file = await open(pathOf(key)).catch(unlessMissing);
      return file?.createReadStream();
    },
    remove: (key) => rm(pathOf(key), { force: true }),
  };
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}
