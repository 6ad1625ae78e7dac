import { type ExpressionBuilder, sql } from "kysely";
import { jsonObjectFrom } from "kysely/helpers/postgres";
import { type Db, type InstallationDb, pageAndTotal, type Tables } from "../../ground/db/index.ts";
import type { Page } from "../../ground/kernel/query.ts";
import type { LinkedParty, LinkStatus, StorefrontLink } from "./link.ts";

type Direction = "inbound" | "outbound";

interface LinkFilter {
  readonly direction: Direction;
  readonly status?: LinkStatus | undefined;
}

/** The links of one side, newest first. */
export async function listLinks(
  db: Db,
  customerId: number,
  { direction, status }: LinkFilter,
  page: Page,
): Promise<{ links: StorefrontLink[]; total: number }> {
  const own = direction === "inbound" ? "seller_customer_id" : "customer_id";
  const mine = links(db).where(own, "=", customerId).orderBy("link_id", "desc");
  const asked = status === undefined ? mine : mine.where("status", "=", status);
  const { rows, total } = await pageAndTotal(asked, page);
  return { links: rows.map(fromRow), total };
}

/** A link in which the organisation is one of the sides. */
export async function findLink(db: Db, customerId: number, linkId: number): Promise<StorefrontLink | undefined> {
  const row = await ofEitherSide(db, customerId, linkId).executeTakeFirst();
  return row && fromRow(row);
}

/** Locks the link: the next change to it waits for this transaction. */
export async function lockLink(db: Db, customerId: number, linkId: number): Promise<StorefrontLink | undefined> {
  const row = await ofEitherSide(db, customerId, linkId).forUpdate().executeTakeFirst();
  return row && fromRow(row);
}

/** The links behind sources, by source number. */
export async function linksOfSources(
  db: Db,
  customerId: number,
  inventorySourceIds: readonly number[],
): Promise<ReadonlyMap<number, StorefrontLink>> {
  if (inventorySourceIds.length === 0) return new Map();
  const rows = await links(db)
    .where("customer_id", "=", customerId)
    .where(sql<boolean>`inventory_source_id = any(${inventorySourceIds})`)
    .execute();
  return new Map(rows.map((row) => [row.inventory_source_id, fromRow(row)]));
}

export type NewLink = Pick<StorefrontLink, "inventorySourceId" | "requestMessage"> & {
  readonly buyer: Pick<LinkedParty, "customerId" | "storefrontId">;
  readonly seller: Pick<LinkedParty, "customerId" | "storefrontId">;
};

/** The new link's id; undefined if the two are already linked, or a request between them is open. */
export async function insertLink(db: Db, { buyer, seller, ...asked }: NewLink, at: Date): Promise<number | undefined> {
  const row = await db
    .insertInto("storefront_links")
    .values({
      customer_id: buyer.customerId,
      storefront_id: buyer.storefrontId,
      inventory_source_id: asked.inventorySourceId,
      seller_customer_id: seller.customerId,
      seller_storefront_id: seller.storefrontId,
      status: "PENDING",
      request_message: asked.requestMessage,
      requested_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("link_id")
    .executeTakeFirst();
  return row?.link_id;
}

export async function updateLink(db: Db, customerId: number, link: StorefrontLink): Promise<void> {
  await db
    .updateTable("storefront_links")
    .set({
      status: link.status,
      response_message: link.responseMessage,
      responded_at: link.respondedAt,
      cancelled_at: link.cancelledAt,
      cancelled_by: link.cancelledBy,
    })
    .where("link_id", "=", link.linkId)
    .where((side) => side.or([side("customer_id", "=", customerId), side("seller_customer_id", "=", customerId)]))
    .execute();
}

/** A storefront that anybody may ask: listed on the marketplace, and not archived. */
export async function findListedParty(db: Db, platformId: string): Promise<LinkedParty | undefined> {
  return db
    .selectFrom("storefronts")
    .select(PARTY)
    .where("platform_id", "=", platformId)
    .where("marketplace_state", "=", "LISTED")
    .where("archived_at", "is", null)
    .executeTakeFirst();
}

interface Pair {
  readonly buyerStorefrontId: number;
  readonly sellerStorefrontId: number;
}

/** Whether the seller already buys from the buyer, directly or through others. */
export async function closesCircleOfAnyCustomers(
  db: InstallationDb,
  { buyerStorefrontId, sellerStorefrontId }: Pair,
): Promise<boolean> {
  const { rows } = await sql<{ closes: boolean }>`
    with recursive behind as (
      select seller_storefront_id from storefront_links
      where storefront_id = ${sellerStorefrontId} and status = 'ACTIVE'
      union
      select link.seller_storefront_id from storefront_links link
      join behind on link.storefront_id = behind.seller_storefront_id and link.status = 'ACTIVE')
    select exists (select from behind where seller_storefront_id = ${buyerStorefrontId}) as closes`.execute(db);
  return rows[0]?.closes === true;
}

const PARTY = [
  "storefronts.customer_id as customerId",
  "storefronts.storefront_id as storefrontId",
  "platform_id as platformId",
  "name",
  "publisher_domain as publisherDomain",
  // Prices depend on the domain, so an unverified one does not count.
  sql<string | null>`case when operator_domain_verified then operator_domain end`.as("operatorDomain"),
] as const;

function ofEitherSide(db: Db, customerId: number, linkId: number) {
  return links(db)
    .where("link_id", "=", linkId)
    .where((side) => side.or([side("customer_id", "=", customerId), side("seller_customer_id", "=", customerId)]));
}

/** Links with both sides, as JSON in each row. */
function links(db: Db) {
  return db
    .selectFrom("storefront_links")
    .selectAll()
    .select((link) => [
      party(link, "storefront_links.storefront_id").as("buyer"),
      party(link, "storefront_links.seller_storefront_id").as("seller"),
    ]);
}

function party(
  link: ExpressionBuilder<Tables, "storefront_links">,
  storefrontId: "storefront_links.storefront_id" | "storefront_links.seller_storefront_id",
) {
  return jsonObjectFrom(
    link.selectFrom("storefronts").select(PARTY).whereRef("storefronts.storefront_id", "=", storefrontId),
  );
}

type LinkRow = Awaited<ReturnType<ReturnType<typeof links>["executeTakeFirstOrThrow"]>>;

function fromRow(row: LinkRow): StorefrontLink {
  return {
    linkId: row.link_id,
    inventorySourceId: row.inventory_source_id,
    buyer: sideFrom(row.buyer),
    seller: sideFrom(row.seller),
    status: row.status as LinkStatus,
    requestMessage: row.request_message,
    responseMessage: row.response_message,
    requestedAt: row.requested_at,
    respondedAt: row.responded_at,
    cancelledAt: row.cancelled_at,
    cancelledBy: row.cancelled_by as StorefrontLink["cancelledBy"],
  };
}

/** Never null: storefronts are archived but never deleted, and each side of a link can see the other. */
function sideFrom(side: LinkedParty | null): LinkedParty {
  if (!side) throw new Error("a side of a storefront link is gone");
  return side;
}
