import { containing, type InstallationDb, pageAndTotal } from "../../../ground/db/index.ts";
import { ROWS_A_PAGE } from "../../../ground/kernel/csv/csv-list.ts";
import type { Page } from "../../../ground/kernel/query.ts";
import type { CustomerKind } from "../../../ground/kernel/viewer.ts";

export interface Organisation {
  readonly customerId: number;
  readonly kind: CustomerKind;
  readonly company: string;
  readonly domain: string | null;
  readonly parentId: number | null;
  readonly sandbox: boolean;
  readonly members: number;
  readonly termsVersion: string | null;
  readonly createdAt: Date;
}

interface OrganisationFilter {
  /** A part of the company's name or domain. */
  readonly name: string | undefined;
  readonly kind: CustomerKind | undefined;
}

/** Newest first, with the total number of matches. */
export async function listOrganisationsOfInstallation(
  db: InstallationDb,
  filter: OrganisationFilter,
  page: Page,
): Promise<{ organisations: Organisation[]; total: number }> {
  const { rows, total } = await pageAndTotal(matchingOf(db, filter), page);
  return { organisations: rows.map(fromRow), total };
}

/** A page of the file: organisations below an id, newest first. */
export async function listOrganisationsBelowOfInstallation(
  db: InstallationDb,
  filter: OrganisationFilter,
  below: string | undefined,
): Promise<Organisation[]> {
  let page = matchingOf(db, filter).limit(ROWS_A_PAGE);
  if (below !== undefined) page = page.where("customer_id", "<", Number(below));
  return (await page.execute()).map(fromRow);
}

function matchingOf(db: InstallationDb, { name, kind }: OrganisationFilter) {
  let matching = db.selectFrom("customers");
  if (kind !== undefined) matching = matching.where("kind", "=", kind);
  if (name !== undefined)
    matching = matching.where(({ or, eb }) =>
      or([eb("company", "ilike", containing(name)), eb("domain", "ilike", containing(name))]),
    );
  return matching
    .select(["customer_id", "kind", "company", "domain", "parent_id", "sandbox", "terms_version", "created_at"])
    .select((customer) =>
      customer
        .selectFrom("members")
        .whereRef("members.customer_id", "=", "customers.customer_id")
        .select(({ fn }) => fn.countAll<number>().as("members"))
        .as("members"),
    )
    .orderBy("customer_id", "desc");
}

type OrganisationRow = Awaited<ReturnType<ReturnType<typeof matchingOf>["executeTakeFirstOrThrow"]>>;

function fromRow(row: OrganisationRow): Organisation {
  return {
    customerId: row.customer_id,
    kind: row.kind as CustomerKind,
    company: row.company,
    domain: row.domain,
    parentId: row.parent_id,
    sandbox: row.sandbox,
    members: row.members ?? 0,
    termsVersion: row.terms_version,
    createdAt: row.created_at,
  };
}
