import { type Expression, sql } from "kysely";
import { batchedQuery } from "../../ground/db/batching/index.ts";
import { containing, type Db, preparedQuery } from "../../ground/db/index.ts";
import type { Viewer } from "../../ground/kernel/viewer.ts";
import type { SellerFilter } from "../../ground/seller-agent/sellers.ts";
import type { RateCard } from "../rules/index.ts";
import type { Presentation } from "./presentation.ts";
import type { Shopfront } from "./shopfront.ts";

/** The buyer that looks, and the storefront to which it is restricted, if any. */
type BuyerScope = Pick<Viewer, "customerId" | "storefrontId" | "sponsorshipStatus">;

interface BuyerRef {
  readonly customerId: number;
  readonly storefrontId?: number | null | undefined;
}

/** The storefronts that a buyer can discover now, oldest first. */
export async function listOpenShopfronts(
  db: Db,
  buyer: BuyerScope,
  { storefrontIds = [], storefrontNames = [] }: SellerFilter,
): Promise<Shopfront[]> {
  const parts = storefrontNames.map(containing);
  const everyone = storefrontIds.length === 0 && parts.length === 0;
  const ids = [...storefrontIds];
  const rows =
    parts.length === 0 && !everyone
      ? await openShopfrontsById(db, { ...buyer, ids })
      : await openShopfronts(db, { ...buyer, everyone, ids, parts });
  return rows.map(fromRow);
}

interface Chosen extends BuyerScope {
  readonly ids: readonly number[];
}

interface StorefrontQuery extends Chosen {
  readonly everyone: boolean;
  readonly parts: readonly string[];
}

const openShopfronts = preparedQuery((db, asked: StorefrontQuery) =>
  shopfrontsOpenTo(
    db,
    asked,
    sql<boolean>`(${asked.everyone} or storefront_id = any(${asked.ids}) or name ilike any(${asked.parts}))`,
  ),
);

/** A separate statement because a search by primary key is so fast that planning it again would take longer. */
const openShopfrontsById = preparedQuery(
  (db, asked: Chosen) => shopfrontsOpenTo(db, asked, sql<boolean>`storefront_id = any(${asked.ids})`),
  { once: true },
);

function shopfrontsOpenTo(db: Db, buyer: BuyerScope, chosen: Expression<boolean>) {
  const isOpen = sql<boolean>`archived_at is null and not is_paused and ${isOffered(buyer)}`;
  return shopfronts(db, buyer, sql<boolean>`${isOpen} and ${chosen}`).orderBy("storefront_id");
}

/**
 * Includes a storefront that has been hidden or closed since. One that is still under review is only visible to buyers
 * who know it.
 */
export function findShopfront(db: Db, buyer: BuyerScope, platformId: string): Promise<Shopfront | undefined> {
  const { customerId, storefrontId = null, sponsorshipStatus = null } = buyer;
  return lookUp(db, { customerId, storefrontId, sponsorshipStatus }, platformId);
}

/** What the buyer may see is part of the query's key. */
interface Look {
  readonly customerId: number;
  readonly storefrontId: number | null;
  readonly sponsorshipStatus: Viewer["sponsorshipStatus"] | null;
}

/** Concurrent look-ups of one buyer, of several storefronts or of the same one, share a single query. */
const lookUp = batchedQuery(async (db, asked: Look, platformIds) => {
  const rows = await shopfrontsOf(db, { ...asked, platformIds });
  return new Map(rows.map((row) => [row.platform_id, fromRow(row)]));
});

const shopfrontsOf = preparedQuery(
  (db, asked: Look & { readonly platformIds: readonly string[] }) =>
    shopfronts(
      db,
      asked,
      sql<boolean>`platform_id = any(${asked.platformIds}) and (marketplace_state <> 'PENDING_REVIEW' or ${isOffered(asked)})`,
    ),
  { once: true },
);

/** A storefront that a buyer may deal with, even if it is paused, because it will open again. */
export async function findShopfrontAt(db: Db, buyer: BuyerScope, storefrontId: number): Promise<Shopfront | undefined> {
  const isThere = sql<boolean>`storefront_id = ${storefrontId} and archived_at is null and ${isOffered(buyer)}`;
  const row = await shopfronts(db, buyer, isThere).executeTakeFirst();
  return row && fromRow(row);
}

