import { sql } from "kysely";
import { canonicalChannel } from "../../ground/channels/channel.ts";
import { type Db, preparedStatement } from "../../ground/db/index.ts";
import { sendAhead } from "../../ground/db/writing/index.ts";
import type { FlightDates } from "../../ground/seller-agent/index.ts";
import {
  type Diagnostics,
  type Discovery,
  NO_DIAGNOSTICS,
  type OfferedProposal,
  type ProductGroup,
} from "./discovery.ts";
import { type Filters, filtersOf, type SearchCriteria } from "./search/criteria.ts";
import { proposalFromJson } from "./search/storable.ts";
import { fromStoredGroup, packGroups, type StoredGroup, unpackGroups } from "./stored-groups.ts";

export interface NewDiscovery {
  readonly discoveryId: string;
  readonly advertiserId: number;
}

/** With its first answer. */
export async function insertDiscovery(
  db: Db,
  customerId: number,
  { discoveryId, advertiserId }: NewDiscovery,
  answer: Answer,
  at: Date,
): Promise<void> {
  const columns = answeredColumns(answer, await packGroups(answer.groups), at);
  await sendAhead(db, inserting({ customerId, discoveryId, advertiserId, ...columns }));
}

type NewRow = NewDiscovery & ReturnType<typeof answeredColumns> & { readonly customerId: number };

const inserting = preparedStatement((db, row: NewRow) =>
  db.insertInto("discoveries").values({
    customer_id: row.customerId,
    discovery_id: row.discoveryId,
    advertiser_id: row.advertiserId,
    brief: row.brief,
    filters: row.filters,
    budget: row.budget,
    flight_start: row.flight_start,
    flight_end: row.flight_end,
    product_groups_zstd: row.product_groups_zstd,
    proposals: row.proposals,
    diagnostics: row.diagnostics,
    discovered_at: row.discovered_at,
    created_at: row.updated_at,
    updated_at: row.updated_at,
  }),
);

export async function findDiscovery(db: Db, customerId: number, discoveryId: string): Promise<Discovery | undefined> {
  const row = await discoveries(db, customerId).where("discoveries.discovery_id", "=", discoveryId).executeTakeFirst();
  return row && fromRow(row);
}

/** Makes other writers of the session wait until the end of this transaction. */
export async function lockDiscovery(db: Db, customerId: number, discoveryId: string): Promise<Discovery | undefined> {
  // First only the row: a join that had to wait for a lock would return old values from the other tables.
  await db
    .selectFrom("discoveries")
    .select("discovery_id")
    .where("customer_id", "=", customerId)
    .where("discovery_id", "=", discoveryId)
    .forUpdate()
    .execute();
  return findDiscovery(db, customerId, discoveryId);
}

export interface Answer {
  readonly criteria: SearchCriteria;
  readonly groups: readonly ProductGroup[];
  readonly proposals: readonly OfferedProposal[];
  readonly diagnostics: Diagnostics;
}

/** Replaces the previous answer. */
export async function saveAnswer(
  db: Db,
  customerId: number,
  discoveryId: string,
  answer: Answer,
  at: Date,
): Promise<void> {
  const columns = answeredColumns(answer, await packGroups(answer.groups), at);
  const saving = db
    .updateTable("discoveries")
    .set({ ...columns, product_groups: "[]" })
    .where("customer_id", "=", customerId)
    .where("discovery_id", "=", discoveryId);
  await sendAhead(db, saving);
}

function answeredColumns({ criteria, proposals, diagnostics }: Answer, packedGroups: Buffer, at: Date) {
  return {
    brief: criteria.brief ?? null,
    filters: JSON.stringify(filtersOf(criteria)),
    budget: criteria.budget ?? null,
    flight_start: criteria.flight?.start ?? null,
    flight_end: criteria.flight?.end ?? null,
    product_groups_zstd: packedGroups,
    proposals: JSON.stringify(proposals),
    diagnostics: JSON.stringify(diagnostics),
    discovered_at: at,
    updated_at: at,
  };
}

/** Attaches this session to a campaign, and detaches any other. */
export async function setCampaign(
  db: Db,
  customerId: number,
  discoveryId: string,
  campaignId: string,
  at: Date,
): Promise<void> {
  const isThis = sql<boolean>`discovery_id = ${discoveryId}`;
  await db
    .updateTable("discoveries")
    .set({ campaign_id: sql<string | null>`case when ${isThis} then ${campaignId}::text end`, updated_at: at })
    .where("customer_id", "=", customerId)
    .where(({ or, eb }) => or([isThis, eb("campaign_id", "=", campaignId)]))
    .execute();
}

