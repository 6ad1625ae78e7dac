import { sql } from "kysely";
import type { Db } from "../../../ground/db/index.ts";
import type { Targeting } from "../../../ground/seller-agent/index.ts";

export type TargetingByPackage = Readonly<Record<string, Targeting>>;

/** Replaces the targeting of these packages; an empty one removes it. */
export async function saveTargeting(db: Db, customerId: number, byPackage: TargetingByPackage): Promise<void> {
  if (Object.keys(byPackage).length === 0) return;
  await sql`
    update order_packages set targeting = nullif(said.value, '{}')
    from jsonb_each(${JSON.stringify(byPackage)}::jsonb) as said
    where customer_id = ${customerId} and package_id = said.key`.execute(db);
}
