import { sql } from "kysely";
import { coalesce } from "../../ground/db/batching/index.ts";
import { containing, type Db, preparedQuery, preparedVariants, type Row } from "../../ground/db/index.ts";
import { ROWS_A_PAGE } from "../../ground/kernel/csv/csv-list.ts";
import { stateBefore } from "../../ground/kernel/lifecycle.ts";
import type { Page } from "../../ground/kernel/query.ts";
import { countInStatuses } from "../../ground/list-counts/index.ts";
import { type Advertiser, advertiserLife, type NewAdvertiser } from "./advertiser.ts";

export interface AdvertiserFilter {
  readonly status: "ACTIVE" | "ARCHIVED" | "ALL";
  readonly name?: string | undefined;
  readonly sandbox?: boolean | undefined;
}

export async function insertAdvertiser(
  db: Db,
  customerId: number,
  advertiser: NewAdvertiser,
  at: Date,
): Promise<Advertiser> {
  const { advertiser_id } = await db
    .insertInto("advertisers")
    .values({
      customer_id: customerId,
      ...columnsOf(advertiser),
      sandbox: advertiser.sandbox,
      created_at: at,
      updated_at: at,
    })
    .returning("advertiser_id")
    .executeTakeFirstOrThrow();
  return {
    ...advertiser,
    advertiserId: advertiser_id,
    status: "ACTIVE",
    currencyLocked: false,
    createdAt: at,
    updatedAt: at,
  };
}

export async function findAdvertiser(
  db: Db,
  customerId: number,
  advertiserId: number,
): Promise<Advertiser | undefined> {
  const [row] = await advertiserOfId(db, { customerId, advertiserId });
  return row && fromRow(row);
}

const advertiserOfId = preparedQuery((db, asked: Pick<Advertiser, "advertiserId"> & { readonly customerId: number }) =>
  advertisers(db, asked.customerId).where("advertiser_id", "=", asked.advertiserId),
);

