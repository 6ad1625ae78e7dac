import { type ExpressionBuilder, sql } from "kysely";
import type { Db, InstallationDb, Row, Tables } from "../../ground/db/index.ts";
import { languageTags } from "../../ground/kernel/inputs/language-tag.ts";
import { beginningUnder, type JoinLink, type NewJoinLink } from "./join-link.ts";
import type { OpenLink } from "./link-preview.ts";
import { lookFromRow } from "./storefront-look.ts";

/** Undefined if an active link of any seller has the slug. */
export async function insertJoinLink(db: Db, link: NewJoinLink, slug: string, at: Date): Promise<JoinLink | undefined> {
  const row = await db
    .insertInto("join_links")
    .values({
      customer_id: link.customerId,
      storefront_id: link.storefrontId,
      slug,
      posture: link.posture,
      approval_policy: link.approvalPolicy,
      max_uses: link.maxUses,
      expires_at: link.expiresAt,
      created_at: at,
      updated_at: at,
    })
    .onConflict((conflict) => conflict.column("slug").where("revoked_at", "is", null).doNothing())
    .returningAll()
    .executeTakeFirst();
  return row && fromRow(row);
}

/** The links that have not been disabled, newest first. */
export async function listActiveLinks(db: Db, customerId: number): Promise<JoinLink[]> {
  const rows = await db
    .selectFrom("join_links")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("revoked_at", "is", null)
    .orderBy("created_at", "desc")
    .orderBy("join_link_id", "desc")
    .execute();
  return rows.map(fromRow);
}

/** Returns false if the organisation has no active link with this number. */
export async function revokeLink(db: Db, customerId: number, joinLinkId: number, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("join_links")
    .set({ revoked_at: at, updated_at: at })
    .where("customer_id", "=", customerId)
    .where("join_link_id", "=", joinLinkId)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** One statement, whatever is wrong with the link, so that the response time reveals no more than the response. */
export async function findOpenLinkOfAnySeller(
  db: InstallationDb,
  slug: string,
  wall: Date,
): Promise<OpenLink | undefined> {
  const row = await db
    .selectFrom("join_links")
    .innerJoin("storefronts", "storefronts.storefront_id", "join_links.storefront_id")
    .leftJoin("brands", "brands.domain", "storefronts.operator_domain")
    .selectAll("join_links")
    .select([
      "storefronts.name",
      "storefronts.operator_domain",
      "storefronts.logo_url",
      "storefronts.brand_colors",
      "storefronts.default_currency",
      "storefronts.supported_languages",
      "brands.brand",
    ])
    .where("slug", "=", slug)
    .where((link) => isOpen(link, wall))
    .executeTakeFirst();
  if (!row) return undefined;
  const link = fromRow(row);
  const preview = {
    storefrontName: row.name,
    operatorDomain: row.operator_domain,
    ...lookFromRow(row),
    defaultCurrency: row.default_currency,
    supportedLanguages: row.supported_languages && languageTags(row.supported_languages),
    entry: beginningUnder(link.approvalPolicy) === "active" ? ("immediate" as const) : ("reviewed" as const),
  };
  return { link, preview };
}

/** A link, whatever its state. */
export async function findLinkOfAnySeller(db: InstallationDb, joinLinkId: number): Promise<JoinLink | undefined> {
  const row = await db.selectFrom("join_links").selectAll().where("join_link_id", "=", joinLinkId).executeTakeFirst();
  return row && fromRow(row);
}

/**
 * The link, if it has room for one more buyer; people who have not answered their mail yet hold their places.
 * Concurrent requests wait for the lock, so the places are counted by a separate statement, which sees what they have
 * committed.
 */
export async function findRoomOfAnySeller(
  db: InstallationDb,
  joinLinkId: number,
  wall: Date,
): Promise<{ link: JoinLink; sandbox: boolean } | undefined> {
  await lockLinkOfAnySeller(db, joinLinkId);
  const row = await db
    .selectFrom("join_links")
    .selectAll("join_links")
    .select(sql<boolean>`(select sandbox from customers where customer_id = join_links.customer_id)`.as("sandbox"))
    .where("join_link_id", "=", joinLinkId)
    .where((link) => isOpen(link, wall))
    .executeTakeFirst();
  return row && { link: fromRow(row), sandbox: row.sandbox };
}

/** Counts a buyer who has signed up and confirmed their address. The caller has locked the link. */
export async function countUseOfAnySeller(db: InstallationDb, joinLinkId: number, wall: Date): Promise<void> {
  await db
    .updateTable("join_links")
    .set((link) => ({ uses: link("uses", "+", 1), updated_at: wall }))
    .where("join_link_id", "=", joinLinkId)
    .execute();
}

/** Whether a link has a free place, regardless of its other conditions. The caller has locked the link. */
export async function hasPlaceOfAnySeller(db: InstallationDb, joinLinkId: number, wall: Date): Promise<boolean> {
  const row = await db
    .selectFrom("join_links")
    .select("join_link_id")
    .where("join_link_id", "=", joinLinkId)
    .where(hasPlace(wall))
    .executeTakeFirst();
  return row !== undefined;
}

export async function lockLinkOfAnySeller(db: InstallationDb, joinLinkId: number): Promise<void> {
  await db
    .selectFrom("join_links")
    .select("join_link_id")
    .where("join_link_id", "=", joinLinkId)
    .forUpdate()
    .executeTakeFirst();
}

/**
 * The seller of a storefront; undefined if there is no such storefront. Requires a transaction that can see the whole
 * marketplace.
 */
export async function findSellerOfStorefront(db: Db, storefrontId: number): Promise<number | undefined> {
  const row = await db
    .selectFrom("storefronts")
    .select("customer_id")
    .where("storefront_id", "=", storefrontId)
    .executeTakeFirst();
  return row?.customer_id;
}

/** A link expires by its seller's clock, which in a sandbox can be ahead of wall-clock time. */
function isOpen(link: ExpressionBuilder<Tables, "join_links">, wall: Date) {
  return link.and([
    link("join_links.revoked_at", "is", null),
    link("join_links.approval_policy", "<>", "closed"),
    hasPlace(wall),
    sql<boolean>`exists (
      select from storefronts home join customers seller using (customer_id)
      where home.storefront_id = join_links.storefront_id and home.archived_at is null
        and coalesce(join_links.expires_at > ${wall}::timestamptz + seller.clock_offset_ms * interval '1 ms', true))`,
  ]);
}

/** A held place is not given to anybody else until the hold expires. */
function hasPlace(wall: Date) {
  return sql<boolean>`(join_links.max_uses is null or join_links.uses + (
    select count(*) from sponsorships
    where sponsorships.join_link_id = join_links.join_link_id and held_until > ${wall}) < join_links.max_uses)`;
}

function fromRow(row: Row<"join_links">): JoinLink {
  return {
    joinLinkId: row.join_link_id,
    customerId: row.customer_id,
    storefrontId: row.storefront_id,
    slug: row.slug,
    posture: row.posture as JoinLink["posture"],
    approvalPolicy: row.approval_policy as JoinLink["approvalPolicy"],
    uses: row.uses,
    maxUses: row.max_uses,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
