import { sql } from "kysely";
import { type Db, type NewRow, preparedStatement, type Row } from "../../../ground/db/index.ts";
import { sendAhead } from "../../../ground/db/writing/index.ts";
import type { Pacing } from "../../../ground/seller-agent/index.ts";
import type { Package } from "./package.ts";

/** A package with the buy to which it belongs, and its position there. */
export interface NewPackage extends Package {
  readonly mediaBuyId: string;
  readonly campaignId: string;
  readonly position: number;
}

export async function insertPackages(db: Db, customerId: number, packages: readonly NewPackage[]): Promise<void> {
  if (packages.length === 0) return;
  const rows = packages.map((part) => ({
    customer_id: customerId,
    package_id: part.packageId,
    media_buy_id: part.mediaBuyId,
    campaign_id: part.campaignId,
    position: part.position,
    product_id: part.productId,
    product_name: part.productName,
    pricing_option_id: part.pricingOptionId,
    pricing_model: part.pricingModel,
    budget: part.budget,
    currency: part.currency,
    bid_price: part.bidPrice,
    pacing: part.pacing,
    start_time: part.startTime,
    end_time: part.endTime,
    period_index: part.period?.index ?? null,
    period_label: part.period?.label ?? null,
    status: part.status,
  })) satisfies NewRow<"packages">[];
  await sendAhead(db, inserting({ rows: JSON.stringify(rows) }));
}

const inserting = preparedStatement(
  (_, { rows }: { readonly rows: string }) => sql`
    insert into packages select * from jsonb_populate_recordset(null::packages, ${rows}::jsonb) returning true`,
);

/** The columns of packages that may change, as `savingPackages` expects them: the terms, and the seller's data. */
export function packageRows(packages: readonly Package[]): string {
  const rows = packages.map((part) => ({
    package_id: part.packageId,
    pricing_option_id: part.pricingOptionId,
    pricing_model: part.pricingModel,
    budget: part.budget,
    bid_price: part.bidPrice,
    pacing: part.pacing,
    start_time: part.startTime,
    end_time: part.endTime,
    status: part.status,
    seller_package_id: part.sellerPackageId,
  }));
  return JSON.stringify(rows);
}

export function savingPackages(customerId: number, mediaBuyId: string, rows: string) {
  return sql`
    update packages set
      pricing_option_id = now.pricing_option_id, pricing_model = now.pricing_model, budget = now.budget,
      bid_price = now.bid_price, pacing = now.pacing, start_time = now.start_time, end_time = now.end_time,
      status = now.status, seller_package_id = now.seller_package_id
    from jsonb_populate_recordset(null::packages, ${rows}::jsonb) as now
    where packages.customer_id = ${customerId} and packages.media_buy_id = ${mediaBuyId}
      and packages.package_id = now.package_id`;
}

/** For drafts only, because packages that a seller has received must stay as they are. */
export async function deletePackages(db: Db, customerId: number, packageIds: readonly string[]): Promise<void> {
  await db
    .deleteFrom("packages")
    .where("customer_id", "=", customerId)
    .where(sql<boolean>`package_id = any(${packageIds})`)
    .execute();
}

type PackageRow = Row<"packages"> & { impressions: number; clicks: number; spend: string };

/** The packages of each buy, with their delivery so far. */
export async function packagesOf(
  db: Db,
  customerId: number,
  mediaBuyIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Package[]>> {
  const { rows } = await sql<PackageRow>`
    select packages.*, coalesce(delivered.impressions, 0)::bigint as impressions,
           coalesce(delivered.clicks, 0)::bigint as clicks, coalesce(delivered.spend, 0)::text as spend
    from packages
    left join lateral (
      select sum(day.impressions) as impressions, sum(day.clicks) as clicks,
             sum(day.spend) filter (where day.currency = packages.currency) as spend
      from delivery_days day
      where day.customer_id = packages.customer_id and day.media_buy_id = packages.media_buy_id
        and day.package_id = packages.package_id
    ) delivered on true
    where packages.customer_id = ${customerId} and packages.media_buy_id = any(${mediaBuyIds})
    order by packages.position`.execute(db);
  const packages = new Map<string, Package[]>();
  for (const row of rows) packages.set(row.media_buy_id, [...(packages.get(row.media_buy_id) ?? []), fromRow(row)]);
  return packages;
}

function fromRow(row: PackageRow): Package {
  return {
    packageId: row.package_id,
    productId: row.product_id,
    productName: row.product_name,
    pricingOptionId: row.pricing_option_id,
    pricingModel: row.pricing_model,
    budget: row.budget,
    currency: row.currency,
    bidPrice: row.bid_price,
    pacing: row.pacing as Pacing,
    startTime: row.start_time,
    endTime: row.end_time,
    period: row.period_index === null ? null : { index: row.period_index, label: row.period_label ?? "" },
    status: row.status as Package["status"],
    sellerPackageId: row.seller_package_id,
    delivered: { impressions: row.impressions, clicks: row.clicks, spend: row.spend },
  };
}
