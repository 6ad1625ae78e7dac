import { sql } from "kysely";
import { type Db, type InstallationDb, pageAndTotal, type Row } from "../../ground/db/index.ts";
import type { Page } from "../../ground/kernel/query.ts";
import type { Archive, ArchiveState } from "./archive.ts";

/** Returns false if another archive is being prepared already. */
export async function insertArchive(db: Db, customerId: number, archive: Archive): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("organisation_archives")
    .values({
      customer_id: customerId,
      archive_id: archive.archiveId,
      state: archive.state,
      asked_by: archive.askedBy,
      asked_at: archive.askedAt,
      expires_at: archive.expiresAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Newest first, with the total number. */
export async function listArchives(
  db: Db,
  customerId: number,
  page: Page,
): Promise<{ archives: Archive[]; total: number }> {
  const all = db.selectFrom("organisation_archives").selectAll().where("customer_id", "=", customerId);
  const { rows, total } = await pageAndTotal(all.orderBy("archive_id", "desc"), page);
  return { archives: rows.map(fromRow), total };
}

export async function findArchive(db: Db, customerId: number, archiveId: string): Promise<Archive | undefined> {
  const row = await db
    .selectFrom("organisation_archives")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("archive_id", "=", archiveId)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** Stores the result of a preparation; has no effect if it has been given up in the meantime. */
export async function finishArchive(
  db: Db,
  customerId: number,
  { archiveId, state, readyAt, expiresAt, bytes, sha256 }: Omit<Archive, "askedBy" | "askedAt">,
): Promise<void> {
  await db
    .updateTable("organisation_archives")
    .set({ state, ready_at: readyAt, expires_at: expiresAt, bytes, sha256 })
    .where("customer_id", "=", customerId)
    .where("archive_id", "=", archiveId)
    .where("state", "=", "PREPARING")
    .execute();
}

/** An archive that has expired. */
export interface OldArchive {
  readonly customerId: number;
  readonly archiveId: string;
  readonly state: ArchiveState;
}

export async function listOldArchivesOfAllCustomers(
  db: InstallationDb,
  wall: Date,
  limit: number,
): Promise<OldArchive[]> {
  const rows = await db
    .selectFrom("organisation_archives")
    .select(["customer_id as customerId", "archive_id as archiveId", "state"])
    .where("state", "in", ["PREPARING", "READY"])
    .where("expires_at", "<=", wall)
    .orderBy("expires_at")
    .limit(limit)
    .execute();
  return rows.map(({ state, ...row }) => ({ ...row, state: state as ArchiveState }));
}

export async function setArchiveStatesOfAllCustomers(db: InstallationDb, old: readonly OldArchive[]): Promise<void> {
  await sql`
    update organisation_archives a set state = old.state
    from unnest(${old.map(({ customerId }) => customerId)}::bigint[], ${old.map(({ archiveId }) => archiveId)}::text[],
                ${old.map(({ state }) => state)}::text[]) as old (customer_id, archive_id, state)
    where a.customer_id = old.customer_id and a.archive_id = old.archive_id`.execute(db);
}

function fromRow(row: Row<"organisation_archives">): Archive {
  return {
    archiveId: row.archive_id,
    state: row.state as ArchiveState,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    readyAt: row.ready_at,
    expiresAt: row.expires_at,
    bytes: row.bytes,
    sha256: row.sha256,
  };
}
