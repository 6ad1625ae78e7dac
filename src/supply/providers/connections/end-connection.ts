import { type Context, wallOf } from "../../../ground/kernel/context.ts";
import { stepped } from "../../../ground/kernel/lifecycle.ts";
import { notify } from "../../../platform/notifications/index.ts";
import { adapterOf } from "../catalogue.ts";
import { type Connection, connectionLife } from "./connection.ts";
import { saveSourceStatus } from "./source-store.ts";
import { saveConnection } from "./store.ts";

/**
 * Ends a connection whose token the platform no longer accepts: nothing more is sent for it, and its owner is told what
 * to do.
 */
export async function endConnection(ctx: Context, connection: Connection): Promise<Connection> {
  const name = adapterOf(connection.provider)?.describe.displayName ?? connection.provider;
  const statusReason = `${name} no longer accepts the consent that was given: connect it again with POST /storefronts/${connection.storefrontId}/connection`;
  const ended: Connection = {
    ...connection,
    status: stepped(connectionLife, "fail", connection.status),
    statusReason,
    sealed: null,
    renewAt: null,
  };
  await saveConnection(ctx.db, ended, wallOf(ctx));
  if (ended.ownerKind === "operator")
    await saveSourceStatus(ctx.db, ended, { authConfigured: false, error: statusReason });
  await notify(ctx, {
    type: "credential.action_required",
    resourceType: "CONNECTION",
    resourceId: String(connection.connectionId),
    message: statusReason,
  });
  return ended;
}
