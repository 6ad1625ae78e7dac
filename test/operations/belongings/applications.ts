import { newId } from "../../../src/ground/kernel/ids.ts";
import { insertApplication } from "../../../src/platform/authorization-server/applications/store.ts";
import type { Caller, World } from "../../world.ts";
import type { Ids } from "../owned-resources.ts";

/** An application that the organisation's member has connected. `test/authorization` tests the page that asks for consent. */
export async function applications({ customerId }: Caller, _ids: Ids, { host, database }: World): Promise<Ids> {
  const applicationId = newId("application", host.random);
  await database.writeInstallation(async (db) => {
    const { user_id: userId } = await db
      .selectFrom("members")
      .select("user_id")
      .where("customer_id", "=", customerId)
      .executeTakeFirstOrThrow();
    await insertApplication(db, {
      applicationId,
      customerId,
      userId,
      grantId: applicationId,
      clientId: "client",
      name: "Planner",
      destination: "planner.example",
      resource: `${host.installation.publicUrl}/mcp`,
      scopes: ["buyer:read"],
      connectedAt: host.clock.now(),
    });
  });
  return { application: applicationId };
}
