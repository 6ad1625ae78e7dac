import { sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Db, InstallationDb } from "../../ground/db/index.ts";
import { ROWS_A_PAGE } from "../../ground/kernel/csv/csv-list.ts";
import type { Interest, Submission } from "./interest.ts";

export async function findInterest(db: Db, customerId: number): Promise<Interest | undefined> {
  const row = await db
    .selectFrom("storefront_interests")
    .selectAll()
    .where("customer_id", "=", customerId)
    .orderBy("interest_id", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const { storefront_ids: storefrontIds, notes, submitted_by: submittedBy, submitted_at: submittedAt } = row;
  return { storefrontIds, notes, submittedBy, submittedAt };
}

/** Added to what the buyer submitted before; returns its number. */
export async function insertInterest(db: Db, customerId: number, interest: Interest): Promise<number> {
  const columns = {
    storefront_ids: [...interest.storefrontIds],
    notes: interest.notes,
    submitted_by: interest.submittedBy,
    submitted_at: interest.submittedAt,
  };
  const { interest_id } = await db
    .insertInto("storefront_interests")
    .values({ customer_id: customerId, ...columns })
    .returning("interest_id")
    .executeTakeFirstOrThrow();
  return interest_id;
}

/** Submissions of all buyers, newest first, and their total number. */
export async function listSubmissionsOfInstallation(
  db: InstallationDb,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ submissions: Submission[]; total: number }> {
  const [rows, { total }] = await Promise.all([
    submissions(db)
      .orderBy("submitted_at", "desc")
      .orderBy("interest_id", "desc")
      .limit(limit)
      .offset(offset)
      .execute(),
    db
      .selectFrom("storefront_interests")
      .select(({ fn }) => fn.countAll<number>().as("total"))
      .executeTakeFirstOrThrow(),
  ]);
  return { submissions: rows.map(fromRow), total };
}

/** A page of the exported file: submissions below a number, newest first. */
export async function listSubmissionsBelowOfInstallation(
  db: InstallationDb,
  below: string | undefined,
): Promise<(Submission & { readonly interestId: number })[]> {
  let page = submissions(db).select("interest_id").orderBy("interest_id", "desc").limit(ROWS_A_PAGE);
  if (below !== undefined) page = page.where("interest_id", "<", Number(below));
  return (await page.execute()).map((row) => ({ ...fromRow(row), interestId: row.interest_id }));
}

export async function findSubmissionOfAnyCustomer(
  db: InstallationDb,
  customerId: number,
  interestId: number,
): Promise<Submission | undefined> {
  const row = await submissions(db)
    .where("storefront_interests.customer_id", "=", customerId)
    .where("interest_id", "=", interestId)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** The organisations that run the installation. */
export async function listOperatorsOfInstallation(db: InstallationDb): Promise<number[]> {
  const rows = await db
    .selectFrom("customers")
    .select("customer_id")
    .where("kind", "=", "OPERATOR")
    .orderBy("customer_id")
    .execute();
  return rows.map((row) => row.customer_id);
}

function submissions(db: InstallationDb) {
  return db
    .selectFrom("storefront_interests")
    .innerJoin("customers", "customers.customer_id", "storefront_interests.customer_id")
    .select((submission) => [
      "storefront_interests.customer_id",
      "company",
      "storefront_ids",
      "notes",
      "submitted_by",
      "submitted_at",
      jsonArrayFrom(
        submission
          .selectFrom("storefronts")
          .select(["storefront_id as storefrontId", "storefronts.name"])
          .where(sql<boolean>`storefront_id = any(storefront_interests.storefront_ids)`)
          .orderBy("storefront_id"),
      ).as("storefronts"),
    ]);
}

type SubmissionRow = Awaited<ReturnType<ReturnType<typeof submissions>["executeTakeFirstOrThrow"]>>;

function fromRow(row: SubmissionRow): Submission {
  return {
    customerId: row.customer_id,
    company: row.company,
    storefrontIds: row.storefront_ids,
    storefronts: row.storefronts,
    notes: row.notes,
    submittedBy: row.submitted_by,
    submittedAt: row.submitted_at,
  };
}
