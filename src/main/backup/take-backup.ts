import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { assetKeyOf, type Blobs } from "../../ground/blobs/index.ts";
import { atSnapshot, type Snapshot } from "../../ground/db/copy/index.ts";
import { DAY_MS } from "../../ground/kernel/clock.ts";
import { RELEASE } from "../../platform/installation/index.ts";
import { backUpFiles } from "./back-up-files.ts";
import { backUpFile } from "./backup-file.ts";
import { type BackupFile, type Manifest, writeManifest } from "./manifest.ts";
import { blobsOfAllCustomers, type HeldBlob, identityOfInstallation } from "./store.ts";
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

/** The name of a folder that is not finished. */
const DRAFT = ".unfinished";
/** No backup takes this long, so older drafts are the remains of a crash, and the next backup removes them. */
const ABANDONED_MS = 7 * DAY_MS;

/**
 * Writes everything except the vault key to a new folder in `target`, while the installation is running, and verifies it. The database is a
 * snapshot, and the blobs and files to which its rows refer existed before it.
 */
export async function takeBackup(source: BackupSource, target: string): Promise<TakenBackup> {
  await mkdir(target, { recursive: true, mode: 0o700 });
  await sweepDrafts(target);
  // Dead rows cannot be vacuumed while a snapshot is open, so work that does not need it is done afterwards.
  const { folder, draft, part, held } = await atSnapshot(source.ownerUrl, async (snapshot) => {
    const folder = join(target, nameOf(snapshot.at));
    const draft = `${folder}${DRAFT}`;
    await mkdir(draft, { mode: 0o700 });
    return { folder, draft, part: await backUpDatabase(draft, snapshot), held: await blobsOfAllCustomers(snapshot) };
  });
  const blobs = await backUpBlobs(draft, source.blobs, held);
  const manifest = { ...part, ...blobs, files: await backUpFiles(draft, source.dataFolder, target) };
  await writeManifest(draft, manifest);
  const complaints = await verifyBackup(draft);
  if (complaints.length > 0) throw new Error(`the backup does not match what was written: ${complaints.join("; ")}`);
  await rename(draft, folder);
  return { folder, manifest };
}

/** Two backups may be taken into one folder at the same time, so the other one's draft is kept. */
async function sweepDrafts(target: string): Promise<void> {
  for (const name of (await readdir(target)).filter((one) => one.endsWith(DRAFT))) {
    const draft = join(target, name);
    const made = await stat(draft).catch(() => null);
    if (made && Date.now() - made.mtimeMs > ABANDONED_MS) await rm(draft, { recursive: true, force: true });
  }
}

/** `interchange-2026-11-22T09-30-00-000Z` sorts by time, and is a valid name on every file system. */
export function nameOf(at: Date): string {
  return `interchange-${at.toISOString().replaceAll(/[:.]/g, "-")}`;
}

export const BACKUP_NAME = /^interchange-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z$/;

async function backUpDatabase(
  draft: string,
  snapshot: Snapshot,
): Promise<Omit<Manifest, "blobs" | "missingBlobs" | "files">> {
  const identity = await identityOfInstallation(snapshot);
  if (!identity) throw new Error("no server has used this database yet: there is nothing to back up");
  const kept = new Map<string, BackupFile>();
  const dump = await snapshot.dump(async (table, rows) => {
    kept.set(table, await backUpFile(draft, join("database", `${table}.copy.zst`), rows));
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
  };
}

async function backUpBlobs(
  draft: string,
  blobs: Blobs,
  held: readonly HeldBlob[],
): Promise<Pick<Manifest, "blobs" | "missingBlobs">> {
  const found: Manifest["blobs"] = [];
  const missingBlobs: string[] = [];
  for (const { customerId, assetId, contentType } of held) {
    const key = assetKeyOf(customerId, assetId);
    const content = await blobs.get(key);
    if (!content) missingBlobs.push(key);
    else found.push({ key, contentType, kept: await backUpFile(draft, join("blobs", `${key}.zst`), content) });
  }
  return { blobs: found, missingBlobs };
}
