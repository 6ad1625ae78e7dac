import { sql } from "kysely";
import { type Db, type InstallationDb, type NewRow, preparedQuery, type Row, violates } from "../../ground/db/index.ts";
import { Conflict } from "../../ground/kernel/errors.ts";
import type { Campaign, CampaignStatus } from "./campaign.ts";
import type { CampaignAudience } from "./targeting/audiences.ts";

/** A running campaign whose flight is over and whose media buys are all done. */
export interface EndedCampaign {
  readonly customerId: number;
  readonly campaignId: string;
  readonly flightEnd: Date;
}

/** Throws `Conflict` if another campaign took the discovery session at the same moment. */
export async function insertCampaign(db: Db, customerId: number, campaign: Campaign): Promise<void> {
  const { campaignId, advertiserId, mode, createdAt } = campaign;
  const row = {
    customer_id: customerId,
    campaign_id: campaignId,
    advertiser_id: advertiserId,
    mode,
    created_at: createdAt,
  };
  await db
    .insertInto("campaigns")
    .values({ ...row, ...columnsOf(campaign) })
    .execute()
    .catch(sessionTaken);
}

/** Throws `Conflict` if another campaign took the discovery session at the same moment. */
export async function updateCampaign(db: Db, customerId: number, campaign: Campaign): Promise<void> {
  const { campaignId } = campaign;
  await updatingCampaign(db, { customerId, campaignId, ...columnsOf(campaign) }).catch(sessionTaken);
}

type Columns = ReturnType<typeof columnsOf>;

const COLUMNS = Object.keys({
  name: true,
  status: true,
  brief: true,
  flight_start: true,
  flight_end: true,
  budget: true,
  currency: true,
  daily_cap: true,
  pacing: true,
  discovery_id: true,
  storefront_ids: true,
  catalog_id: true,
  optimization_apply_mode: true,
  constraints: true,
  performance_config: true,
  audience_config: true,
  utm_config: true,
  frequency_caps: true,
  pacing_periods: true,
  updated_at: true,
} satisfies Record<keyof Columns, true>) as readonly (keyof Columns)[];

const updatingCampaign = preparedQuery(
  (db, values: Columns & { readonly customerId: number; readonly campaignId: string }) => {
    const columns = Object.fromEntries(COLUMNS.map((column) => [column, values[column]]));
    return db
      .updateTable("campaigns")
      .set({ ...columns, revision: sql<number>`revision + 1` })
      .where("customer_id", "=", values.customerId)
      .where("campaign_id", "=", values.campaignId);
  },
);

function sessionTaken(error: unknown): never {
  if (!violates(error, "campaigns_of_discovery")) throw error;
  throw new Conflict("the discovery session belongs to another campaign: discover in a new one", {
    field: "discoveryId",
    cause: error,
  });
}

/** Locks the row: everything that changes what the campaign buys has to wait for it. */
export async function lockCampaign(db: Db, customerId: number, campaignId: string): Promise<Campaign | undefined> {
  const [row] = await lockedCampaign(db, { customerId, campaignId });
  return row && fromRow(row);
}

const lockedCampaign = preparedQuery(
  (db, { customerId, campaignId }: { readonly customerId: number; readonly campaignId: string }) =>
    db
      .selectFrom("campaigns")
      .selectAll()
      .where("customer_id", "=", customerId)
      .where("campaign_id", "=", campaignId)
      .forUpdate(),
);

