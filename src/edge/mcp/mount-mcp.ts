import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Forbidden, Invalid, type PublicError, Unauthorized, WrongSide } from "../../ground/kernel/errors.ts";
import { viewerIn } from "../http/credentials.ts";
import type { Edge } from "../http/mount.ts";
import { answerRequest, type Server } from "./answer-request.ts";
import { ENDPOINTS, HOMES, metadataOf, metadataPathOf } from "./endpoints.ts";
import { PARSE_ERROR, ProtocolFault } from "./protocol/fault.ts";
import { faultOf, resultOf, sendFramed } from "./protocol/framing.ts";
import { type Message, messageIn } from "./protocol/message.ts";
import { eraOf, MODERN } from "./protocol/revision.ts";
import { openToolbox, type Workshop } from "./tools/toolbox.ts";

export interface Mcp extends Edge, Workshop {
  readonly version: string;
}

/**
 * The buyers' MCP server: streamable HTTP without a session or a stream, so that any process answers any message. The
 * messages are read by hand, since a server of the MCP SDK costs twelve times the CPU of the request it carries.
 */
export function mountMcp(app: FastifyInstance, mcp: Mcp): void {
  const { publicUrl } = mcp.host.installation;
  const server: Server = { toolbox: openToolbox(mcp), version: mcp.version };
  for (const endpoint of ["", ...ENDPOINTS])
    app.get(metadataPathOf(endpoint), async () => metadataOf(endpoint, publicUrl));

  void app.register(async (door) => {
    door.setErrorHandler<FastifyError | PublicError>((error, request, reply) =>
      refuse(error, request, reply, publicUrl),
    );
    for (const endpoint of ENDPOINTS) {
      door.post(endpoint, (request, reply) => receive(request, reply, mcp, server));
      // There is no session to end, and nothing to listen to.
      door.delete(endpoint, async (_, reply) => reply.code(204).send());
      door.get(endpoint, async (_, reply) =>
        reply
          .code(405)
          .header("allow", "POST, DELETE")
          .send({ error: "Method not allowed", message: "send messages by POST" }),
      );
    }
  });
}

async function receive(request: FastifyRequest, reply: FastifyReply, mcp: Mcp, server: Server): Promise<FastifyReply> {
  request.noted = { operation: "mcp" };
  await mcp.limits.countAddress(request.ip, "general", reply);
  refuseStrangeOrigin(request, mcp.host.installation.publicUrl);
  const viewer = await viewerIn(request.headers, mcp.keyring, false);
  const { customerId, customerKind } = viewer;
  request.noted = { operation: "mcp", customerId };
  await mcp.limits.countOrganisation(customerId, reply);
  if (customerKind === "SELLER") {
    const home = mcp.host.installation.publicUrl + HOMES[customerKind];
    throw new WrongSide(
      `this server is for buyers, and this key belongs to a ${customerKind} organisation: its own API is ${home}`,
    );
  }
  echoSession(request, reply);
  let message: Message | undefined;
  try {
    message = messageIn(request.body);
    if (message.kind !== "request") return reply.code(202).send();
    const { id, method, params } = message;
    const era = eraOf(request.headers, method, params);
    const tool = method === "tools/call" ? String(params.name) : undefined;
    const visit = {
      viewer,
      requestId: request.id,
      fresh: () => viewerIn(request.headers, mcp.keyring, true),
      note: (op: { readonly id: string }) => void (request.noted = { operation: op.id, customerId, tool }),
    };
    const { status, result } = await answerRequest({ method, params }, era, visit, server);
    request.noted = { ...request.noted, tool, answered: status };
    return sendFramed(request, reply, 200, resultOf(id, result));
  } catch (error) {
    if (!(error instanceof ProtocolFault)) throw error;
    const id = message?.kind === "request" ? message.id : undefined;
    return sendFramed(request, reply, error.status, faultOf(error, id));
  }
}

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** A page that another site's name was bent to lead here sends that name along (MCP 2026-07-28, Streamable HTTP, 1). */
function refuseStrangeOrigin({ headers: { origin } }: FastifyRequest, publicUrl: string): void {
  if (origin === undefined || origin === new URL(publicUrl).origin) return;
  const hostname = URL.canParse(origin) ? new URL(origin).hostname : "";
  if (!LOOPBACK.test(hostname))
    throw new Forbidden("pages of other sites may not call this server", { field: "Origin" });
}

/** Clients of the revisions that had sessions may bring an id of their own; it means nothing here. */
function echoSession({ headers }: FastifyRequest, reply: FastifyReply): void {
  const { "mcp-session-id": session, "mcp-protocol-version": version } = headers;
  if (typeof session !== "string" || !/^[\x21-\x7e]{1,128}$/.test(session)) return;
  if (!MODERN.includes(String(version))) reply.header("mcp-session-id", session);
}

/** What is refused before the protocol is spoken: as REST refuses it, but for the two that MCP has a form of its own for. */
function refuse(
  error: FastifyError | PublicError,
  request: FastifyRequest,
  reply: FastifyReply,
  publicUrl: string,
): FastifyReply {
  if (error instanceof Unauthorized) {
    const metadata = publicUrl + metadataPathOf(request.routeOptions.url ?? HOMES.BUYER);
    return reply
      .code(401)
      .header("www-authenticate", `Bearer realm="interchange", resource_metadata="${metadata}"`)
      .send({ error: "Authentication required", message: error.message });
  }
  if (error instanceof Invalid) {
    const fault = new ProtocolFault(PARSE_ERROR, error.message, { status: 400 });
    return sendFramed(request, reply, fault.status, faultOf(fault, undefined));
  }
  throw error;
}
