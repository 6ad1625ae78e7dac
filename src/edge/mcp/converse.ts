import type { FastifyReply, FastifyRequest } from "fastify";
import { answerRequest, type Server } from "./answer-request.ts";
import { exchangeOf, whileWorking } from "./exchange.ts";
import { ProtocolFault } from "./protocol/fault.ts";
import { faultOf, openAnswer } from "./protocol/framing.ts";
import { type Message, messageIn, type Params } from "./protocol/message.ts";
import { MODERN, protocolEraOf } from "./protocol/revision.ts";

/** Handles the message in an HTTP request: a JSON-RPC request gets its result, anything else gets 202. */
export async function converse<V>(
  request: FastifyRequest,
  reply: FastifyReply,
  server: Server<V>,
  requestContextOf: (call: { readonly method: string; readonly params: Params }) => Promise<V>,
): Promise<FastifyReply> {
  echoSession(request, reply);
  const answer = openAnswer(request, reply);
  let message: Message | undefined;
  try {
    message = messageIn(request.body);
    if (message.kind !== "request") return reply.code(202).send();
    const era = protocolEraOf(request.headers, message.method, message.params);
    const exchange = exchangeOf(message.params, era, answer.notify);
    const asked = { requestContext: await requestContextOf(message), exchange };
    const called = await whileWorking(answerRequest(message, asked, server), exchange, reply.raw);
    if (request.noted) request.noted = { ...request.noted, answered: called.status };
    return answer.endWith(message.id, called);
  } catch (error) {
    if (error instanceof ProtocolFault)
      return answer.end(error.status, faultOf(error, message?.kind === "request" ? message.id : undefined));
    answer.abandon();
    throw error;
  }
}

/** Clients of revisions with sessions may send a session id, which is ignored. */
function echoSession({ headers }: FastifyRequest, reply: FastifyReply): void {
  const { "mcp-session-id": session, "mcp-protocol-version": version } = headers;
  if (typeof session !== "string" || !/^[\x21-\x7e]{1,128}$/.test(session)) return;
  if (!MODERN.includes(String(version))) reply.header("mcp-session-id", session);
}
