import type { Host } from "../../../ground/kernel/host.ts";
import { newId } from "../../../ground/kernel/ids.ts";
import { inTransaction } from "../../../ground/kernel/perform.ts";
import type { Scope, Viewer } from "../../../ground/kernel/viewer.ts";
import { accountIdOf } from "../account-id.ts";
import type { AuthorizationServer, Decision, PendingRequest } from "../open-authorization-server.ts";
import { insertApplication } from "./store.ts";

interface Consent extends PendingRequest {
  readonly viewer: Viewer & { readonly userId: number };
  readonly granted: readonly Scope[];
  readonly requestId: string;
}

/** Lets an application act for a person: creates a grant at the authorization server, and an entry that the person can see and end. */
export async function connectApplication(
  server: AuthorizationServer,
  { viewer, request, name, granted, requestId }: Consent,
  host: Host,
): Promise<Decision> {
  const accountId = accountIdOf(viewer);
  const grantId = await server.grant(accountId, request, granted);
  const applicationId = newId("application", host.random);
  const { customerId, userId } = viewer;
  const { clientId, destination, resource } = request;
  await inTransaction(host, viewer, requestId, "write", async (ctx) => {
    const connectedAt = host.clock.now();
    const application = { applicationId, customerId, userId, grantId, clientId, name, destination, resource };
    await insertApplication(ctx.db, { ...application, scopes: granted, connectedAt });
    await ctx.audit({
      operation: "connectApplication",
      viewer,
      action: "CREATE",
      resourceType: "CONNECTED_APPLICATION",
      resourceId: applicationId,
    });
  });
  return { kind: "allowed", accountId, grantId };
}
