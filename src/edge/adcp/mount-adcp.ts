import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Invalid, NotFound, type PublicError } from "../../ground/kernel/errors.ts";
import { readJson } from "../http/app.ts";
import type { Edge } from "../http/mount.ts";
import { metadataOf, metadataPathOf } from "../http/protected-resource.ts";
import { cardDialectOf } from "../mcp/a2a/dialect.ts";
import { PARSE_ERROR, ProtocolFault } from "../mcp/protocol/fault.ts";
import { faultOf } from "../mcp/protocol/framing.ts";
import { agentCard } from "./a2a/agent-card.ts";
import { receiveA2a } from "./a2a/receive.ts";
import { authenticate, findForNobody } from "./authenticate.ts";
import { publishedJwks } from "./callbacks/webhook-key.ts";
import { refuseRepeated } from "./callers/refuse-repeated.ts";
import { mcpServer, receiveMcp } from "./mcp.ts";
import { brandJson } from "./published/brand-json.ts";
import { receivePlain } from "./receive-plain.ts";

export interface Adcp extends Edge {
  /** The version of this software. */
  readonly version: string;
}

const STOREFRONT = "/storefront/:platformId";

/** Every storefront as an AdCP agent, over MCP and A2A. One set of tools serves all of them; the request says which storefront is meant. */
export function mountAdcp(app: FastifyInstance, adcp: Adcp): void {
  const { publicUrl, sandbox } = adcp.host.installation;
  const jwks = publishedJwks(adcp.host.vault);
  app.get("/.well-known/jwks.json", async (_, reply) =>
    reply.header("cache-control", "public, max-age=3600").send(jwks),
  );
  app.get("/.well-known/brand.json", async (_, reply) => sendBrandJson(reply, brandJson(publicUrl, [])));
  const server = mcpServer(adcp, adcp.version);
  for (const endpoint of ["mcp", "a2a"])
    app.get(metadataPathOf(`${STOREFRONT}/${endpoint}`), (request) => agentMetadata(request, endpoint, adcp));
  void app.register(async (plain) => {
    attachRawBody(plain);
    plain.addHook("onRequest", async (request) => refuseRepeated(request));
    // A client that only knows one URL of an agent looks for its tasks below that URL.
    for (const endpoint of ["mcp", "a2a"])
      plain.post(`${STOREFRONT}/${endpoint}/adcp/*`, (request, reply) => receivePlain(request, reply, adcp));
  });
  void app.register(async (resolved) => {
    attachRawBody(resolved);
    resolved.addHook("onRequest", async (request) => refuseRepeated(request));
    resolved.setErrorHandler<FastifyError | PublicError>((error, _, reply) => {
      if (!(error instanceof Invalid)) throw error;
      return reply.code(400).send(faultOf(new ProtocolFault(PARSE_ERROR, error.message), undefined));
    });
    resolved.post(`${STOREFRONT}/mcp`, (request, reply) => receiveMcp(request, reply, server, adcp));
    resolved.delete(`${STOREFRONT}/mcp`, async (_, reply) => reply.code(204).send());
    resolved.post(`${STOREFRONT}/a2a`, (request, reply) => receiveA2a(request, reply, adcp));
    for (const path of ["mcp", "a2a"])
      resolved.get(`${STOREFRONT}/${path}`, async (_, reply) => reply.code(405).header("allow", "POST").send(BY_POST));
    resolved.get(`${STOREFRONT}/.well-known/brand.json`, async (request, reply) => {
      const { resolved: shop } = await authenticate(request, reply, adcp);
      return sendBrandJson(reply, brandJson(publicUrl, [shop]));
    });
    // Clients look for the card next to the endpoint or below it.
    for (const path of [STOREFRONT, `${STOREFRONT}/a2a`])
      resolved.get(`${path}/.well-known/agent-card.json`, async (request, reply) => {
        const requestContext = await authenticate(request, reply, adcp);
        const { platformId } = request.params as { readonly platformId: string };
        const url = `${publicUrl}/storefront/${encodeURIComponent(platformId)}/a2a`;
        const dialect = cardDialectOf(request.headers);
        const { version, host } = adcp;
        return agentCard(requestContext, url, { version, sandbox, vault: host.vault, dialect });
      });
  });
}

/** What a storefront's agent requires of an application; each storefront is a separate resource (RFC 9728). */
async function agentMetadata(request: FastifyRequest, endpoint: string, adcp: Adcp) {
  request.noted = { operation: "protectedResourceMetadata" };
  const { platformId } = request.params as { readonly platformId: string };
  const resolved = await findForNobody(platformId, request.id, adcp);
  if (!resolved) throw new NotFound(`there is no storefront ${platformId} for you`);
  const { name } = resolved.agent;
  const path = `/storefront/${encodeURIComponent(resolved.platformId)}/${endpoint}`;
  return metadataOf(path, adcp.host.installation.publicUrl, { name, documentation: "/llms.txt" });
}

function sendBrandJson(reply: FastifyReply, document: object): FastifyReply {
  return reply
    .header("cache-control", "public, max-age=3600")
    .header("access-control-allow-origin", "*")
    .send(document);
}

/** Signatures cover the exact bytes of a body, so these are kept. */
function attachRawBody(resolved: FastifyInstance): void {
  resolved.decorateRequest("bodyBytes", undefined);
  resolved.removeAllContentTypeParsers();
  resolved.addContentTypeParser("*", { parseAs: "buffer" }, (request, body, done) => {
    try {
      request.bodyBytes = Buffer.from(body);
      done(null, readJson(String(body)));
    } catch (error) {
      done(error as Error);
    }
  });
}

declare module "fastify" {
  interface FastifyRequest {
    /** The raw body of a request to a storefront's agent. */
    bodyBytes: Uint8Array | undefined;
  }
}

const BY_POST = { error: "Method not allowed", message: "send messages by POST" };
