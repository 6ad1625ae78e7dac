import type { FastifyReply, FastifyRequest } from "fastify";
import { Forbidden } from "../../ground/kernel/errors.ts";
import type { Viewer } from "../../ground/kernel/viewer.ts";
import { viewerIn } from "../http/credentials.ts";
import type { Edge } from "../http/mount.ts";
import { resourceOf } from "../http/protected-resource.ts";

/** Counts a request as REST does, and identifies its sender. Throws the reason if the request cannot be processed. */
export async function admit(
  request: FastifyRequest,
  reply: FastifyReply,
  { host, keyring, accessTokens, limits }: Edge,
): Promise<Viewer> {
  const { publicUrl } = host.installation;
  request.noted = { operation: "mcp" };
  refuseStrangeOrigin(request, publicUrl);
  const viewer = await viewerIn(
    request.headers,
    { keyring, accessTokens },
    { resource: resourceOf(request, publicUrl), fresh: false },
  );
  const { customerId, applicationId } = viewer;
  request.noted = { operation: "mcp", customerId, applicationId, viewer };
  await limits.countOrganisation(customerId, reply);
  return viewer;
}

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * Protects against DNS rebinding: a page whose host name was rebound to this server sends that name in `Origin` (MCP 2026-07-28, Streamable
 * HTTP, 1).
 */
export function refuseStrangeOrigin({ headers: { origin } }: FastifyRequest, publicUrl: string): void {
  if (origin === undefined || origin === new URL(publicUrl).origin) return;
  const hostname = URL.canParse(origin) ? new URL(origin).hostname : "";
  if (!LOOPBACK.test(hostname))
    throw new Forbidden("pages of other sites may not call this server", { field: "Origin" });
}
