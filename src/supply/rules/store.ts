import { sql } from "kysely";
import { type Db, pageAndTotal, preparedQuery, type Row } from "../../ground/db/index.ts";
import type { Page } from "../../ground/kernel/query.ts";
import type { ProductRule, RulesVersion } from "./product-rule.ts";

/** The versions, newest first. */
export async function listVersions(
  db: Db,
  customerId: number,
  page: Page,
): Promise<{ items: RulesVersion[]; total: number }> {
  const { rows, total } = await pageAndTotal(versions(db, customerId).orderBy("version", "desc"), page);
  return { items: rows.map(fromRow), total };
}

export async function findRulesVersion(db: Db, customerId: number, version: number): Promise<RulesVersion | undefined> {
  const row = await versions(db, customerId).where("version", "=", version).executeTakeFirst();
  return row && fromRow(row);
}

export async function findActiveRules(db: Db, customerId: number): Promise<RulesVersion | undefined> {
  const [row] = await activeRules(db, { customerId });
  return row && fromRow(row);
}

const activeRules = preparedQuery((db, { customerId }: { readonly customerId: number }) =>
  versions(db, customerId).where("is_active", "=", true),
);

interface Written extends Pick<RulesVersion, "storefrontId" | "rules" | "notes" | "createdAt" | "createdBy"> {}

/** The caller has locked the storefront, because two concurrent writes would otherwise use the same number. */
export async function insertVersion(db: Db, customerId: number, written: Written): Promise<RulesVersion> {
  const { next } = await db
    .selectFrom("product_rule_versions")
    .select(sql<number>`coalesce(max(version), 0) + 1`.as("next"))
    .where("customer_id", "=", customerId)
    .executeTakeFirstOrThrow();
  const row = await db
    .insertInto("product_rule_versions")
    .values({
      customer_id: customerId,
      storefront_id: written.storefrontId,
      version: next,
      rules: JSON.stringify(written.rules),
      notes: written.notes,
      created_at: written.createdAt,
      created_by: written.createdBy,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return fromRow(row);
}

/** Replaces the version that was active. */
export async function activateVersion(db: Db, customerId: number, version: number): Promise<void> {
  const own = db.updateTable("product_rule_versions").where("customer_id", "=", customerId);
  await own.set({ is_active: false }).where("is_active", "=", true).execute();
  await own.set({ is_active: true }).where("version", "=", version).execute();
}

function versions(db: Db, customerId: number) {
  return db.selectFrom("product_rule_versions").selectAll().where("customer_id", "=", customerId);
}

function fromRow(row: Row<"product_rule_versions">): RulesVersion {
  return {
    storefrontId: row.storefront_id,
    version: row.version,
    rules: row.rules as unknown as ProductRule[],
    notes: row.notes,
    isActive: row.is_active,
    createdAt: row.created_at,
    createdBy: row.created_by,
  };
}
