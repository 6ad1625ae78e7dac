import { sql } from "kysely";
import type { Db, Row } from "../../../ground/db/index.ts";
import { stepped } from "../../../ground/kernel/lifecycle.ts";
import type { SellerCreative } from "../../../ground/seller-agent/index.ts";
import {
  type Content,
  type CreativeStatus,
  type Intake,
  type LibraryCreative,
  type LibraryOwner,
  libraryLife,
  type Purge,
  STEP_TO,
} from "./library-creative.ts";

/** Locks the owner's library until the end of the transaction, so that of two concurrent syncs one waits for the other. */
export async function lockLibrary(db: Db, customerId: number, owner: LibraryOwner): Promise<void> {
  const { storefrontId, principal, account } = owner;
  const name = JSON.stringify(["library_creatives", customerId, storefrontId, principal, account]);
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(db);
}

/**
 * Those of the creatives that the owner has, whatever their status. A purged creative is left out, so it can be sent as
 * if it were new.
 */
export async function findCreatives(
  db: Db,
  customerId: number,
  owner: LibraryOwner,
  creativeIds: readonly string[],
): Promise<LibraryCreative[]> {
  const rows = await creativesOf(db, customerId, owner)
    .where(sql<boolean>`creative_id = any(${creativeIds})`)
    .where("purged", "is", null)
    .execute();
  return rows.map(fromRow);
}

/**
 * The creatives that the buyer means by these ids: those of the account, or else those of its other accounts. Archived
 * ones are left out.
 */
export async function findNamed(
  db: Db,
  customerId: number,
  { storefrontId, principal, account }: LibraryOwner,
  creativeIds: readonly string[],
): Promise<LibraryCreative[]> {
  const rows = await db
    .selectFrom("library_creatives")
    .selectAll()
    .distinctOn("creative_id")
    .where("customer_id", "=", customerId)
    .where("storefront_id", "=", storefrontId)
    .where("principal", "=", principal)
    .where(sql<boolean>`creative_id = any(${creativeIds})`)
    .where("standing", "<>", "archived")
    .orderBy("creative_id")
    .orderBy(sql`account = ${account}`, "desc")
    .orderBy("library_creative_id", "desc")
    .execute();
  return rows.map(fromRow);
}

/** The owner's creatives that these ids do not name, except archived ones. */
export async function findOthers(
  db: Db,
  customerId: number,
  owner: LibraryOwner,
  creativeIds: readonly string[],
): Promise<LibraryCreative[]> {
  const rows = await creativesOf(db, customerId, owner)
    .where(sql<boolean>`creative_id <> all(${creativeIds})`)
    .where("standing", "<>", "archived")
    .orderBy("library_creative_id")
    .execute();
  return rows.map(fromRow);
}

export interface AddedCreative {
  readonly creative: SellerCreative;
  readonly after: Intake["after"];
}

/** Stores what was sent, and returns it as stored. */
export async function saveCreatives(
  db: Db,
  customerId: number,
  owner: LibraryOwner,
  taken: readonly AddedCreative[],
  at: Date,
): Promise<LibraryCreative[]> {
  if (taken.length === 0) return [];
  const rows = await db
    .insertInto("library_creatives")
    .values(taken.map((one) => rowOf(customerId, owner, one, at)))
    .onConflict((conflict) =>
      conflict
        .columns(["customer_id", "storefront_id", "principal", "account", "creative_id"])
        .doUpdateSet(({ ref }) => ({
          name: ref("excluded.name"),
          manifest: ref("excluded.manifest"),
          standing: ref("excluded.standing"),
          predecessor: ref("excluded.predecessor"),
          purged: null,
          note: null,
          is_news: false,
          updated_at: at,
        })),
    )
    .returningAll()
    .execute();
  return rows.map(fromRow);
}

function rowOf(
  customerId: number,
  { storefrontId, principal, account }: LibraryOwner,
  { creative, after }: AddedCreative,
  at: Date,
) {
  return {
    customer_id: customerId,
    storefront_id: storefrontId,
    principal,
    account,
    creative_id: creative.creativeId,
    name: creative.name,
    manifest: JSON.stringify(creative.manifest),
    standing: after.standing,
    predecessor: after.predecessor && JSON.stringify(after.predecessor),
    created_at: at,
    updated_at: at,
  };
}