export async function listAdvertiserNames(
  db: Db,
  customerId: number,
  advertiserIds: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (advertiserIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("advertisers")
    .select(["advertiser_id", "name"])
    .where("customer_id", "=", customerId)
    .where(sql<boolean>`advertiser_id = any(${[...advertiserIds]}::bigint[])`)
    .execute();
  return new Map(rows.map((row) => [row.advertiser_id, row.name]));
}

/** The advertiser, locked until the end of the transaction. */
export async function lockAdvertiser(
  db: Db,
  customerId: number,
  advertiserId: number,
): Promise<Advertiser | undefined> {
  const [, row] = await Promise.all([
    // Takes the lock in a statement of its own: the next statement, sent in the same round trip, then reads what holds under the
    // lock.
    db
      .selectFrom("advertisers")
      .select("advertiser_id")
      .where("customer_id", "=", customerId)
      .where("advertiser_id", "=", advertiserId)
      .forUpdate()
      .execute(),
    advertisers(db, customerId).where("advertiser_id", "=", advertiserId).executeTakeFirst(),
  ]);
  return row && fromRow(row);
}

/** The advertisers that match, newest first, and their total number. */
export async function listAdvertisers(
  db: Db,
  customerId: number,
  filter: AdvertiserFilter,
  { take, skip }: Page,
): Promise<{ advertisers: Advertiser[]; total: number }> {
  const [found, total] = await Promise.all([
    page(db, { ...askedOf(customerId, filter), take, skip }),
    countCoalesced(db, { customerId, filter }),
  ]);
  return { advertisers: found.map(fromRow), total };
}

const page = preparedVariants((db, asked: ListParameters & Page) =>
  matching(db, asked).orderBy("advertiser_id", "desc").limit(asked.take).offset(asked.skip),
);

/** A page of the exported file: advertisers with an id below the given one, newest first. */
export async function listAdvertisersBelow(
  db: Db,
  customerId: number,
  filter: AdvertiserFilter,
  below: string | undefined,
): Promise<Advertiser[]> {
  let rows = matching(db, askedOf(customerId, filter)).orderBy("advertiser_id", "desc").limit(ROWS_A_PAGE);
  if (below !== undefined) rows = rows.where("advertiser_id", "<", Number(below));
  return (await rows.execute()).map(fromRow);
}

interface Counted {
  readonly customerId: number;
  readonly filter: AdvertiserFilter;
}

const countCoalesced = coalesce(async (db, { customerId, filter }: Counted) => {
  const { status, name, sandbox } = filter;
  if (status !== "ALL" && sandbox === undefined && !name)
    return countInStatuses(db, { customerId, list: "advertisers", statuses: [status] });
  const [row] = await total(db, askedOf(customerId, filter));
  return row?.total ?? 0;
});

const total = preparedVariants((db, asked: ListParameters) =>
  matching(db, asked)
    .clearSelect()
    .select((count) => count.fn.countAll<number>().as("total")),
);

/** A filter in the form of its statements' parameters; "all statuses" is undefined. */
interface ListParameters {
  readonly customerId: number;
  readonly status: string | undefined;
  readonly pattern: string | undefined;
  readonly sandbox: boolean | undefined;
}

function askedOf(customerId: number, { status, name, sandbox }: AdvertiserFilter): ListParameters {
  return {
    customerId,
    status: status === "ALL" ? undefined : status,
    pattern: name ? containing(name) : undefined,
    sandbox,
  };
}

function matching(db: Db, { customerId, status, pattern, sandbox }: ListParameters) {
  let rows = advertisers(db, customerId);
  if (status !== undefined) rows = rows.where("status", "=", status);
  if (sandbox !== undefined) rows = rows.where("sandbox", "=", sandbox);
  if (pattern !== undefined) rows = rows.where("name", "ilike", pattern);
  return rows;
}

export async function updateAdvertiser(db: Db, customerId: number, advertiser: Advertiser, at: Date): Promise<void> {
  await db
    .updateTable("advertisers")
    .set({ ...columnsOf(advertiser), updated_at: at })
    .where("customer_id", "=", customerId)
    .where("advertiser_id", "=", advertiser.advertiserId)
    .execute();
}

/** Returns whether the status changed. */
export async function setStatus(
  db: Db,
  customerId: number,
  advertiserId: number,
  status: Advertiser["status"],
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("advertisers")
    .set({ status, updated_at: at })
    .where("customer_id", "=", customerId)
    .where("advertiser_id", "=", advertiserId)
    .where("status", "in", stateBefore(advertiserLife, status))
    .where("status", "<>", status)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function advertisers(db: Db, customerId: number) {
  return (
    db
      .selectFrom("advertisers")
      .selectAll("advertisers")
      // Not `exists`, because PostgreSQL may plan that as one scan of all of the customer's campaigns instead of a look-up per
      // row. The order makes it use the index of an advertiser's campaigns, the only one that has this order.
      .select((advertiser) =>
        advertiser
          .selectFrom("campaigns")
          .select((campaign) => campaign.lit(true).as("locked"))
          // A parameter, not a reference to the outer row: with a reference, a distributed database would ask several servers.
          .where("campaigns.customer_id", "=", customerId)
          .whereRef("campaigns.advertiser_id", "=", "advertisers.advertiser_id")
          .orderBy("campaigns.created_at", "desc")
          .limit(1)
          .as("currency_locked"),
      )
      .where("customer_id", "=", customerId)
  );
}

function columnsOf({ name, description, ...advertiser }: NewAdvertiser) {
  return {
    name,
    description,
    brand_domain: advertiser.brandDomain,
    optimization_apply_mode: advertiser.optimizationApplyMode,
    primary_currency: advertiser.primaryCurrency,
    // The driver would write an array as a PostgreSQL array.
    utm_config: JSON.stringify(advertiser.utmParams),
    frequency_caps: JSON.stringify(advertiser.frequencyCaps),
  };
}

function fromRow(row: Row<"advertisers"> & { currency_locked: unknown }): Advertiser {
  return {
    advertiserId: row.advertiser_id,
    name: row.name,
    description: row.description,
    brandDomain: row.brand_domain,
    status: row.status as Advertiser["status"],
    sandbox: row.sandbox,
    optimizationApplyMode: row.optimization_apply_mode as Advertiser["optimizationApplyMode"],
    primaryCurrency: row.primary_currency,
    currencyLocked: row.currency_locked === true,
    utmParams: row.utm_config as unknown as Advertiser["utmParams"],
    frequencyCaps: row.frequency_caps as unknown as Advertiser["frequencyCaps"],
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
