import type { Db, Row } from "../../../../ground/db/index.ts";
import type { SignInDomain } from "./sign-in-domain.ts";

/** An existing domain does not change, so that its record continues to prove it. */
export async function insertDomain(db: Db, domain: SignInDomain): Promise<void> {
  await db
    .insertInto("sign_in_domains")
    .values({
      customer_id: domain.customerId,
      domain: domain.domain,
      token: domain.token,
      added_at: domain.addedAt,
      verified_at: domain.verifiedAt,
      seen_at: domain.seenAt,
    })
    .onConflict((conflict) => conflict.columns(["customer_id", "domain"]).doNothing())
    .execute();
}

export async function listDomains(db: Db, customerId: number): Promise<SignInDomain[]> {
  const rows = await db
    .selectFrom("sign_in_domains")
    .selectAll()
    .where("customer_id", "=", customerId)
    .orderBy("domain")
    .execute();
  return rows.map(fromRow);
}

export async function findDomain(db: Db, customerId: number, domain: string): Promise<SignInDomain | undefined> {
  const row = await db
    .selectFrom("sign_in_domains")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("domain", "=", domain)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** Its record was seen at this time; null if the record says something else now. */
export async function proveDomain(
  db: Db,
  { customerId, domain }: Pick<SignInDomain, "customerId" | "domain">,
  at: Date | null,
): Promise<void> {
  await db
    .updateTable("sign_in_domains")
    .set((own) => ({ verified_at: at && own.fn.coalesce("verified_at", own.val(at)), seen_at: at }))
    .where("customer_id", "=", customerId)
    .where("domain", "=", domain)
    .execute();
}

/** Returns whether there was one. */
export async function deleteDomain(db: Db, customerId: number, domain: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("sign_in_domains")
    .where("customer_id", "=", customerId)
    .where("domain", "=", domain)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

function fromRow(row: Row<"sign_in_domains">): SignInDomain {
  return {
    customerId: row.customer_id,
    domain: row.domain,
    token: row.token,
    addedAt: row.added_at,
    verifiedAt: row.verified_at,
    seenAt: row.seen_at,
  };
}