/** Records that their buyer has been told of the decision. */
export async function recordReported(db: Db, customerId: number, ids: readonly number[]): Promise<void> {
  await db
    .updateTable("library_creatives")
    .set({ is_news: false })
    .where("customer_id", "=", customerId)
    .where(sql<boolean>`library_creative_id = any(${ids})`)
    .execute();
}

export async function archiveCreatives(db: Db, customerId: number, ids: readonly number[], at: Date): Promise<void> {
  await db
    .updateTable("library_creatives")
    .set({ standing: stepped(libraryLife, "archive", "approved"), predecessor: null, updated_at: at })
    .where("customer_id", "=", customerId)
    .where(sql<boolean>`library_creative_id = any(${ids})`)
    .execute();
}

export async function findLibraryCreative(
  db: Db,
  customerId: number,
  libraryCreativeId: number,
): Promise<LibraryCreative> {
  const row = await db
    .selectFrom("library_creatives")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("library_creative_id", "=", libraryCreativeId)
    .executeTakeFirstOrThrow();
  return fromRow(row);
}

/**
 * The newest creative with this id in any of the buyer's sandbox accounts, and whether the storefront's people are
 * reviewing it.
 */
export async function findTrial(
  db: Db,
  customerId: number,
  { storefrontId, principal }: Pick<LibraryOwner, "storefrontId" | "principal">,
  creativeId: string,
): Promise<{ readonly creative: LibraryCreative; readonly isUnderReview: boolean } | undefined> {
  const row = await db
    .selectFrom("library_creatives")
    .selectAll()
    .select(
      sql<boolean>`exists (
        select from creative_reviews as review
        where review.customer_id = library_creatives.customer_id and review.status = 'pending'
          and review.library_creative_id = library_creatives.library_creative_id)`.as("is_under_review"),
    )
    .where("customer_id", "=", customerId)
    .where("storefront_id", "=", storefrontId)
    .where("principal", "=", principal)
    .where("creative_id", "=", creativeId)
    .where(sql<boolean>`(account::jsonb->>2)::boolean`)
    .where("purged", "is", null)
    .orderBy("library_creative_id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && { creative: fromRow(row), isUnderReview: row.is_under_review };
}

/** Records the purge of an archived creative, of which only the name and the format remain. */
export async function recordPurged(db: Db, customerId: number, libraryCreativeId: number, purge: Purge): Promise<void> {
  await db
    .updateTable("library_creatives")
    .set({
      purged: JSON.stringify(purge),
      note: null,
      manifest: sql`jsonb_strip_nulls(jsonb_set(
        jsonb_set('{}', '{format_id}', coalesce(manifest -> 'format_id', 'null')),
        '{format_kind}', coalesce(manifest -> 'format_kind', 'null')))`,
    })
    .where("customer_id", "=", customerId)
    .where("library_creative_id", "=", libraryCreativeId)
    .execute();
}

interface Decision {
  readonly standing: Exclude<CreativeStatus, "archived">;
  readonly note: string | null;
}

export async function decideCreative(
  db: Db,
  customerId: number,
  libraryCreativeId: number,
  { standing, note }: Decision,
  at: Date,
): Promise<void> {
  await db
    .updateTable("library_creatives")
    .set({ standing, note, predecessor: null, is_news: true, updated_at: at })
    .where("customer_id", "=", customerId)
    .where("library_creative_id", "=", libraryCreativeId)
    .where(sql<boolean>`standing = any(${Object.keys(libraryLife.transitions[STEP_TO[standing]])})`)
    .execute();
}

function creativesOf(db: Db, customerId: number, { storefrontId, principal, account }: LibraryOwner) {
  return db
    .selectFrom("library_creatives")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("storefront_id", "=", storefrontId)
    .where("principal", "=", principal)
    .where("account", "=", account);
}

export function fromRow(row: Row<"library_creatives">): LibraryCreative {
  return {
    libraryCreativeId: row.library_creative_id,
    storefrontId: row.storefront_id,
    principal: row.principal,
    account: row.account,
    creativeId: row.creative_id,
    name: row.name,
    manifest: row.manifest as LibraryCreative["manifest"],
    standing: row.standing as CreativeStatus,
    predecessor: row.predecessor as Content | null,
    purged: row.purged as Purge | null,
    note: row.note,
    isNews: row.is_news,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
