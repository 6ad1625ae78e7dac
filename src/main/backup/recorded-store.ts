import { backupFilesOf, type Manifest } from "./manifest.ts";
import { asOwner } from "./owner-store.ts";
import { nameOf } from "./take-backup.ts";

interface RecordedBackup {
  /** In real time. */
  readonly verifiedAt: Date;
  readonly restoreTriedAt?: Date;
}

/**
 * Records in an installation's database that one of its backups was found intact, and perhaps restored. Returns the reason if it cannot be
 * recorded, because the database belongs to another installation or has not been migrated yet.
 */
export async function recordBackup(
  ownerUrl: string,
  manifest: Manifest,
  { verifiedAt, restoreTriedAt }: RecordedBackup,
): Promise<string | undefined> {
  return asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ isThere: boolean }>(
      `select to_regclass('public.backups') is not null as "isThere"`,
    );
    if (!rows[0]?.isThere) return "the database was migrated last by a release that does not record backups";
    const takenAt = new Date(manifest.takenAt);
    const bytes = backupFilesOf(manifest).reduce((sum, kept) => sum + kept.bytes, 0);
    const values = [nameOf(takenAt), takenAt, verifiedAt, restoreTriedAt ?? null, bytes, manifest.vaultFingerprint];
    const { rowCount } = await client.query(NOTE, values);
    return rowCount === 0 ? "it is a backup of a different installation from the one in these settings" : undefined;
  });
}

const NOTE = `
  insert into backups (backup_name, taken_at, verified_at, restore_tried_at, size_bytes)
  select $1, $2::timestamptz, $3::timestamptz, $4::timestamptz, $5::bigint
  where exists (select from installation_identity where vault_fingerprint = $6)
  on conflict (backup_name) do update
    set verified_at = excluded.verified_at, restore_tried_at = coalesce(excluded.restore_tried_at, backups.restore_tried_at)`;
