import { inTransaction } from "../../../src/ground/kernel/perform.ts";
import { NOBODY } from "../../../src/ground/kernel/viewer.ts";
import { openSession } from "../../../src/platform/sign-in/sessions/index.ts";
import type { Caller, World } from "../../world.ts";
import type { Ids } from "../owned-resources.ts";

/** A browser in which the organisation's member is signed in. */
export async function sessions({ customerId }: Caller, _ids: Ids, { host, database }: World): Promise<Ids> {
  const { user_id: userId } = await database.readInstallation((db) =>
    db.selectFrom("members").select("user_id").where("customer_id", "=", customerId).executeTakeFirstOrThrow(),
  );
  const open = (ctx: Parameters<typeof openSession>[0]) => openSession(ctx, { customerId, userId });
  const { sessionId } = await inTransaction(host, NOBODY, "req_test", "write", open, "installation");
  return { session: sessionId };
}
