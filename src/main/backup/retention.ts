import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { BACKUP_NAME } from "./take-backup.ts";

/** Removes all but the newest backups in a folder, and returns the names of those it removed. Anything else in the folder is kept. */
export async function deleteAllButNewest(folder: string, count: number): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => BACKUP_NAME.test(name)).sort();
  const old = names.slice(0, Math.max(0, names.length - count));
  for (const name of old) await rm(join(folder, name), { recursive: true, force: true });
  return old;
}
