import type { InstallationDb } from "../../../ground/db/index.ts";

export async function hasOperator(db: InstallationDb): Promise<boolean> {
  const row = await db
    .selectFrom("customers")
    .select("customer_id")
    .where("kind", "=", "OPERATOR")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertSetUpLink(db: InstallationDb, hash: string, at: Date, expiresAt: Date): Promise<void> {
  await db.insertInto("set_up_links").values({ token_hash: hash, created_at: at, expires_at: expiresAt }).execute();
}

export async function isSetUpLinkLive(db: InstallationDb, hash: string, wall: Date): Promise<boolean> {
  const row = await db
    .selectFrom("set_up_links")
    .select("token_hash")
    .where("token_hash", "=", hash)
    .where("used_at", "is", null)
    .where("expires_at", ">", wall)
    .executeTakeFirst();
  return row !== undefined;
}

/** The next transaction that takes them has to wait for this one. */
export async function consumeSetUpLinks(db: InstallationDb): Promise<void> {
  await db.selectFrom("set_up_links").select("token_hash").orderBy("token_hash").forUpdate().execute();
}

/** Returns whether there was one to use. */
export async function useSetUpLink(db: InstallationDb, hash: string, wall: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("set_up_links")
    .set({ used_at: wall })
    .where("token_hash", "=", hash)
    .where("used_at", "is", null)
    .where("expires_at", ">", wall)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function deleteExpiredSetUpLinks(db: InstallationDb, wall: Date): Promise<void> {
  await db.deleteFrom("set_up_links").where("expires_at", "<=", wall).execute();
}
