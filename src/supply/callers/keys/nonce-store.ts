import type { Db, InstallationDb } from "../../../ground/db/index.ts";

export interface Nonce {
  readonly callerKeyId: string;
  readonly keyId: string;
  readonly nonce: string;
  readonly expiresAt: Date;
}

/** Takes a nonce; false where it was taken before. One that was forgotten belongs to a signature that holds no more. */
export async function takeNonce(
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

export async function forgetExpiredNoncesOfAllCustomers(db: InstallationDb, wall: Date): Promise<void> {
  await db.deleteFrom("caller_nonces").where("expires_at", "<=", wall).execute();
}
