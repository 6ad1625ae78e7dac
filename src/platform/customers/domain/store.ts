import { sql } from "kysely";
import type { Db } from "../../../ground/db/index.ts";

/** Compares the part after the last @, because the quoted part of an address may contain others. */
export async function hasVerifiedColleagueAt(db: Db, customerId: number, domain: string): Promise<boolean> {
  const colleague = await db
    .selectFrom("members")
    .innerJoin("users", "users.user_id", "members.user_id")
    .select("members.user_id")
    .where("members.customer_id", "=", customerId)
    .where("users.email_verified_at", "is not", null)
    .where(sql<boolean>`lower(split_part(users.email, '@', -1)) = ${domain}`)
    .limit(1)
    .executeTakeFirst();
  return colleague !== undefined;
}

/** False if there is no such organisation. */
export async function setDomain(db: Db, customerId: number, domain: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("customers")
    .set({ domain, domain_approved: true, updated_at: at })
    .where("customer_id", "=", customerId)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
