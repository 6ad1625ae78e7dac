import type { Provider } from "oidc-provider";
import type { Host } from "../../../ground/kernel/host.ts";
import { newId } from "../../../ground/kernel/ids.ts";
import { inTransaction } from "../../../ground/kernel/perform.ts";
import type { Scope } from "../../../ground/kernel/scopes.ts";
import type { Viewer } from "../../../ground/kernel/viewer.ts";
import { accountIdOf } from "../account-id.ts";
import type { AuthorizationRequest } from "../authorization-request.ts";
import { insertApplication } from "./store.ts";

interface Consent {
  readonly viewer: Viewer & { readonly userId: number };
  readonly request: AuthorizationRequest;
  /** What the client calls itself. */
  readonly name: string;
  readonly granted: readonly Scope[];
  readonly requestId: string;
}

/** What the authorization server goes on with: who decided, and what about. */
export interface Decision {
  readonly login: { readonly accountId: string; readonly remember: false };
  readonly consent: { readonly grantId: string };
}

/** Lets an application act for somebody: a grant at the authorization server, and an entry that its people can read and end. */
export async function connectApplication(
  provider: Provider,
  { viewer, request, name, granted, requestId }: Consent,
  host: Host,
): Promise<Decision> {
  const accountId = accountIdOf(viewer);
  const grant = new provider.Grant({ accountId, clientId: request.clientId });
  grant.addOIDCScope("openid offline_access");
  grant.addResourceScope(request.resource, granted.join(" "));
  const refused = request.scopes.filter((scope) => !granted.includes(scope));
  if (refused.length > 0) grant.rejectResourceScope(request.resource, refused.join(" "));
  const grantId = await grant.save();
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
  return { login: { accountId, remember: false }, consent: { grantId } };
}
