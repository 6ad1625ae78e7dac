import { after, HOUR_MS } from "../../../src/ground/kernel/clock.ts";
import { newId } from "../../../src/ground/kernel/ids.ts";
import { insertActingGrant } from "../../../src/platform/sign-in/acting/store.ts";
import type { Caller, World } from "../../world.ts";
import type { Ids } from "../owned-resources.ts";

/** A person who acts for the organisation. `test/sign-in` tests how that starts. */
export async function actingGrants({ customerId }: Caller, _ids: Ids, { host, database }: World): Promise<Ids> {
  const grantId = newId("actingGrant", host.random);
  const startedAt = host.clock.now();
  await database.writeInstallation(async (db) => {
    const { userId } = await db
      .selectFrom("members")
      .select("user_id as userId")
      .where("customer_id", "=", customerId)
      .executeTakeFirstOrThrow();
    const person = { customerId, userId, userEmail: "ann@run.example", operatorId: customerId, sessionId: grantId };
    const times = { startedAt, expiresAt: after(startedAt, HOUR_MS), endedAt: null };
    await insertActingGrant(db, { ...person, ...times, grantId, reason: "to see what they see", mayWrite: false });
  });
  return { actingGrant: grantId };
}
