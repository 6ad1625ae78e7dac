import { type ExpressionBuilder, sql } from "kysely";
import { batchedQuery } from "../../ground/db/batching/index.ts";
import { containing, type Db, preparedQuery, type Tables } from "../../ground/db/index.ts";
import type { Viewer } from "../../ground/kernel/viewer.ts";
import { type Source, sourceFromRow } from "../sources/index.ts";
import type { StorefrontRef } from "../storefronts/index.ts";
import { sourcesSeenBy } from "./sources-store.ts";
import type { BuyerScope, StorefrontSummary, VisibleStorefront } from "./visible-storefront.ts";

interface Window {
  readonly limit: number;
  readonly offset: number;
}

/** The storefronts from which the buyer can buy, ordered by name: those that are listed and open, and those it knows. */
export async function listBuyableStorefronts(
  db: Db,
  buyer: BuyerScope,
  name: string | undefined,
  { limit, offset }: Window,
): Promise<{ storefronts: StorefrontSummary[]; total: number }> {
  const pattern = containing(name ?? "");
  const rows = await db
    .with("matching", (query) =>
      query
        .selectFrom("storefronts")
        .select(["storefronts.storefront_id", "platform_id", "storefronts.name", "publisher_domain"])
        .where("archived_at", "is", null)
        .where(isInside(buyer))
        .where("storefronts.name", "ilike", pattern)
        .where((storefront) => storefront.or([isOpenToAll(storefront), isKnown(storefront, buyer)])),
    )
    .with("page", (query) =>
      query
        .selectFrom("matching")
        .selectAll()
        .select((page) => [
          activeSourcesOf(page)
            .select(({ fn }) => fn.countAll<number>().as("number"))
            .as("source_count"),
          openSourcesOf(page, buyer)
            .select(({ fn }) => fn.countAll<number>().as("number"))
            .as("connected_source_count"),
        ])
        .orderBy((page) => page.fn("lower", ["name"]))
        .orderBy("storefront_id")
        .limit(limit)
        .offset(offset),
    )
    // The count is on the left side of the join, so it is returned beyond the last page too.
    .selectFrom((query) =>
      query
        .selectFrom("matching")
        .select(({ fn }) => fn.countAll<number>().as("total"))
        .as("counted"),
    )
    .leftJoin("page", (join) => join.onTrue())
    .selectAll()
    .orderBy((page) => page.fn("lower", ["name"]))
    .orderBy("storefront_id")
    .execute();
  return { storefronts: rows.flatMap(summaryFrom), total: rows[0]?.total ?? 0 };
}

/** What the buyer may see is part of the query's key, under which concurrent callers share one query. */
type Look = BuyerScope & Pick<Viewer, "sponsorshipStatus">;

/**
 * A storefront that is listed or known, with its active sources and the buyer's credentials at each. Concurrent
 * look-ups for the same buyer share one statement.
 */
export function findVisibleStorefront(
  db: Db,
  { customerId, storefrontId, sponsorshipStatus }: Look,
  ref: StorefrontRef,
): Promise<VisibleStorefront | undefined> {
  const look = {
    customerId,
    ...(storefrontId !== undefined && { storefrontId }),
    ...(sponsorshipStatus && { sponsorshipStatus }),
  };
  return "storefrontId" in ref
    ? storefrontOfId(db, look, String(ref.storefrontId))
    : storefrontOfSlug(db, look, ref.platformId);
}

const storefrontOfId = batchedQuery(async (db, buyer: Look, ids) => {
  const rows = await storefrontsOfIds(db, { ...buyer, ids });
  return new Map(rows.map((row) => [String(row.storefrontId), row as VisibleStorefront]));
});
const storefrontOfSlug = batchedQuery(async (db, buyer: Look, slugs) => {
  const rows = await storefrontsOfSlugs(db, { ...buyer, slugs });
  return new Map(rows.map((row) => [row.platformId, row as VisibleStorefront]));
});

