import { sql } from "kysely";
import type { Db, InstallationDb, Row } from "../../../ground/db/index.ts";
import { stepped } from "../../../ground/kernel/lifecycle.ts";
import type { ModularSourceRef } from "../modular-source.ts";
import { type Upload, uploadLife } from "./upload.ts";

export async function insertUpload(db: Db, customerId: number, upload: Upload): Promise<void> {
  await db
    .insertInto("modular_uploads")
    .values({
      customer_id: customerId,
      upload_id: upload.uploadId,
      inventory_source_id: upload.inventorySourceId,
      status: upload.status,
      input_source: upload.inputSource,
      digest: upload.digest,
      base_revision: upload.baseRevision,
      avail_count: upload.availCount,
      rejected_row_count: upload.rejectedRowCount,
      warning_count: upload.warningCount,
      created_at: upload.createdAt,
      expires_at: upload.expiresAt,
    })
    .execute();
}

/** A batch is a JSON list of rows by column, as a worker thread wrote it; it is passed to the database unchanged. */
export async function insertUploadRows(db: Db, customerId: number, uploadId: string, batch: string): Promise<void> {
  await sql`
    insert into modular_upload_rows
    select ${customerId}, ${uploadId}, said.*
    from jsonb_to_recordset(${batch}::jsonb) as said (
      avail_id text, name text, collection_id text, collection_name text, collection_description text, channel text,
      start_time timestamptz, end_time timestamptz, impressions_capacity bigint, upstream_booked_impressions bigint,
      cpm numeric, currency text, targeting jsonb, source_metadata jsonb, format_options jsonb, publisher_properties jsonb,
      group_key text, words text[]
    )
    returning true
  `.execute(db);
}

export async function lockUpload(
  db: Db,
  { customerId, inventorySourceId }: ModularSourceRef,
  uploadId: string,
): Promise<Upload | undefined> {
  const row = await db
    .selectFrom("modular_uploads")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("inventory_source_id", "=", inventorySourceId)
    .where("upload_id", "=", uploadId)
    .forUpdate()
    .executeTakeFirst();
  return row && fromRow(row);
}

/** Marks an upload as committed and deletes its rows, which are avails now. */
export async function endUpload(db: Db, customerId: number, uploadId: string): Promise<void> {
  await db
    .updateTable("modular_uploads")
    .set({ status: stepped(uploadLife, "commit", "PREVIEW") })
    .where("customer_id", "=", customerId)
    .where("upload_id", "=", uploadId)
    .execute();
  await db
    .deleteFrom("modular_upload_rows")
    .where("customer_id", "=", customerId)
    .where("upload_id", "=", uploadId)
    .execute();
}

/** Deletes previews that were never committed, with their rows. */
export async function dropExpiredUploadsOfAllCustomers(db: InstallationDb, wall: Date): Promise<void> {
  await db.deleteFrom("modular_uploads").where("status", "=", "PREVIEW").where("expires_at", "<=", wall).execute();
}

function fromRow(row: Row<"modular_uploads">): Upload {
  return {
    uploadId: row.upload_id,
    inventorySourceId: row.inventory_source_id,
    status: row.status as Upload["status"],
    inputSource: row.input_source,
    digest: row.digest,
    baseRevision: row.base_revision,
    availCount: row.avail_count,
    rejectedRowCount: row.rejected_row_count,
    warningCount: row.warning_count,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  };
}
