import { type ExpressionBuilder, type RawBuilder, sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Db, Row, Tables } from "../../ground/db/index.ts";
import { languageTags } from "../../ground/kernel/inputs/language-tag.ts";
import { safeOrNull } from "../../ground/kernel/inputs/web-url.ts";
import type { Viewer } from "../../ground/kernel/viewer.ts";
import { OPEN_MAIL_DOMAINS } from "../../platform/customers/domain/index.ts";
import { type BackingSource, type Storefront, type StorefrontSettings, UNCONFIGURED } from "./storefront.ts";

/** A seller organisation has at most one storefront. */
export async function findStorefrontOf(db: Db, customerId: number): Promise<Storefront | undefined> {
  const row = await storefronts(db).where("storefronts.customer_id", "=", customerId).executeTakeFirst();
  return row && fromRow(row);
}

/**
 * The storefronts that the operator of the installation has listed and their sellers have not archived, oldest first; a
 * sponsored buyer only gets its own.
 */
export async function listListedStorefronts(
  db: Db,
  { storefrontId }: Pick<Viewer, "storefrontId">,
): Promise<Storefront[]> {
  const wall = storefrontId ?? null;
  const rows = await storefronts(db)
    .where(sql<boolean>`(${wall}::bigint is null or storefront_id = ${wall})`)
    .where("marketplace_state", "=", "LISTED")
    .where("archived_at", "is", null)
    .orderBy("storefront_id")
    .execute();
  return rows.map(fromRow);
}

/** Locks the storefront: the next change to it waits for this transaction. */
export async function lockStorefrontOf(db: Db, customerId: number): Promise<void> {
  await db
    .selectFrom("storefronts")
    .select("storefront_id")
    .where("customer_id", "=", customerId)
    .forUpdate()
    .execute();
}

