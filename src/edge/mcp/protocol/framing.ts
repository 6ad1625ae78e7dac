import type { FastifyReply, FastifyRequest } from "fastify";
import type { MessageId, ProtocolFault } from "./fault.ts";

export function resultOf(id: MessageId, result: unknown): unknown {
  return { jsonrpc: "2.0", id, result };
}

export function faultOf({ code, message, data, id: own }: ProtocolFault, id: MessageId | undefined): unknown {
  const known = own ?? id;
  return {
    jsonrpc: "2.0",
    ...(known !== undefined && { id: known }),
    error: { code, message, ...(data !== undefined && { data }) },
  };
}

/** One JSON answer, or the same as the only event of a stream for a client that takes nothing else. */
export function sendFramed(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  answer: unknown,
): FastifyReply {
  if (!wantsStream(request)) return reply.code(status).send(answer);
  return reply
    .code(status)
    .headers({ "content-type": "text/event-stream", "cache-control": "no-cache", "x-accel-buffering": "no" })
    .send(`event: message\ndata: ${JSON.stringify(answer)}\n\n`);
}

function wantsStream({ headers: { accept = "" } }: FastifyRequest): boolean {
  return /text\/event-stream/i.test(accept) && !/application\/(json|\*)|\*\/\*/i.test(accept);
}
