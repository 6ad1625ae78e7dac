import { sql } from "kysely";
import { batchedQuery } from "../../../ground/db/batching/index.ts";
import { type Db, pageAndTotal, preparedQuery, type Row, type RowChange } from "../../../ground/db/index.ts";
import type { Page } from "../../../ground/kernel/query.ts";
import type { TestCohort } from "./test-cohort.ts";

export interface CohortFilter {
  readonly role?: TestCohort["role"] | undefined;
  readonly isActive?: boolean | undefined;
}

/** The cohorts that match, newest first, and their total number. */
export async function listCohorts(
  db: Db,
  customerId: number,
  advertiserId: number,
  { role, isActive }: CohortFilter,
  page: Page,
): Promise<{ cohorts: TestCohort[]; total: number }> {
  let matching = cohorts(db, customerId).where("advertiser_id", "=", advertiserId);
  if (role) matching = matching.where("role", "=", role);
  if (isActive !== undefined) matching = matching.where("is_active", "=", isActive);
  const { rows, total } = await pageAndTotal(matching.orderBy("cohort_id", "desc"), page);
  return { cohorts: rows.map(fromRow), total };
}

/** The cohorts of several advertisers, by advertiser, newest first; an advertiser without any is not in the map. */
export async function listCohortsOf(
  db: Db,
  customerId: number,
  advertiserIds: readonly number[],
): Promise<Map<number, TestCohort[]>> {
  const rows = await cohorts(db, customerId)
    .where((cohort) => cohort("advertiser_id", "=", cohort.fn.any(cohort.val([...advertiserIds]))))
    .orderBy("cohort_id", "desc")
    .execute();
  return Map.groupBy(rows.map(fromRow), ({ advertiserId }) => advertiserId);
}

export async function findCohort(
  db: Db,
  customerId: number,
  advertiserId: number,
  cohortId: string,
): Promise<TestCohort | undefined> {
  const found = await cohortOfId(db, { customerId }, cohortId);
  return found?.advertiserId === advertiserId ? found : undefined;
}

interface Owned {
  readonly customerId: number;
}

const cohortOfId = batchedQuery(async (db, { customerId }: Owned, cohortIds) => {
  const rows = await cohortsOfIds(db, { customerId, cohortIds });
  return new Map(rows.map((row) => [row.cohort_id, fromRow(row)]));
});

const cohortsOfIds = preparedQuery(
  (db, asked: Owned & { readonly cohortIds: readonly string[] }) =>
    cohorts(db, asked.customerId).where(sql<boolean>`cohort_id = any(${asked.cohortIds})`),
  { once: true },
);

export async function insertCohort(db: Db, customerId: number, cohort: TestCohort): Promise<void> {
  const { cohortId, advertiserId, createdAt } = cohort;
  await db
    .insertInto("test_cohorts")
    .values({
      customer_id: customerId,
      cohort_id: cohortId,
      advertiser_id: advertiserId,
      created_at: createdAt,
      ...columnsOf(cohort),
    })
    .execute();
}

export async function updateCohort(db: Db, customerId: number, cohort: TestCohort): Promise<void> {
  await db
    .updateTable("test_cohorts")
    .set(columnsOf(cohort))
    .where("customer_id", "=", customerId)
    .where("cohort_id", "=", cohort.cohortId)
    .execute();
}

export async function deleteCohort(db: Db, customerId: number, cohortId: string): Promise<void> {
  await db.deleteFrom("test_cohorts").where("customer_id", "=", customerId).where("cohort_id", "=", cohortId).execute();
}

function cohorts(db: Db, customerId: number) {
  return db.selectFrom("test_cohorts").selectAll().where("customer_id", "=", customerId);
}

function columnsOf(cohort: TestCohort) {
  return {
    name: cohort.name,
    description: cohort.description,
    cohort_type: cohort.cohortType,
    role: cohort.role,
    definition: JSON.stringify(cohort.definition),
    estimated_size: cohort.estimatedSize,
    is_active: cohort.isActive,
    updated_at: cohort.updatedAt,
  } satisfies RowChange<"test_cohorts">;
}

function fromRow(row: Row<"test_cohorts">): TestCohort {
  return {
    cohortId: row.cohort_id,
    advertiserId: row.advertiser_id,
    name: row.name,
    description: row.description,
    cohortType: row.cohort_type,
    role: row.role as TestCohort["role"],
    definition: row.definition as TestCohort["definition"],
    estimatedSize: row.estimated_size,
    isActive: row.is_active,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
