import { type SelectQueryBuilder, sql } from "kysely";
import { type Db, pageAndTotal, type Tables } from "../../../ground/db/index.ts";
import type { Page } from "../../../ground/kernel/query.ts";
import type { BuyerOfStorefront } from "../../orders/creatives/index.ts";
import { fromRow } from "../library/store.ts";
import type { CreativeFilter, ListedCreative } from "./listed-creative.ts";

/** A page of a buyer's creatives at a storefront, and their total number. */
export async function pageOfCreatives(
  db: Db,
  customerId: number,
  buyer: BuyerOfStorefront,
  which: CreativeFilter,
  page: Page,
): Promise<{ readonly creatives: readonly ListedCreative[]; readonly total: number }> {
  const { field, direction } = which.sort;
  const found = matching(db, customerId, buyer, which)
    .selectAll("library_creatives")
    .orderBy(SORTED_BY[field], direction)
    .orderBy("library_creatives.library_creative_id", direction);
  const { rows, total } = await pageAndTotal(found, page);
  const shown = await listShownBy(
    db,
    customerId,
    rows.map((row) => row.library_creative_id),
  );
  const creatives = rows.map((row) => {
    const packages = shown.filter(({ libraryCreativeId }) => libraryCreativeId === row.library_creative_id);
    return { ...fromRow(row), packages };
  });
  return { creatives, total };
}

/** An assignment to a package that its source is running or may still run. */
const LIVE = sql`
  from creative_assignments assigned
    join order_packages part on part.customer_id = assigned.customer_id and part.package_id = assigned.package_id
    join order_legs leg on leg.customer_id = part.customer_id and leg.leg_id = part.leg_id
  where assigned.error is null and not part.canceled and leg.state not in ('rejected', 'failed', 'canceled')
    and (leg.seller_status is null or leg.seller_status not in ('completed', 'canceled', 'rejected'))`;
const OF_THIS = sql`
  and assigned.customer_id = library_creatives.customer_id
  and assigned.library_creative_id = library_creatives.library_creative_id`;

const SORTED_BY = {
  created_date: sql`library_creatives.created_at`,
  updated_date: sql`library_creatives.updated_at`,
  name: sql`library_creatives.name`,
  status: sql`library_creatives.standing`,
  assignment_count: sql`(select count(*) ${LIVE} ${OF_THIS})`,
};

type Creatives = SelectQueryBuilder<Tables, "library_creatives", object>;

function matching(db: Db, customerId: number, { storefrontId, principal }: BuyerOfStorefront, which: CreativeFilter) {
  const own = db
    .selectFrom("library_creatives")
    .where("library_creatives.customer_id", "=", customerId)
    .where("library_creatives.storefront_id", "=", storefrontId)
    .where("library_creatives.principal", "=", principal);
  return assigned(described(own, which), which);
}

function described(all: Creatives, which: CreativeFilter): Creatives {
  const { account, standings, creativeIds, nameContains, tags, anyTag, formatIds } = which;
  const { createdAfter, createdBefore, updatedAfter, updatedBefore } = which;
  const listed = standings
    ? sql<boolean>`library_creatives.standing = any(${standings})`
    : sql<boolean>`library_creatives.standing <> 'archived'`;
  const tombstones = sql<boolean>`${which.purged ?? false} and library_creatives.purged ->> 'kind' = 'soft'`;
  let found = all.where(sql<boolean>`(library_creatives.purged is null and ${listed} or ${tombstones})`);
  if (account !== undefined) found = found.where("library_creatives.account", "=", account);
  if (creativeIds) found = found.where(sql<boolean>`library_creatives.creative_id = any(${creativeIds})`);
  if (nameContains !== undefined)
    found = found.where(sql<boolean>`strpos(lower(library_creatives.name), ${nameContains.toLowerCase()}) > 0`);
  if (tags) found = found.where(sql<boolean>`library_creatives.manifest -> 'tags' ?& ${tags}`);
  if (anyTag) found = found.where(sql<boolean>`library_creatives.manifest -> 'tags' ?| ${anyTag}`);
  if (formatIds)
    found = found.where(({ or }) =>
      or(
        formatIds.map(({ agentUrl, id }) => {
          const named = JSON.stringify({ format_id: { agent_url: agentUrl, id } });
          return sql<boolean>`library_creatives.manifest @> ${named}::jsonb`;
        }),
      ),
    );
  if (createdAfter) found = found.where("library_creatives.created_at", ">", createdAfter);
  if (createdBefore) found = found.where("library_creatives.created_at", "<", createdBefore);
  if (updatedAfter) found = found.where("library_creatives.updated_at", ">", updatedAfter);
  if (updatedBefore) found = found.where("library_creatives.updated_at", "<", updatedBefore);
  return found;
}

function assigned(all: Creatives, { packageIds, mediaBuyIds, unassigned }: CreativeFilter): Creatives {
  let found = all;
  if (packageIds)
    found = found.where(sql<boolean>`exists (select ${LIVE} ${OF_THIS} and assigned.package_id = any(${packageIds}))`);
  if (mediaBuyIds)
    found = found.where(sql<boolean>`exists (select ${LIVE} ${OF_THIS} and assigned.order_id = any(${mediaBuyIds}))`);
  if (unassigned !== undefined) found = found.where(sql<boolean>`exists (select ${LIVE} ${OF_THIS}) <> ${unassigned}`);
  return found;
}

interface ShownRow {
  readonly libraryCreativeId: number;
  readonly packageId: string;
  readonly assignedAt: Date;
}

async function listShownBy(db: Db, customerId: number, ids: readonly number[]): Promise<ShownRow[]> {
  const { rows } = await sql<ShownRow>`
    select assigned.library_creative_id as "libraryCreativeId", assigned.package_id as "packageId",
      assigned.assigned_at as "assignedAt" ${LIVE}
      and assigned.customer_id = ${customerId} and assigned.library_creative_id = any(${ids})
    order by assigned.assigned_at, assigned.package_id`.execute(db);
  return rows;
}
