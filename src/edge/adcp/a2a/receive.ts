import { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import { NOBODY } from "../../../ground/kernel/viewer.ts";
import type { Edge } from "../../http/mount.ts";
import { checkVersion, inDialect, spoken } from "../../mcp/a2a/dialect.ts";
import { refuseStrangeOrigin } from "../../mcp/admit.ts";
import { METHOD_NOT_FOUND, ProtocolFault } from "../../mcp/protocol/fault.ts";
import { faultOf, resultOf } from "../../mcp/protocol/framing.ts";
import { type Message, messageIn, type Params } from "../../mcp/protocol/message.ts";
import type { Json } from "../../reference/index.ts";
import { authenticate } from "../authenticate.ts";
import { keyMissing } from "../callers/key-refused.ts";
import { toolNamed } from "../tools/tools.ts";
import { echoProfile } from "./extension.ts";
import { skillIn } from "./message.ts";
import { type A2aRequest, cancelTask, getTask, sendMessage } from "./methods.ts";
import { streamOf } from "./stream.ts";

/** A storefront's agent over A2A, in 0.3 and 1.0. */
export async function receiveA2a(request: FastifyRequest, reply: FastifyReply, edge: Edge): Promise<FastifyReply> {
  refuseStrangeOrigin(request, edge.host.installation.publicUrl);
  echoProfile(request, reply);
  const requestContext = await authenticate(request, reply, edge);
  let message: Message | undefined;
  try {
    checkVersion(request.headers);
    message = messageIn(request.body);
    if (message.kind !== "request") return reply.code(202).send();
    refuseNobody(message, requestContext.viewer === NOBODY);
    return await answer(message, { requestContext, request, edge }, reply);
  } catch (error) {
    if (!(error instanceof ProtocolFault)) throw error;
    const id = message?.kind === "request" ? message.id : undefined;
    return reply.code(error.status).send(faultOf(error, id));
  }
}

type Request = Extract<Message, { readonly kind: "request" }>;

/** Callers without a key can only use public skills, and the error does not even reveal which others exist. */
function refuseNobody({ method, params }: Request, isNobody: boolean): void {
  if (!isNobody) return;
  const skill = spoken(method).method.startsWith("message/") ? skillIn(params) : undefined;
  if (skill !== undefined && toolNamed(skill)?.access === "public") return;
  throw keyMissing(method);
}

type Method = (params: Params, asked: A2aRequest) => Promise<Json>;

const METHODS: Readonly<Record<string, Method>> = {
  "message/send": sendMessage,
  "tasks/get": getTask,
  "tasks/cancel": cancelTask,
};
const STREAM = "message/stream";

async function answer(message: Request, asked: A2aRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { id, params } = message;
  const { method, dialect } = spoken(message.method);
  if (method === STREAM) {
    const task = await sendMessage(params, asked);
    return reply
      .headers({ "content-type": "text/event-stream", "cache-control": "no-cache", "x-accel-buffering": "no" })
      .send(Readable.from(streamOf(task, { ...asked, id, dialect })));
  }
  const known = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
  if (!known) {
    const names = [...Object.keys(METHODS), STREAM].join(", ");
    throw new ProtocolFault(METHOD_NOT_FOUND, `there is no method ${JSON.stringify(method)}; there are ${names}`);
  }
  // A2A 1.0 wraps the result of a message, but not a task that was requested by id.
  return reply.send(resultOf(id, inDialect(dialect, await known(params, asked), method !== "message/send")));
}
