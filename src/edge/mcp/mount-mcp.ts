import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ReportProgress } from "../../ground/kernel/context.ts";
import { Invalid, isChallenging, type PublicError } from "../../ground/kernel/errors.ts";
import type { Viewer } from "../../ground/kernel/viewer.ts";
import { viewerIn } from "../http/credentials.ts";
import { type Edge, MOUNTS } from "../http/mount.ts";
import { challengeOf, metadataPathOf, resourceOf } from "../http/protected-resource.ts";
import { A2A_PATH } from "./a2a/agent-card.ts";
import { mountA2a } from "./a2a/mount-a2a.ts";
import { admit } from "./admit.ts";
import type { Server } from "./answer-request.ts";
import { SELLER_ANALYTICS_VIEW } from "./apps/app-view.ts";
import { viewsFeature } from "./apps/views-feature.ts";
import { converse } from "./converse.ts";
import { ENDPOINTS, endpointMetadata, type McpServerKind, mcpServerFor } from "./endpoints.ts";
import type { Exchange } from "./exchange.ts";
import { INSTRUCTIONS } from "./instructions.ts";
import { PARSE_ERROR, ProtocolFault } from "./protocol/fault.ts";
import { faultOf, openAnswer } from "./protocol/framing.ts";
import type { Params } from "./protocol/message.ts";
import type { McpRequestContext } from "./tools/tool.ts";
import { openToolbox, type ToolboxOptions } from "./tools/toolbox.ts";

export interface Mcp extends Edge, ToolboxOptions {
  readonly version: string;
}

/**
 * One MCP server for each side: streamable HTTP without sessions or streams, so that any process can answer any message. Messages are
 * parsed by our own code, because a server of the MCP SDK uses twelve times as much CPU time as the request itself.
 */
export function mountMcp(app: FastifyInstance, mcp: Mcp): void {
  const { publicUrl } = mcp.host.installation;
  const servers: Readonly<Record<McpServerKind, Server<McpRequestContext>>> = {
    buyer: serverOf("buyer", mcp),
    storefront: serverOf("storefront", mcp),
  };
  for (const endpoint of ["", MOUNTS.platform, A2A_PATH, ...ENDPOINTS])
    app.get(metadataPathOf(endpoint), async () => endpointMetadata(endpoint, publicUrl));

  void app.register(async (door) => {
    door.setErrorHandler<FastifyError | PublicError>((error, request, reply) =>
      refuse(error, request, reply, publicUrl),
    );
    for (const endpoint of ENDPOINTS) {
      door.post(endpoint, async (request, reply) => {
        const viewer = await admit(request, reply, mcp);
        const server = servers[mcpServerFor(viewer, endpoint, publicUrl)];
        return converse(request, reply, server, async ({ params }) => requestContextOf(request, viewer, params, mcp));
      });
      // There is no session to end, and nothing to listen to.
      door.delete(endpoint, async (_, reply) => reply.code(204).send());
      door.get(endpoint, async (_, reply) => reply.code(405).header("allow", "POST, DELETE").send(BY_POST));
    }
    mountA2a(door, {
      host: mcp.host,
      servers,
      version: mcp.version,
      admit: async (request, reply, skill) => {
        const viewer = await admit(request, reply, mcp);
        return { viewer, requestContext: requestContextOf(request, viewer, { name: skill }, mcp) };
      },
    });
  });
}

const TITLE: Readonly<Record<McpServerKind, string>> = {
  buyer: "Interchange for buyers",
  storefront: "Interchange for sellers",
};

function serverOf(desk: McpServerKind, mcp: Mcp): Server<McpRequestContext> {
  const toolbox = openToolbox(desk, mcp);
  return {
    info: { name: `interchange-${desk}`, title: TITLE[desk], version: mcp.version },
    instructions: INSTRUCTIONS[desk],
    // The list of tools is the same for everybody except the operator's people.
    ...(desk === "storefront" && { features: [viewsFeature([SELLER_ANALYTICS_VIEW])] }),
    listFor: ({ viewer }) => toolbox.listFor(viewer),
    call: (name, given, requestContext, exchange) =>
      toolbox.call(name, given, exchange.isFollowed ? { ...requestContext, tell: tellerOf(exchange) } : requestContext),
  };
}

function tellerOf({ progress }: Exchange): ReportProgress {
  return ({ done, of, message }) => progress({ progress: done, total: of, message });
}

function requestContextOf(request: FastifyRequest, viewer: Viewer, { name }: Params, edge: Edge): McpRequestContext {
  const { customerId, applicationId } = viewer;
  const resource = resourceOf(request, edge.host.installation.publicUrl);
  return {
    viewer,
    requestId: request.id,
    fresh: () => viewerIn(request.headers, edge, { resource, fresh: true }),
    note: (op) => void (request.noted = { operation: op.id, customerId, applicationId, viewer, tool: String(name) }),
  };
}

const BY_POST = { error: "Method not allowed", message: "send messages by POST" };

/** Refusals before the protocol starts are sent as in REST, except for the two for which MCP defines a form of its own. */
function refuse(
  error: FastifyError | PublicError,
  request: FastifyRequest,
  reply: FastifyReply,
  publicUrl: string,
): FastifyReply {
  if (isChallenging(error)) {
    return reply
      .code(error.status)
      .header("www-authenticate", challengeOf(error, request.url, publicUrl))
      .send({ error: error.status === 401 ? "Authentication required" : "Insufficient scope", message: error.message });
  }
  if (error instanceof Invalid) {
    const fault = new ProtocolFault(PARSE_ERROR, error.message, { status: 400 });
    return openAnswer(request, reply).end(fault.status, faultOf(fault, undefined));
  }
  throw error;
}
