import { sql } from "kysely";
import type { InstallationDb } from "../../ground/db/index.ts";

export interface DatabaseFacts {
  readonly server: string;
  readonly bytes: number;
  readonly migrations: number;
  readonly newestMigration: string;
  readonly migratedAt: Date;
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