export async function findCampaign(db: Db, customerId: number, campaignId: string): Promise<Campaign | undefined> {
  const row = await db
    .selectFrom("campaigns")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("campaign_id", "=", campaignId)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** Those of the ids that the marketplace shows to this viewer. */
export async function visibleStorefronts(db: Db, storefrontIds: readonly number[]): Promise<number[]> {
  const rows = await db
    .selectFrom("storefronts")
    .select("storefront_id")
    .where("storefront_id", "=", sql<number>`any(${storefrontIds}::bigint[])`)
    .execute();
  return rows.map(({ storefront_id }) => storefront_id);
}

/** The campaign that ended first, at or before `until`. */
export async function firstEnded(db: Db, customerId: number, until: Date): Promise<EndedCampaign | undefined> {
  const row = await ended(db)
    .where("campaigns.customer_id", "=", customerId)
    .where("flight_end", "<=", until)
    .orderBy("flight_end")
    .limit(1)
    .executeTakeFirst();
  return row && fromEndedRow(row);
}

/** Campaigns of all customers that have ended, each by its own customer's clock. */
export async function endedOfAllCustomers(db: InstallationDb, wall: Date, limit: number): Promise<EndedCampaign[]> {
  const rows = await ended(db)
    .innerJoin("customers", "customers.customer_id", "campaigns.customer_id")
    .where("flight_end", "<=", sql<Date>`${wall}::timestamptz + clock_offset_ms * interval '1 millisecond'`)
    .orderBy("flight_end")
    .limit(limit)
    .execute();
  return rows.map(fromEndedRow);
}

const DONE = ["COMPLETED", "CANCELED", "FAILED", "REJECTED", "ARCHIVED"];

function ended(db: Db) {
  return (
    db
      .selectFrom("campaigns")
      .select(["campaigns.customer_id", "campaigns.campaign_id", "campaigns.flight_end"])
      // Literal values, so that PostgreSQL can use the partial index.
      .where(sql<boolean>`campaigns.status in ('ACTIVE', 'PAUSED')`)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom("media_buys")
              .select("media_buy_id")
              .whereRef("media_buys.customer_id", "=", "campaigns.customer_id")
              .whereRef("media_buys.campaign_id", "=", "campaigns.campaign_id")
              .where("media_buys.status", "not in", DONE),
          ),
        ),
      )
  );
}

function columnsOf(campaign: Campaign) {
  const { name, status, brief, flight, budget, discoveryId, storefrontIds, catalogId, updatedAt } = campaign;
  return {
    name,
    status,
    brief,
    flight_start: flight.start,
    flight_end: flight.end,
    budget: budget.total,
    currency: budget.currency,
    daily_cap: budget.dailyCap,
    pacing: budget.pacing,
    discovery_id: discoveryId,
    storefront_ids: storefrontIds && [...storefrontIds],
    catalog_id: catalogId,
    optimization_apply_mode: campaign.optimizationApplyMode,
    constraints: json(campaign.constraints),
    performance_config: json(campaign.performanceConfig),
    audience_config: json(campaign.audiences),
    utm_config: json(campaign.utmParams),
    frequency_caps: json(campaign.frequencyCaps),
    pacing_periods: json(campaign.pacingPeriods),
    updated_at: updatedAt,
  } satisfies Partial<NewRow<"campaigns">>;
}

/** The driver would write an array as a PostgreSQL array, so jsonb values are serialised here. */
function json(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

export function fromRow(row: Row<"campaigns">): Campaign {
  return {
    campaignId: row.campaign_id,
    advertiserId: row.advertiser_id,
    name: row.name,
    status: row.status as CampaignStatus,
    mode: row.mode as Campaign["mode"],
    brief: row.brief,
    flight: { start: row.flight_start, end: row.flight_end },
    budget: {
      total: row.budget,
      currency: row.currency,
      dailyCap: row.daily_cap,
      pacing: row.pacing as Campaign["budget"]["pacing"],
    },
    constraints: row.constraints as Campaign["constraints"],
    discoveryId: row.discovery_id,
    // An array of bigints arrives as text, however a single bigint arrives.
    storefrontIds: row.storefront_ids,
    optimizationApplyMode: row.optimization_apply_mode as Campaign["optimizationApplyMode"],
    performanceConfig: row.performance_config as Campaign["performanceConfig"],
    audiences: audiencesIn(row),
    catalogId: row.catalog_id,
    utmParams: row.utm_config as Campaign["utmParams"],
    frequencyCaps: row.frequency_caps as Campaign["frequencyCaps"],
    pacingPeriods: row.pacing_periods as Campaign["pacingPeriods"],
    revision: row.revision,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** JSON has no dates, so they are stored and read as text. */
function audiencesIn({ audience_config }: Row<"campaigns">): CampaignAudience[] {
  const stored = (audience_config ?? []) as unknown as (Omit<CampaignAudience, "enabledAt"> & { enabledAt: string })[];
  return stored.map((audience) => ({ ...audience, enabledAt: new Date(audience.enabledAt) }));
}

function fromEndedRow(row: Pick<Row<"campaigns">, "customer_id" | "campaign_id" | "flight_end">): EndedCampaign {
  return { customerId: row.customer_id, campaignId: row.campaign_id, flightEnd: row.flight_end };
}
