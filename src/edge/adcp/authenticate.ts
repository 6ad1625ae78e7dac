import type { FastifyReply, FastifyRequest } from "fastify";
import { CustomerRoleDenied, NotFound } from "../../ground/kernel/errors.ts";
import { illFormed } from "../../ground/kernel/texts/well-formed.ts";
import { NOBODY, refuseBeyondScopes, type Viewer } from "../../ground/kernel/viewer.ts";
import { principalOf } from "../../ground/seller-agent/principal.ts";
import type { FoundKey } from "../../supply/callers/keys/index.ts";
import { type ResolvedAgent, resolveAgent } from "../../supply/merchandising/index.ts";
import { viewerIn } from "../http/credentials.ts";
import type { Edge } from "../http/mount.ts";
import { resourceOf } from "../http/protected-resource.ts";
import type { Json } from "../reference/index.ts";
import { checkSigned } from "./callers/check-signed.ts";
import type { Identity } from "./callers/identify.ts";
import { keyMissing } from "./callers/key-refused.ts";
import { resolveCaller } from "./callers/resolve-caller.ts";
import { seededAgent } from "./controller/seeded/seeded-agent.ts";
import type { AdcpRequestContext } from "./request-context.ts";
import type { Tool } from "./tools/tool.ts";

/** Whether the storefront exists for callers without a key. Its metadata reveals nothing more. */
export async function findForNobody(
  platformId: string,
  requestId: string,
  { host }: Pick<Edge, "host">,
): Promise<ResolvedAgent | undefined> {
  if (illFormed(platformId).length > 0) return undefined;
  return resolveAgent(host, NOBODY, { platformId, principal: principalOf(NOBODY.customerId) }, requestId);
}

/** Counts a request and finds its storefront. Throws the reason if the request cannot be processed. */
export async function authenticate(
  request: FastifyRequest,
  reply: FastifyReply,
  edge: Edge,
): Promise<AdcpRequestContext> {
  request.noted = { operation: "adcp" };
  const { platformId } = request.params as { readonly platformId: string };
  const missing = () => new NotFound(`there is no storefront ${platformId} for you`);
  if (illFormed(platformId).length > 0) throw missing();
  const { identity, resolve } = await resolveCaller(request, edge, platformId);
  await count(identity, request, reply, edge);
  const { viewer, principal, callerKey, isSigned } = identity;
  const { customerKind } = viewer;
  if (customerKind !== "BUYER")
    throw new CustomerRoleDenied(
      `a storefront's agent is for buyers, and this key belongs to a ${customerKind} organisation`,
    );
  const resolved = await resolve();
  // The same answer for storefronts that are unknown, closed or isolated, so that guessing reveals nothing.
  if (!resolved) throw missing();
  return {
    host: edge.host,
    resolved: furnished(resolved, viewer, edge),
    principal,
    viewer,
    callerKey,
    isSigned,
    requestId: request.id,
  };
}

/** In a sandbox, includes the fixtures that the caller has set up for its trials. */
function furnished(resolved: ResolvedAgent, { sandbox }: Viewer, { host }: Edge): ResolvedAgent {
  if (!sandbox) return resolved;
  const { publicUrl: agentUrl } = host.installation;
  return {
    ...resolved,
    agent: seededAgent(resolved.agent, { agentUrl, fixtures: resolved.trials.fixtures }),
  };
}

async function count(
  { viewer, principal, callerKey }: Identity,
  request: FastifyRequest,
  reply: FastifyReply,
  { limits }: Edge,
): Promise<void> {
  if (viewer === NOBODY) return;
  const { customerId, applicationId } = viewer;
  request.noted = callerKey
    ? { operation: "adcp", caller: principal, callerKey: idsOf(callerKey) }
    : { operation: "adcp", customerId, applicationId, viewer };
  await (callerKey ? limits.countCaller(principal, reply) : limits.countOrganisation(customerId, reply));
}

function idsOf({ customerId, callerKeyId }: FoundKey) {
  return { customerId, callerKeyId };
}

/** The request context of a caller that is permitted to make this call; for a write, with the caller's current state. Throws `Unauthorized`. */
export async function admitted(
  requestContext: AdcpRequestContext,
  { tool, given }: { readonly tool: Tool; readonly given: Json },
  request: FastifyRequest,
  edge: Edge,
): Promise<AdcpRequestContext> {
  if (requestContext.viewer === NOBODY && tool.access !== "public") throw keyMissing(tool.name);
  const { viewer } = requestContext;
  // Refused at the HTTP level as in RFC 6750, so that an application asks its user for more scopes; it would not look for this in a task's
  // answer.
  if (tool.access !== "public") refuseBeyondScopes(viewer, tool.access, tool.decides ?? false);
  checkSigned(requestContext, tool, given);
  // A caller key has just been looked up, whereas the holder of an API key may come from the cache.
  if (tool.access !== "write" || requestContext.callerKey) return requestContext;
  const resource = resourceOf(request, edge.host.installation.publicUrl);
  return { ...requestContext, viewer: await viewerIn(request.headers, edge, { resource, fresh: true }) };
}