const storefrontsOfIds = preparedQuery(
  (db, asked: BuyerScope & { readonly ids: readonly string[] }) =>
    seenBy(db, asked).where(sql<boolean>`storefronts.storefront_id = any(${asked.ids}::bigint[])`),
  { once: true },
);
const storefrontsOfSlugs = preparedQuery(
  (db, asked: BuyerScope & { readonly slugs: readonly string[] }) =>
    seenBy(db, asked).where(sql<boolean>`platform_id = any(${asked.slugs})`),
  { once: true },
);

function seenBy(db: Db, buyer: BuyerScope) {
  return visibleStorefronts(db, buyer)
    .select([
      "storefronts.storefront_id as storefrontId",
      "platform_id as platformId",
      "storefronts.name",
      "publisher_domain as publisherDomain",
    ])
    .select((storefront) => sourcesSeenBy(storefront, buyer).as("sources"));
}

/** The first of these storefronts that is neither listed nor known; undefined if all are. */
export async function missingStorefront(
  db: Db,
  buyer: BuyerScope,
  storefrontIds: readonly number[],
): Promise<number | undefined> {
  const rows = await visibleStorefronts(db, buyer)
    .select("storefronts.storefront_id")
    .where((storefront) =>
      storefront("storefronts.storefront_id", "=", storefront.fn.any(storefront.val([...storefrontIds]))),
    )
    .execute();
  const seen = new Set(rows.map((row) => row.storefront_id));
  return storefrontIds.find((id) => !seen.has(id));
}

/** An active source of a storefront that is listed or known. */
export async function findVisibleSource(
  db: Db,
  buyer: BuyerScope,
  ref: StorefrontRef,
  sourceId: string,
): Promise<Source | undefined> {
  const row = await visibleStorefront(db, buyer, ref)
    .innerJoin("inventory_sources", "inventory_sources.storefront_id", "storefronts.storefront_id")
    .selectAll("inventory_sources")
    .where("inventory_sources.source_id", "=", sourceId)
    .where("inventory_sources.status", "=", "ACTIVE")
    .executeTakeFirst();
  return row && sourceFromRow(row);
}

/** An active source with this agent, at a storefront that is listed or known; sources that use OAuth are preferred. */
export async function findVisibleSourceOfAgent(
  db: Db,
  buyer: BuyerScope,
  agentId: string,
): Promise<Source | undefined> {
  const row = await visibleStorefronts(db, buyer)
    .innerJoin("inventory_sources", "inventory_sources.storefront_id", "storefronts.storefront_id")
    .selectAll("inventory_sources")
    .where("agent_id", "=", agentId)
    .where("inventory_sources.status", "=", "ACTIVE")
    .orderBy((source) => source("authentication_type", "is distinct from", "OAUTH"))
    .orderBy("inventory_source_id")
    .limit(1)
    .executeTakeFirst();
  return row && sourceFromRow(row);
}

/** A source through which the buyer can see an agent. */
export interface AgentPlace {
  readonly agentId: string;
  readonly storefrontId: number;
  readonly storefrontName: string;
  readonly sourceId: string;
  readonly sourceName: string;
}

/** Every active source with one of the agents, at storefronts that are listed or known. */
export async function listPlacesOfAgents(
  db: Db,
  buyer: BuyerScope,
  agentIds: readonly string[],
): Promise<readonly AgentPlace[]> {
  const rows = await visibleStorefronts(db, buyer)
    .innerJoin("inventory_sources", "inventory_sources.storefront_id", "storefronts.storefront_id")
    .select([
      "agent_id as agentId",
      "storefronts.storefront_id as storefrontId",
      "storefronts.name as storefrontName",
      "source_id as sourceId",
      "inventory_sources.name as sourceName",
    ])
    .where("inventory_sources.status", "=", "ACTIVE")
    .where((source) => source("agent_id", "=", source.fn.any(source.val([...agentIds]))))
    .orderBy("inventory_source_id")
    .execute();
  return rows.map((row) => ({ ...row, agentId: row.agentId ?? "" }));
}

