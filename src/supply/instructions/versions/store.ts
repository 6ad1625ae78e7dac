import { sql } from "kysely";
import { type Db, preparedQuery, type Row } from "../../../ground/db/index.ts";
import type { Thresholds } from "../operating/doctrine.ts";
import type { DocumentKind, NewVersion, Version } from "./version.ts";

/** The versions, newest first. */
export async function listVersions(db: Db, customerId: number, kind: DocumentKind): Promise<Version[]> {
  const rows = await versions(db, customerId, kind).orderBy("version", "desc").execute();
  return rows.map(fromRow);
}

export async function findVersion(
  db: Db,
  customerId: number,
  kind: DocumentKind,
  version: number,
): Promise<Version | undefined> {
  const row = await versions(db, customerId, kind).where("version", "=", version).executeTakeFirst();
  return row && fromRow(row);
}

export async function findActiveVersion(db: Db, customerId: number, kind: DocumentKind): Promise<Version | undefined> {
  const row = await versions(db, customerId, kind).where("is_active", "=", true).executeTakeFirst();
  return row && fromRow(row);
}

export async function findActiveVersions(
  db: Db,
  customerId: number,
): Promise<Readonly<Partial<Record<DocumentKind, Version>>>> {
  const rows = await activeVersions(db, { customerId });
  return Object.fromEntries(rows.map((row) => [row.document, fromRow(row)]));
}

const activeVersions = preparedQuery((db, { customerId }: { readonly customerId: number }) =>
  db.selectFrom("instruction_versions").selectAll().where("customer_id", "=", customerId).where("is_active", "=", true),
);

interface Written extends NewVersion {
  readonly storefrontId: number;
  readonly createdAt: Date;
  readonly createdBy: number | null;
}

/** The caller has locked the storefront, because two concurrent writes would otherwise use the same number. */
export async function insertVersion(
  db: Db,
  customerId: number,
  kind: DocumentKind,
  { storefrontId, content, notes, thresholds, createdAt, createdBy }: Written,
): Promise<Version> {
  const { next } = await db
    .selectFrom("instruction_versions")
    .select(sql<number>`coalesce(max(version), 0) + 1`.as("next"))
    .where("customer_id", "=", customerId)
    .where("document", "=", kind)
    .executeTakeFirstOrThrow();
  const row = await db
    .insertInto("instruction_versions")
    .values({
      customer_id: customerId,
      storefront_id: storefrontId,
      document: kind,
      version: next,
      content,
      notes,
      doctrine: thresholds && JSON.stringify(thresholds),
      created_at: createdAt,
      created_by: createdBy,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return fromRow(row);
}

/** Replaces the version that was active. */
export async function activateVersion(db: Db, customerId: number, kind: DocumentKind, version: number): Promise<void> {
  const ofKind = db
    .updateTable("instruction_versions")
    .where("customer_id", "=", customerId)
    .where("document", "=", kind);
  await ofKind.set({ is_active: false }).where("is_active", "=", true).execute();
  await ofKind.set({ is_active: true }).where("version", "=", version).execute();
}

function versions(db: Db, customerId: number, kind: DocumentKind) {
  return db
    .selectFrom("instruction_versions")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("document", "=", kind);
}

function fromRow(row: Row<"instruction_versions">): Version {
  return {
    versionId: row.version_id,
    storefrontId: row.storefront_id,
    version: row.version,
    content: row.content,
    notes: row.notes,
    thresholds: row.doctrine as Thresholds | null,
    isActive: row.is_active,
    createdAt: row.created_at,
    createdBy: row.created_by,
  };
}
