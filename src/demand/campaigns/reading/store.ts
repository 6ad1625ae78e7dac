import { sql } from "kysely";
import { coalesce } from "../../../ground/db/batching/index.ts";
import { containing, type Db, preparedVariants } from "../../../ground/db/index.ts";
import { countInStatuses } from "../../../ground/list-counts/index.ts";
import type { Campaign, CampaignStatus } from "../campaign.ts";
import { fromRow } from "../store.ts";
import type { Cursor } from "./cursor.ts";

export interface CampaignFilter {
  readonly advertiserId?: number | undefined;
  readonly name?: string | undefined;
  /** Campaigns in any of these statuses. */
  readonly statuses: readonly CampaignStatus[];
  /** Campaigns with at least one media buy in any of these statuses. */
  readonly mediaBuyStatuses?: readonly string[] | undefined;
}

export interface CampaignPage {
  readonly take: number;
  readonly skip: number;
  /** The last row of the previous page; if it is given, `skip` is ignored. */
  readonly after?: Cursor | undefined;
}

/** Newest first; related data is fetched for this page only. */
export async function listCampaigns(
  db: Db,
  customerId: number,
  filter: CampaignFilter,
  { take, skip, after }: CampaignPage,
): Promise<Campaign[]> {
  const place = after ? { createdAt: after.createdAt, campaignId: after.campaignId, skip: 0 } : { skip };
  const asked = { ...askedOf(customerId, filter), take, ...place };
  return (await page(db, asked)).map(fromRow);
}

const page = preparedVariants(
  (db, asked: ListParameters & Omit<CampaignPage, "after"> & Partial<Pick<Cursor, "createdAt" | "campaignId">>) => {
    const { take, skip, createdAt, campaignId } = asked;
    let rows = matching(db, asked).selectAll("campaigns").orderBy("created_at", "desc").orderBy("campaign_id");
    // The first condition is the one that lets PostgreSQL use the index.
    if (createdAt !== undefined)
      rows = rows.where(
        sql<boolean>`created_at <= ${createdAt} and (created_at < ${createdAt} or campaign_id > ${campaignId})`,
      );
    return rows.limit(take).offset(skip);
  },
);

export function countCampaigns(db: Db, customerId: number, filter: CampaignFilter): Promise<number> {
  return countCoalesced(db, { customerId, filter });
}

interface Counted {
  readonly customerId: number;
  readonly filter: CampaignFilter;
}

const countCoalesced = coalesce(async (db, { customerId, filter }: Counted) => {
  const { advertiserId, name, statuses, mediaBuyStatuses } = filter;
  if (advertiserId === undefined && !name && !mediaBuyStatuses)
    return countInStatuses(db, { customerId, list: "campaigns", statuses });
  const [row] = await total(db, askedOf(customerId, filter));
  return row?.total ?? 0;
});

const total = preparedVariants((db, asked: ListParameters) =>
  matching(db, asked).select((count) => count.fn.countAll<number>().as("total")),
);

/** A filter in the form of its statements' parameters. */
interface ListParameters extends Omit<CampaignFilter, "name"> {
  readonly customerId: number;
  readonly pattern: string | undefined;
}

function askedOf(
  customerId: number,
  { advertiserId, name, statuses, mediaBuyStatuses }: CampaignFilter,
): ListParameters {
  return { customerId, advertiserId, pattern: name ? containing(name) : undefined, statuses, mediaBuyStatuses };
}

function matching(db: Db, { customerId, advertiserId, pattern, statuses, mediaBuyStatuses }: ListParameters) {
  let rows = db
    .selectFrom("campaigns")
    .where("campaigns.customer_id", "=", customerId)
    .where("status", "=", sql<string>`any(${statuses})`);
  if (advertiserId !== undefined) rows = rows.where("advertiser_id", "=", advertiserId);
  if (pattern !== undefined) rows = rows.where("name", "ilike", pattern);
  if (!mediaBuyStatuses) return rows;
  return rows.where(({ exists, selectFrom }) =>
    exists(
      selectFrom("media_buys")
        .select("media_buy_id")
        .whereRef("media_buys.customer_id", "=", "campaigns.customer_id")
        .whereRef("media_buys.campaign_id", "=", "campaigns.campaign_id")
        .where("media_buys.status", "=", sql<string>`any(${mediaBuyStatuses})`),
    ),
  );
}

/** A storefront that a campaign is restricted to, by name. */
export interface NamedStorefront {
  readonly id: number;
  readonly platformId: string;
  readonly name: string;
}

/** Those of the storefronts that the marketplace shows to this viewer. */
export async function nameStorefronts(db: Db, storefrontIds: readonly number[]): Promise<NamedStorefront[]> {
  if (storefrontIds.length === 0) return [];
  return db
    .selectFrom("storefronts")
    .select(["storefront_id as id", "platform_id as platformId", "name"])
    .where("storefront_id", "=", sql<number>`any(${storefrontIds}::bigint[])`)
    .orderBy("storefront_id")
    .execute();
}

/** The products selected in each session, in the order of their first selection. */
export async function listChosenProductIds(
  db: Db,
  customerId: number,
  discoveryIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (discoveryIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("selections")
    .select(["discovery_id", sql<string[]>`array_agg(product_id order by position)`.as("product_ids")])
    .where("customer_id", "=", customerId)
    .where("discovery_id", "=", sql<string>`any(${discoveryIds})`)
    .groupBy("discovery_id")
    .execute();
  return new Map(rows.map(({ discovery_id, product_ids }) => [discovery_id, product_ids]));
}