type OfStorefronts = ExpressionBuilder<Tables, "storefronts">;

/** The storefronts that are listed or known to the buyer, as a query to build on. */
export function visibleStorefronts(db: Db, buyer: BuyerScope) {
  return db
    .selectFrom("storefronts")
    .where("archived_at", "is", null)
    .where(isInside(buyer))
    .where((storefront) => storefront.or([storefront("marketplace_state", "=", "LISTED"), isKnown(storefront, buyer)]));
}

function visibleStorefront(db: Db, buyer: BuyerScope, ref: StorefrontRef) {
  return "storefrontId" in ref
    ? visibleStorefronts(db, buyer).where("storefronts.storefront_id", "=", ref.storefrontId)
    : visibleStorefronts(db, buyer).where("platform_id", "=", ref.platformId);
}

/** Restricts a sponsored buyer to its one storefront. */
function isInside({ storefrontId }: BuyerScope) {
  return sql<boolean>`(${storefrontId ?? null}::bigint is null or storefronts.storefront_id = ${storefrontId ?? null})`;
}

function isOpenToAll(storefront: OfStorefronts) {
  return storefront.and([storefront("marketplace_state", "=", "LISTED"), storefront("is_paused", "=", false)]);
}

/**
 * A buyer knows the storefronts that sponsor it, and those where it registered a credential itself. Having a credential
 * for an agent behind a storefront is not enough, because anybody could put an unreviewed storefront in front of that
 * agent.
 */
function isKnown(storefront: OfStorefronts, { customerId, storefrontId }: BuyerScope) {
  return storefront.or([
    storefront("storefronts.storefront_id", "=", storefrontId ?? null),
    storefront.exists(
      storefront
        .selectFrom("sponsorships")
        .whereRef("sponsorships.storefront_id", "=", "storefronts.storefront_id")
        .where("sponsorships.customer_id", "=", customerId)
        .where("sponsorships.status", "=", "active"),
    ),
    storefront.exists(
      storefront
        .selectFrom("credentials")
        .whereRef("credentials.storefront_id", "=", "storefronts.storefront_id")
        .where("credentials.customer_id", "=", customerId),
    ),
  ]);
}

type WithMatching = Tables & { matching: { storefront_id: number } };

function activeSourcesOf(page: ExpressionBuilder<WithMatching, "matching">) {
  return page
    .selectFrom("inventory_sources")
    .whereRef("inventory_sources.storefront_id", "=", "matching.storefront_id")
    .where("inventory_sources.status", "=", "ACTIVE")
    .where("held_back", "=", false);
}

/** The sources from which the buyer can buy: those for which it has a working credential, and those that require none. */
function openSourcesOf(page: ExpressionBuilder<WithMatching, "matching">, buyer: BuyerScope) {
  return activeSourcesOf(page).where((source) =>
    source.or([source("requires_credentials", "=", false), source.exists(workingCredentials(source, buyer))]),
  );
}

function workingCredentials(source: ExpressionBuilder<WithMatching, "inventory_sources">, { customerId }: BuyerScope) {
  return source
    .selectFrom("credentials")
    .whereRef("credentials.agent_id", "=", "inventory_sources.agent_id")
    .where("credentials.customer_id", "=", customerId)
    .where("credentials.status", "=", "ACTIVE");
}

interface SummaryRow {
  readonly storefront_id: number | null;
  readonly platform_id: string | null;
  readonly name: string | null;
  readonly publisher_domain: string | null;
  readonly source_count: number | null;
  readonly connected_source_count: number | null;
}

/** A page beyond the last one has a single row, with the count and no storefront. */
function summaryFrom(row: SummaryRow): StorefrontSummary[] {
  if (row.storefront_id === null) return [];
  return [
    {
      storefrontId: row.storefront_id,
      platformId: row.platform_id ?? "",
      name: row.name ?? "",
      publisherDomain: row.publisher_domain,
      sourceCount: row.source_count ?? 0,
      connectedSourceCount: row.connected_source_count ?? 0,
    },
  ];
}
