import type { Db } from "../../../ground/db/index.ts";

export async function hasAdvertiser(db: Db, customerId: number, advertiserId: number): Promise<boolean> {
  const row = await db
    .selectFrom("advertisers")
    .select("advertiser_id")
    .where("customer_id", "=", customerId)
    .where("advertiser_id", "=", advertiserId)
    .executeTakeFirst();
  return row !== undefined;
}
