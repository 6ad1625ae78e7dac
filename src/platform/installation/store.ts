import { sql } from "kysely";
import type { InstallationDb } from "../../ground/db/index.ts";

export interface DatabaseFacts {
  readonly server: string;
  readonly bytes: number;
  readonly migrations: number;
  readonly newestMigration: string;
  readonly migratedAt: Date;
}

export interface LastBackup {
  readonly at: Date;
  readonly verifiedAt: Date;
  readonly sizeBytes: number;
  /** When any of the backups, not necessarily the last, was last restored, even if only as a trial. */
  readonly restoreTriedAt: Date | null;
}

export async function lastBackupOfInstallation(db: InstallationDb): Promise<LastBackup | undefined> {
  return db
    .selectFrom("backups")
    .select((select) => [
      "taken_at as at",
      "verified_at as verifiedAt",
      sql<number>`size_bytes::float8`.as("sizeBytes"),
      select
        .selectFrom("backups as tried")
        .select(({ fn }) => fn.max("tried.restore_tried_at").as("at"))
        .as("restoreTriedAt"),
    ])
    .orderBy("taken_at", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** When the last backup was taken; if there is none, when the installation was first started. */
export async function backedUpSinceOfInstallation(db: InstallationDb): Promise<Date | null> {
  const { rows } = await sql<{ since: Date | null }>`
    select coalesce((select max(taken_at) from backups), (select min(created_at) from installation_identity)) as since`.execute(
    db,
  );
  return rows[0]?.since ?? null;
}

export async function databaseFactsOfInstallation(db: InstallationDb): Promise<DatabaseFacts> {
  return db
    .selectFrom("migrations")
    .select(({ fn }) => [
      sql<string>`current_setting('server_version')`.as("server"),
      sql<number>`pg_database_size(current_database())::float8`.as("bytes"),
      fn.countAll<number>().as("migrations"),
      sql<string>`max(name)`.as("newestMigration"),
      sql<Date>`max(applied_at)`.as("migratedAt"),
    ])
    .executeTakeFirstOrThrow();
}
