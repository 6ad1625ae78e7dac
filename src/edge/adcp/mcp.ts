import type { FastifyReply, FastifyRequest } from "fastify";
import type { Edge } from "../http/mount.ts";
import { refuseStrangeOrigin } from "../mcp/admit.ts";
import type { Server } from "../mcp/answer-request.ts";
import type { Called } from "../mcp/answered.ts";
import { converse } from "../mcp/converse.ts";
import { INVALID_PARAMS, ProtocolFault } from "../mcp/protocol/fault.ts";
import type { Json } from "../reference/index.ts";
import { type Answered, answerCall, statusOf } from "./answer-call.ts";
import { admitted, authenticate } from "./authenticate.ts";
import { RELEASES } from "./protocol/release.ts";
import type { SerialisedAnswer } from "./protocol/standing-text.ts";
import type { AdcpRequestContext } from "./request-context.ts";
import { TOOLS, toolNamed, toolsFor } from "./tools/tools.ts";

const INSTRUCTIONS = `A storefront that sells advertising over AdCP ${RELEASES.join(" and ")}. Call get_adcp_capabilities first, get_products for products that match a brief, and create_media_buy with the ids and prices of that answer. Send an idempotency_key with writes, and the same one when you retry.`;

/** A storefront's agent over MCP: the same streamable HTTP as the buyers' server, with AdCP's tools. */
export function mcpServer(edge: Edge, version: string): Server<Call> {
  return {
    info: { name: "interchange-storefront", title: "Interchange storefront", version },
    instructions: INSTRUCTIONS,
    listFor: async ({ requestContext }) => (await toolsFor(requestContext)).map(({ listing }) => listing),
    async call(name, given, { request, requestContext }) {
      const tool = toolNamed(name);
      if (!tool) {
        const names = TOOLS.map((one) => one.name).join(", ");
        throw new ProtocolFault(INVALID_PARAMS, `there is no tool ${JSON.stringify(name)}; there are ${names}`);
      }
      if (request.noted) request.noted = { ...request.noted, tool: name };
      return calledBy(await answerCall(tool, given, await admitted(requestContext, { tool, given }, request, edge)));
    },
  };
}

export interface Call {
  readonly request: FastifyRequest;
  readonly requestContext: AdcpRequestContext;
}

export async function receiveMcp(
  request: FastifyRequest,
  reply: FastifyReply,
  server: Server<Call>,
  edge: Edge,
): Promise<FastifyReply> {
  refuseStrangeOrigin(request, edge.host.installation.publicUrl);
  const requestContext = await authenticate(request, reply, edge);
  return converse(request, reply, server, async () => ({ request, requestContext }));
}

/** Contains the answer twice: as structured content, and as text for clients whose model reads nothing else. */
function calledBy(answered: Answered): Called {
  const { status, payload, text } = answered;
  return {
    status: statusOf(answered),
    // Computed on demand, because it is rarely needed if the text is available.
    get result(): Json {
      const content = [{ type: "text", text: JSON.stringify(payload) }];
      return { content, structuredContent: payload, ...(status === "failed" && { isError: true }) };
    },
    text: text && textOf(text()),
  };
}

/** The same content as JSON. */
function textOf({ plain, quoted }: SerialisedAnswer): Called["text"] {
  return ['{"content":[{"type":"text","text":"', ...quoted, '"}],"structuredContent":', ...plain, "}"];
}