/** Undefined if the slug is taken, or the organisation already has a storefront. */
export async function insertStorefront(
  db: Db,
  customerId: number,
  platformId: string,
  settings: StorefrontSettings,
  at: Date,
): Promise<Storefront | undefined> {
  const inserted = await db
    .insertInto("storefronts")
    .values({
      ...columnsOf(settings),
      customer_id: customerId,
      platform_id: platformId,
      operator_domain_verified: false,
      created_at: at,
      updated_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("storefront_id")
    .executeTakeFirst();
  if (!inserted) return undefined;
  await verifyOperatorDomain(db, customerId);
  return findStorefrontOf(db, customerId);
}

export async function updateStorefront(
  db: Db,
  customerId: number,
  settings: StorefrontSettings,
  at: Date,
): Promise<void> {
  await db
    .updateTable("storefronts")
    .set({ ...columnsOf(settings), updated_at: at })
    .where("customer_id", "=", customerId)
    .execute();
  await verifyOperatorDomain(db, customerId);
}

export async function archiveStorefront(db: Db, customerId: number, at: Date): Promise<void> {
  await db
    .updateTable("storefronts")
    .set({ archived_at: at, is_paused: true, updated_at: at })
    .where("customer_id", "=", customerId)
    .execute();
}

/**
 * An operator domain is verified if it is the organisation's own approved domain, if a member's e-mail address is at
 * it, or if it was seen to name the storefront's agent; nobody can set this manually. It is stored in the storefront's
 * row because buyers read it and may not read the organisation.
 */
export async function verifyOperatorDomain(db: Db, customerId: number): Promise<void> {
  await sql`
    update storefronts
    set operator_domain_verified = operator_domain is not null and (
      operator_domain is not distinct from proved_domain
      or exists (
        select from customers
        where customers.customer_id = storefronts.customer_id and domain_approved and lower(domain) = operator_domain)
      or ${isColleaguesDomain(customerId, sql.ref("operator_domain"))})
    where customer_id = ${customerId}`.execute(db);
}

/** `domain` is the one that publicly names the storefront's agent; null if none does. */
export async function proveOperatorDomain(db: Db, customerId: number, domain: string | null): Promise<void> {
  await db.updateTable("storefronts").set({ proved_domain: domain }).where("customer_id", "=", customerId).execute();
  await verifyOperatorDomain(db, customerId);
}

/**
 * The DNS record that the operator domain has to publish for the storefront; once stored it never changes, so that it
 * can be published.
 */
export async function saveDomainChallenge(db: Db, customerId: number, fresh: string): Promise<string> {
  const { domain_challenge: kept } = await db
    .updateTable("storefronts")
    .set((storefront) => ({ domain_challenge: storefront.fn.coalesce("domain_challenge", storefront.val(fresh)) }))
    .where("customer_id", "=", customerId)
    .returning("domain_challenge")
    .executeTakeFirstOrThrow();
  return kept ?? fresh;
}

/** Whether a member has an e-mail address at this domain. People become members through a message to that very address. */
export async function hasColleagueAt(db: Db, customerId: number, domain: string): Promise<boolean> {
  const { rows } = await sql<{
    has: boolean;
  }>`select ${isColleaguesDomain(customerId, sql`${domain}::text`)} as has`.execute(db);
  return rows[0]?.has === true;
}

function isColleaguesDomain(customerId: number, domain: RawBuilder<unknown>) {
  return sql<boolean>`(${domain} <> all(${OPEN_MAIL_DOMAINS}::text[]) and exists (
    select from members join users using (user_id)
    where members.customer_id = ${customerId} and lower(split_part(email, '@', -1)) = ${domain}))`;
}

function storefronts(db: Db) {
  return db
    .selectFrom("storefronts")
    .selectAll("storefronts")
    .select((storefront) => backingOf(storefront).as("backing"));
}

/** The sources behind each storefront, as JSON in its row. */
function backingOf(storefront: ExpressionBuilder<Tables, "storefronts">) {
  return jsonArrayFrom(
    storefront
      .selectFrom("inventory_sources")
      .select((source) => [
        "source_id as sourceId",
        "execution_type as executionType",
        "inventory_sources.type",
        "inventory_sources.status",
        "authentication_type as authenticationType",
        "auth_configured as authConfigured",
        "requires_credentials as requiresCredentials",
        "held_back as heldBack",
        source
          .ref("inventory_sources.capabilities", "->")
          .key("channels" as never)
          .as("channels"),
        source
          .ref("inventory_sources.capabilities", "->")
          .key("hasCreativeLibrary" as never)
          .as("hasCreativeLibrary"),
        source
          .ref("inventory_sources.capabilities", "->")
          .key("supportedBillings" as never)
          .as("supportedBillings"),
        source
          .ref("simulation", "->")
          .key("countries" as never)
          .as("countries"),
      ])
      .whereRef("inventory_sources.storefront_id", "=", "storefronts.storefront_id")
      .orderBy("inventory_source_id"),
  );
}

function columnsOf(settings: StorefrontSettings) {
  return {
    name: settings.name,
    publisher_domain: settings.publisherDomain,
    operator_domain: settings.operatorDomain,
    brand_name: settings.brandName,
    logo_url: settings.logoUrl,
    logo_background: settings.logoBackground,
    brand_colors: settings.brandColors && JSON.stringify(settings.brandColors),
    membership_status: settings.membershipStatus,
    description: settings.description,
    website: settings.website,
    channels: [...settings.channels],
    regions: [...settings.regions],
    accepted_countries: settings.acceptedCountries && [...settings.acceptedCountries],
    accepts_all_countries: settings.acceptsAllCountries,
    supported_languages: settings.supportedLanguages && [...settings.supportedLanguages],
    default_currency: settings.defaultCurrency,
    payment_currencies: [...settings.paymentCurrencies],
    advertising_policy_disclosure: [...settings.advertisingPolicyDisclosure],
    demand_contact_name: settings.demandContactName,
    demand_contact_email: settings.demandContactEmail,
    capabilities: JSON.stringify(settings.capabilities),
    setup_intent: settings.setupIntent,
    composition_pricing: JSON.stringify(settings.compositionPricing),
    business_profile: settings.businessProfile && JSON.stringify(settings.businessProfile),
    creative_approval: settings.creativeApproval,
    media_buy_approval: settings.mediaBuyApproval,
    sells_third_party_inventory: settings.sellsThirdPartyInventory,
    product_mode: settings.productMode,
    is_paused: settings.isPaused,
  };
}

type Listed = "channels" | "countries" | "supportedBillings";
type StorefrontSource = Omit<BackingSource, Listed> & Record<Listed, unknown>;

function fromRow(row: Row<"storefronts"> & { backing: unknown }): Storefront {
  return {
    customerId: row.customer_id,
    storefrontId: row.storefront_id,
    platformId: row.platform_id,
    name: row.name,
    publisherDomain: row.publisher_domain,
    operatorDomain: row.operator_domain,
    operatorDomainVerified: row.operator_domain_verified,
    brandName: row.brand_name,
    logoUrl: safeOrNull(row.logo_url),
    logoBackground: row.logo_background as Storefront["logoBackground"],
    brandColors: row.brand_colors as Storefront["brandColors"],
    membershipStatus: row.membership_status as Storefront["membershipStatus"],
    description: row.description,
    website: safeOrNull(row.website),
    channels: row.channels,
    regions: row.regions,
    acceptedCountries: row.accepted_countries,
    acceptsAllCountries: row.accepts_all_countries,
    supportedLanguages: row.supported_languages && languageTags(row.supported_languages),
    defaultCurrency: row.default_currency,
    paymentCurrencies: row.payment_currencies,
    advertisingPolicyDisclosure: row.advertising_policy_disclosure as Storefront["advertisingPolicyDisclosure"],
    demandContactName: row.demand_contact_name,
    demandContactEmail: row.demand_contact_email,
    capabilities: { ...UNCONFIGURED.capabilities, ...(row.capabilities as object) },
    setupIntent: row.setup_intent as Storefront["setupIntent"],
    compositionPricing: (row.composition_pricing ??
      UNCONFIGURED.compositionPricing) as unknown as Storefront["compositionPricing"],
    businessProfile: row.business_profile as Storefront["businessProfile"],
    creativeApproval: row.creative_approval as Storefront["creativeApproval"],
    mediaBuyApproval: row.media_buy_approval as Storefront["mediaBuyApproval"],
    sellsThirdPartyInventory: row.sells_third_party_inventory,
    productMode: row.product_mode as Storefront["productMode"],
    isPaused: row.is_paused,
    archivedAt: row.archived_at,
    marketplaceState: row.marketplace_state as Storefront["marketplaceState"],
    backing: backingFrom(row.backing),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** Reads the JSON of a row; a source that has not been asked yet states no channels. */
function backingFrom(json: unknown): readonly BackingSource[] {
  return (json as StorefrontSource[]).map(({ channels, countries, supportedBillings, ...source }) => ({
    ...source,
    channels: listOf(channels),
    countries: listOf(countries),
    supportedBillings: listOf(supportedBillings),
  }));
}

function listOf(json: unknown): string[] {
  return Array.isArray(json) ? json.map(String) : [];
}
