import { newId } from "../../../src/ground/kernel/ids.ts";
import { insertPasskeyOfInstallation } from "../../../src/platform/sign-in/passkeys/store.ts";
import type { Caller, World } from "../../world.ts";
import type { Ids } from "../owned-resources.ts";

/** A passkey of the organisation's member. `test/sign-in` tests how one is created. */
export async function passkeys({ customerId }: Caller, _ids: Ids, { host, database }: World): Promise<Ids> {
  const passkeyId = newId("passkey", host.random);
  await database.writeInstallation(async (db) => {
    const { user_id: userId } = await db
      .selectFrom("members")
      .select("user_id")
      .where("customer_id", "=", customerId)
      .executeTakeFirstOrThrow();
    const credential = { credentialId: passkeyId, publicKey: "", counter: 0, transports: [] };
    const passkey = { passkeyId, userId, name: "Laptop", synced: false, createdAt: host.clock.now(), lastUsedAt: null };
    await insertPasskeyOfInstallation(db, { ...passkey, ...credential });
  });
  return { passkey: passkeyId };
}
