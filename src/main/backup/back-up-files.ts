import { open, readdir } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { backUpFile } from "./backup-file.ts";
import type { Manifest } from "./manifest.ts";

/**
 * These are in the data folder, but are either backed up in another way (database, blobs), stored elsewhere (the key), or not backed up at
 * all: sent mail, uploads in progress, and other backups.
 */
const LEFT_OUT =
  /^(postgres|postgres\.log|postgres-draft-.*|vault\.key.*|blobs|mail|uploads|interchange-\d{4}-\d\d-\d\dT.*)$/;

/** Copies the other files in the data folder. A file that disappears before it is read was only temporary. */
export async function backUpFiles(draft: string, dataFolder: string, target: string): Promise<Manifest["files"]> {
  const files: Manifest["files"] = [];
  for (const path of await filesIn(dataFolder, target)) {
    const file = await open(join(dataFolder, path)).catch(unlessMissing);
    if (!file) continue;
    files.push({ path, kept: await backUpFile(draft, join("files", `${path}.zst`), file.createReadStream()) });
  }
  return files;
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}

async function filesIn(dataFolder: string, target: string): Promise<string[]> {
  const entries = await readdir(dataFolder, { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries.filter(({ name }) => !LEFT_OUT.test(name))) {
    const place = join(dataFolder, entry.name);
    if (entry.isFile()) found.push(entry.name);
    // Backups may be inside the data folder, but must not include each other.
    if (!entry.isDirectory() || isWithin(resolve(target), resolve(place))) continue;
    const below = await readdir(place, { recursive: true, withFileTypes: true });
    for (const file of below.filter((one) => one.isFile()))
      found.push(relative(dataFolder, join(file.parentPath, file.name)));
  }
  return found.sort();
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}${sep}`);
}
