import { sql } from "kysely";
import type { Db, InstallationDb } from "../../../ground/db/index.ts";
import type { DirectoryEntry } from "./schema.ts";

/** What has been learnt about the domain since then. It is public, so everybody may read it. */
export async function findEntrySince(db: Db, domain: string, since: Date): Promise<DirectoryEntry | undefined> {
  const row = await db
    .selectFrom("agent_directory")
    .select("entry")
    .where("domain", "=", domain)
    .where("read_at", ">", since)
    .executeTakeFirst();
  return row && (row.entry as unknown as DirectoryEntry);
}

export async function saveEntryForAllCustomers(db: InstallationDb, entry: DirectoryEntry, wall: Date): Promise<void> {
  const columns = { entry: JSON.stringify(entry), read_at: wall };
  await db
    .insertInto("agent_directory")
    .values({ domain: entry.domain, ...columns })
    .onConflict((conflict) => conflict.column("domain").doUpdateSet(columns))
    .execute();
}

export async function deleteOldEntriesOfAllCustomers(db: InstallationDb, wall: Date): Promise<void> {
  await db
    .deleteFrom("agent_directory")
    .where(sql<boolean>`read_at < ${wall}::timestamptz - interval '1 hour'`)
    .execute();
}
