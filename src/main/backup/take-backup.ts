import { createReadStream } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { blobKeyOf } from "../../demand/creatives/index.ts";
import type { Blobs } from "../../ground/blobs/index.ts";
import { atSnapshot, type Snapshot } from "../../ground/db/copy/index.ts";
import { RELEASE } from "../../platform/installation/index.ts";
import { keepFile } from "./kept-file.ts";
import { type KeptFile, type Manifest, writeManifest } from "./manifest.ts";
import { blobsOfAllCustomers, identityOfInstallation } from "./store.ts";
import { verifyBackup } from "./verify-backup.ts";

export interface BackupSource {
  /** A login that owns the tables. */
  readonly ownerUrl: string;
  readonly dataFolder: string;
  readonly blobs: Blobs;
}

export interface TakenBackup {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** A folder that is not finished; one that a crash left behind is removed by the next backup. */
const DRAFT = ".unfinished";

/**
 * Writes everything but the vault's key to a new folder in `target`, while the installation runs, and reads it again. The
 * database is as it was at one moment; the blobs and files that its rows need were there before that moment.
 */
export async function takeBackup(source: BackupSource, target: string): Promise<TakenBackup> {
  await mkdir(target, { recursive: true, mode: 0o700 });
  for (const name of await readdir(target))
    if (name.endsWith(DRAFT)) await rm(join(target, name), { recursive: true, force: true });
  return atSnapshot(source.ownerUrl, async (snapshot) => {
    const folder = join(target, nameOf(snapshot.at));
    const draft = `${folder}${DRAFT}`;
    await mkdir(draft, { mode: 0o700 });
    const manifest = await writeInto(draft, source, snapshot, target);
    await writeManifest(draft, manifest);
    const complaints = await verifyBackup(draft);
    if (complaints.length > 0) throw new Error(`the backup does not match what was written: ${complaints.join("; ")}`);
    await rename(draft, folder);
    return { folder, manifest };
  });
}

/** `interchange-2026-11-22T09-30-00-000Z`: sorts by time, and is a name on every file system. */
function nameOf(at: Date): string {
  return `interchange-${at.toISOString().replaceAll(/[:.]/g, "-")}`;
}

export const BACKUP_NAME = /^interchange-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z$/;

async function writeInto(
  draft: string,
  { dataFolder, blobs }: BackupSource,
  snapshot: Snapshot,
  target: string,
): Promise<Manifest> {
  const identity = await identityOfInstallation(snapshot);
  if (!identity) throw new Error("no server has used this database yet: there is nothing to back up");
  const kept = new Map<string, KeptFile>();
  const dump = await snapshot.dump(async (table, rows) => {
    kept.set(table, await keepFile(draft, join("database", `${table}.copy.zst`), rows));
  });
  const tables = dump.tables.flatMap((table) => {
    const file = kept.get(table.table);
    return file ? [{ ...table, columns: [...table.columns], kept: file }] : [];
  });
  return {
    format: 1,
    release: RELEASE,
    takenAt: snapshot.at.toISOString(),
    ...identity,
    database: { ...dump, migrations: [...dump.migrations], sequences: [...dump.sequences], tables },
    ...(await keepBlobs(draft, blobs, snapshot)),
    files: await keepFiles(draft, dataFolder, target),
  };
}

async function keepBlobs(
  draft: string,
  blobs: Blobs,
  snapshot: Snapshot,
): Promise<Pick<Manifest, "blobs" | "missingBlobs">> {
  const found: Manifest["blobs"] = [];
  const missingBlobs: string[] = [];
  for (const { customerId, assetId, contentType } of await blobsOfAllCustomers(snapshot)) {
    const key = blobKeyOf(customerId, assetId);
    const content = await blobs.get(key);
    if (!content) missingBlobs.push(key);
    else found.push({ key, contentType, kept: await keepFile(draft, join("blobs", `${key}.zst`), content) });
  }
  return { blobs: found, missingBlobs };
}

/** In the data folder, but kept another way (database, blobs), elsewhere (the key) or not at all: mail that was sent, uploads under way. */
const LEFT_OUT = /^(postgres|postgres\.log|postgres-draft-.*|vault\.key.*|blobs|mail|uploads)$/;

async function keepFiles(draft: string, dataFolder: string, target: string): Promise<Manifest["files"]> {
  const files: Manifest["files"] = [];
  for (const path of await filesIn(dataFolder, target)) {
    const content = createReadStream(join(dataFolder, path));
    files.push({ path, kept: await keepFile(draft, join("files", `${path}.zst`), content) });
  }
  return files;
}

async function filesIn(dataFolder: string, target: string): Promise<string[]> {
  const entries = await readdir(dataFolder, { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries.filter(({ name }) => !LEFT_OUT.test(name))) {
    const place = join(dataFolder, entry.name);
    if (entry.isFile()) found.push(entry.name);
    // Backups may stand in the data folder itself, and do not grow by each other.
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
