import { createWriteStream, existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, resolve, sep } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Blobs, Spool } from "../../ground/blobs/index.ts";
import { loadDatabase } from "../../ground/db/copy/index.ts";
import { migrate } from "../../ground/db/index.ts";
import { openBackedUp } from "./backup-file.ts";
import { type Manifest, readManifest } from "./manifest.ts";
import { recordBackup } from "./recorded-store.ts";
import { expectReconciliation } from "./restored-store.ts";
import { verifyBackup } from "./verify-backup.ts";

export interface RestoreTarget {
  /** The login that will own the tables, in an empty database. */
  readonly ownerUrl: string;
  readonly dataFolder: string;
  readonly blobs: Blobs;
  readonly spool: Spool;
  /** The fingerprint of the target's vault key. */
  readonly vaultFingerprint: string;
}

/**
 * Restores a backup into an empty database and the data folder. Nothing is written until the backup has been read completely and the vault
 * key is known to match. Existing files are kept, because a sandbox's sellers remember more than a backup contains.
 */
export async function restoreBackup(folder: string, target: RestoreTarget): Promise<Manifest> {
  const manifest = await readManifest(folder);
  if (manifest.vaultFingerprint !== target.vaultFingerprint)
    throw new Error(
      "the vault key is not the one that this backup's secrets are encrypted with: put the key that was stored with it into vault.key in the data folder, or into INTERCHANGE_VAULT_KEY",
    );
  const complaints = await verifyBackup(folder);
  if (complaints.length > 0) throw new Error(`the backup is damaged: ${complaints.join("; ")}`);
  const files = new Map(manifest.database.tables.map(({ table, kept }) => [table, kept]));
  await loadDatabase(target.ownerUrl, manifest.database, (table) => {
    const kept = files.get(table);
    if (!kept) throw new Error(`the backup has no rows of ${table}`);
    return openBackedUp(folder, kept);
  });
  // The server that uses the database next has to ask the sellers what has happened since the backup, so the database must record that a
  // restore took place.
  await migrate(target.ownerUrl);
  await expectReconciliation(target.ownerUrl, manifest.takenAt);
  const now = new Date();
  await recordBackup(target.ownerUrl, manifest, { verifiedAt: now, restoreTriedAt: now });
  for (const { key, contentType, kept } of manifest.blobs) {
    // A bucket requires the number of bytes in advance.
    const content = await target.spool.take(openBackedUp(folder, kept));
    await target.blobs.put(key, content, contentType);
    await content.remove();
  }
  for (const { path, kept } of manifest.files) await putFile(target.dataFolder, path, openBackedUp(folder, kept));
  return manifest;
}

async function putFile(dataFolder: string, path: string, content: Readable): Promise<void> {
  const place = resolve(dataFolder, path);
  if (!place.startsWith(`${resolve(dataFolder)}${sep}`)) throw new Error(`${path} is outside the data folder`);
  if (existsSync(place)) return void content.destroy();
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  await pipeline(content, createWriteStream(place, { mode: 0o600, flags: "wx", flush: true }));
}
