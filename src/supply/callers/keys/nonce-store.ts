import type { Db, InstallationDb } from "../../../ground/db/index.ts";

export interface Nonce {
  readonly callerKeyId: string;
  readonly keyId: string;
  readonly nonce: string;
  readonly expiresAt: Date;
}

/** Takes a nonce; returns false if it was taken before. Nonces are only deleted once their signatures are no longer valid. */
export async function consumeNonce(
  db: Db,
  customerId: number,
  { callerKeyId, keyId, nonce, expiresAt }: Nonce,
): Promise<boolean> {
  const taken = await db
    .insertInto("caller_nonces")
    .values({ customer_id: customerId, caller_key_id: callerKeyId, key_id: keyId, nonce, expires_at: expiresAt })
    .onConflict((conflict) => conflict.doNothing())
    .returning("nonce")
    .executeTakeFirst();
  return taken !== undefined;
}

/** The number of a key's nonces that are stored beyond `expiresAt`, counted up to `most`. */
export async function countNonces(
  db: Db,
  customerId: number,
  { callerKeyId, keyId, expiresAt, most }: Omit<Nonce, "nonce"> & { readonly most: number },
): Promise<number> {
  const kept = await db
    .selectFrom("caller_nonces")
    .select("nonce")
    .where("customer_id", "=", customerId)
    .where("caller_key_id", "=", callerKeyId)
    .where("key_id", "=", keyId)
    .where("expires_at", ">", expiresAt)
    .limit(most)
    .execute();
  return kept.length;
}

export async function deleteExpiredNoncesOfAllCustomers(db: InstallationDb, wall: Date): Promise<void> {
  await db.deleteFrom("caller_nonces").where("expires_at", "<=", wall).execute();
}