/** What a campaign contributes to a search for its products. */
export interface CampaignSeed {
  readonly campaignId: string;
  readonly advertiserId: number;
  readonly status: string;
  readonly discoveryId: string | null;
  readonly criteria: SearchCriteria;
}

/** Campaigns depend on discovery, and so cannot be imported here: this area reads the one row that it needs itself. */
export async function findCampaignSeed(
  db: Db,
  customerId: number,
  campaignId: string,
): Promise<CampaignSeed | undefined> {
  const row = await db
    .selectFrom("campaigns")
    .select(["campaign_id", "advertiser_id", "status", "discovery_id", "brief", "budget", "flight_start", "flight_end"])
    .select(["constraints", "storefront_ids"])
    .where("customer_id", "=", customerId)
    .where("campaign_id", "=", campaignId)
    .executeTakeFirst();
  if (!row) return undefined;
  const constraints = (row.constraints ?? {}) as CampaignConstraints;
  // The driver reads a bigint as a number, and an array of them as strings.
  const pinned = row.storefront_ids ?? [];
  return {
    campaignId: row.campaign_id,
    advertiserId: row.advertiser_id,
    status: row.status,
    discoveryId: row.discovery_id,
    criteria: {
      brief: row.brief ?? undefined,
      budget: row.budget,
      flight: { start: row.flight_start, end: row.flight_end },
      channels: constraints.channels?.map(canonicalChannel),
      countries: constraints.geo_countries ?? constraints.countries,
      storefronts: pinned.length > 0 ? { ids: pinned, names: [] } : undefined,
    },
  };
}

interface CampaignConstraints {
  readonly channels?: readonly string[];
  readonly countries?: readonly string[];
  readonly geo_countries?: readonly string[];
}

/** The campaign's side of the link that `setCampaign` makes; an existing one is kept. */
export async function setDiscoveryOfCampaign(
  db: Db,
  customerId: number,
  campaignId: string,
  discoveryId: string,
  at: Date,
): Promise<void> {
  await db
    .updateTable("campaigns")
    .set({ discovery_id: discoveryId, updated_at: at })
    .where("customer_id", "=", customerId)
    .where("campaign_id", "=", campaignId)
    .where("discovery_id", "is", null)
    .execute();
}

function discoveries(db: Db, customerId: number) {
  return db
    .selectFrom("discoveries")
    .innerJoin("advertisers", (join) =>
      join
        .onRef("advertisers.customer_id", "=", "discoveries.customer_id")
        .onRef("advertisers.advertiser_id", "=", "discoveries.advertiser_id"),
    )
    .leftJoin("campaigns", (join) =>
      join
        .onRef("campaigns.customer_id", "=", "discoveries.customer_id")
        .onRef("campaigns.campaign_id", "=", "discoveries.campaign_id"),
    )
    .selectAll("discoveries")
    .select(["advertisers.primary_currency", "advertisers.sandbox", "campaigns.status as campaign_status"])
    .where("discoveries.customer_id", "=", customerId);
}

type DiscoveryRow = Awaited<ReturnType<ReturnType<typeof discoveries>["executeTakeFirstOrThrow"]>>;

function fromRow(row: DiscoveryRow): Discovery {
  const proposals = row.proposals as unknown as OfferedProposal[];
  return {
    discoveryId: row.discovery_id,
    advertiserId: row.advertiser_id,
    campaignId: row.campaign_id,
    campaignStatus: row.campaign_status,
    currency: row.primary_currency,
    sandbox: row.sandbox,
    criteria: {
      ...(row.filters as Filters),
      brief: row.brief ?? undefined,
      budget: row.budget ?? undefined,
      flight: flightOf(row.flight_start, row.flight_end),
    },
    groups: groupsOf(row),
    proposals: proposals.map((one) => ({ ...one, proposal: proposalFromJson(one.proposal) })),
    diagnostics: row.discovered_at ? (row.diagnostics as unknown as Diagnostics) : NO_DIAGNOSTICS,
    discoveredAt: row.discovered_at,
  };
}

/** Sessions of before migration 202 have their groups as JSON. */
function groupsOf({ product_groups_zstd: packed, product_groups }: DiscoveryRow): ProductGroup[] {
  return packed ? unpackGroups(packed) : (product_groups as unknown as StoredGroup[]).map(fromStoredGroup);
}

function flightOf(start: Date | null, end: Date | null): FlightDates | undefined {
  return start && end ? { start, end } : undefined;
}