/** The versions of all that are chosen are taken in one look, which is a fraction of the work of a look for each. */
function shopfronts(db: Db, buyer: BuyerRef, chosen: Expression<boolean>) {
  return db
    .with("chosen", () => chosenOf(db, buyer, chosen))
    .selectFrom("chosen")
    .innerJoin(
      sql<{ seller: number; version: string }>`shelf_versions(array(select customer_id from chosen))`.as("shelf"),
      "shelf.seller",
      "chosen.customer_id",
    )
    .selectAll("chosen")
    .select("shelf.version");
}

function chosenOf(db: Db, buyer: BuyerRef, chosen: Expression<boolean>) {
  const wall = buyer.storefrontId ?? null;
  return db
    .selectFrom("storefronts")
    .select([
      "customer_id",
      "storefront_id",
      "platform_id",
      "name",
      "publisher_domain",
      "product_mode",
      "is_paused",
      "archived_at",
      "media_buy_approval",
      "creative_approval",
      "brand_name",
      "logo_url",
      "website",
      "operator_domain",
      "description",
      "channels",
      "regions",
      "accepted_countries",
      "advertising_policy_disclosure",
      "demand_contact_name",
      "demand_contact_email",
      "payment_currencies",
      "membership_status",
      "capabilities",
      "business_profile",
      "composition_pricing",
    ])
    .select([isOffered(buyer).as("is_offered"), withheldFrom(buyer).as("withheld")])
    .where(sql<boolean>`(${wall}::bigint is null or storefront_id = ${wall})`)
    .where(chosen);
}

/** Listed, or known to the buyer: because it sponsors the buyer, or the buyer registered a credential there. */
function isOffered({ customerId, storefrontId }: BuyerRef) {
  return sql<boolean>`(marketplace_state = 'LISTED' or storefront_id = ${storefrontId ?? null} or exists (
    select from sponsorships
    where sponsorships.storefront_id = storefronts.storefront_id and sponsorships.customer_id = ${customerId}
      and status = 'active') or exists (
    select from credentials
    where credentials.storefront_id = storefronts.storefront_id and credentials.customer_id = ${customerId}))`;
}

/**
 * A buyer from the open marketplace that also asks to be sponsored can go on buying while it waits; a suspended buyer
 * cannot buy in any case.
 */
function withheldFrom({ customerId }: BuyerRef) {
  return sql<Shopfront["withheld"]>`(
    select status from sponsorships
    where sponsorships.storefront_id = storefronts.storefront_id and sponsorships.customer_id = ${customerId}
      and (status = 'suspended' or walled and status = 'pending'))`;
}

type ShopfrontRow = Awaited<ReturnType<ReturnType<typeof shopfronts>["executeTakeFirstOrThrow"]>>;

function fromRow(row: ShopfrontRow): Shopfront {
  return {
    customerId: row.customer_id,
    storefrontId: row.storefront_id,
    version: row.version,
    platformId: row.platform_id,
    name: row.name,
    publisherDomain: row.publisher_domain,
    productMode: row.product_mode as Shopfront["productMode"],
    isPaused: row.is_paused,
    holds: holdsOf(row),
    reviewsCreatives: row.creative_approval === "manual",
    isArchived: row.archived_at !== null,
    isOffered: row.is_offered,
    withheld: row.withheld,
    presentation: presentationFrom(row),
    rateCard: rateCardFrom(row),
  };
}

function holdsOf({ media_buy_approval, product_mode }: ShopfrontRow): Shopfront["holds"] {
  if (media_buy_approval === "auto" || product_mode === "passthrough") return "none";
  return media_buy_approval === "manual" ? "every" : "by_policy";
}

/** Empty until the operator has set one. */
function rateCardFrom({ composition_pricing }: ShopfrontRow): RateCard {
  const { rateCard = { facts: [] } } = (composition_pricing ?? {}) as { readonly rateCard?: RateCard };
  return rateCard;
}

function presentationFrom(row: ShopfrontRow): Presentation {
  return {
    brandName: row.brand_name,
    logoUrl: row.logo_url,
    website: row.website,
    operatorDomain: row.operator_domain,
    description: row.description,
    channels: row.channels,
    regions: row.regions,
    acceptedCountries: row.accepted_countries,
    advertisingPolicyDisclosure: row.advertising_policy_disclosure as Presentation["advertisingPolicyDisclosure"],
    demandContactName: row.demand_contact_name,
    demandContactEmail: row.demand_contact_email,
    paymentCurrencies: row.payment_currencies,
    membershipStatus: row.membership_status as Presentation["membershipStatus"],
    capabilities: row.capabilities as unknown as Presentation["capabilities"],
    profile: row.business_profile as Presentation["profile"],
  };
}
