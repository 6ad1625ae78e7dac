import { containing, type InstallationDb } from "../../../ground/db/index.ts";
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

interface Asked {
  readonly name: string | undefined;
  readonly kind: CustomerKind | undefined;
  readonly skip: number;
  readonly take: number;
}

/** Every organisation of the installation whose company or domain has `name` in it, newest first. */
export async function listOrganisationsOfInstallation(
  db: InstallationDb,
  { name, kind, skip, take }: Asked,
): Promise<{ organisations: Organisation[]; total: number }> {
  let matching = db.selectFrom("customers");
  if (kind !== undefined) matching = matching.where("kind", "=", kind);
  if (name !== undefined)
    matching = matching.where(({ or, eb }) =>
      or([eb("company", "ilike", containing(name)), eb("domain", "ilike", containing(name))]),
    );
  const { total } = await matching.select(({ fn }) => fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
  const rows = await matching
    .select(["customer_id", "kind", "company", "domain", "parent_id", "sandbox", "terms_version", "created_at"])
    .select((customer) =>
      customer
        .selectFrom("members")
        .whereRef("members.customer_id", "=", "customers.customer_id")
        .select(({ fn }) => fn.countAll<number>().as("members"))
        .as("members"),
    )
    .orderBy("customer_id", "desc")
    .limit(take)
    .offset(skip)
    .execute();
  return {
    organisations: rows.map((row) => ({
      customerId: row.customer_id,
      kind: row.kind as CustomerKind,
      company: row.company,
      domain: row.domain,
      parentId: row.parent_id,
      sandbox: row.sandbox,
      members: row.members ?? 0,
      termsVersion: row.terms_version,
      createdAt: row.created_at,
    })),
    total,
  };
}
