import type { FastifyReply, FastifyRequest } from "fastify";
import { newId, newUuid } from "../../../ground/kernel/ids.ts";
import type { Edge } from "../../http/mount.ts";
import { INVALID_PARAMS, METHOD_NOT_FOUND, ProtocolFault } from "../../mcp/protocol/fault.ts";
import { faultOf, resultOf } from "../../mcp/protocol/framing.ts";
import { type Message, messageIn, type Params } from "../../mcp/protocol/message.ts";
import type { Json } from "../../reference/index.ts";
import { type Answered, answerCall } from "../answer-call.ts";
import { admitted, authenticate } from "../authenticate.ts";
import type { AdcpRequestContext } from "../request-context.ts";
import { tasksGet } from "../tools/tasks-get.ts";
import { TOOLS, toolNamed } from "../tools/tools.ts";
import { askedIn } from "./message.ts";
import { taskOf } from "./task.ts";

/** A2A 0.3, Error Codes. */
const TASK_NOT_FOUND = -32001;
const TASK_NOT_CANCELABLE = -32002;

/** One storefront's agent over A2A 0.3, without streams and push notifications: a task is asked after. */
export async function receiveA2a(request: FastifyRequest, reply: FastifyReply, edge: Edge): Promise<FastifyReply> {
  const requestContext = await authenticate(request, reply, edge);
  let message: Message | undefined;
  try {
    message = messageIn(request.body);
    if (message.kind !== "request") return reply.code(202).send();
    const { id, method, params } = message;
    const answer = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
    if (!answer) {
      const names = Object.keys(METHODS).join(", ");
      throw new ProtocolFault(METHOD_NOT_FOUND, `there is no method ${JSON.stringify(method)}; there are ${names}`);
    }
    return reply.send(resultOf(id, await answer(params, requestContext, request, edge)));
  } catch (error) {
    if (!(error instanceof ProtocolFault)) throw error;
    const id = message?.kind === "request" ? message.id : undefined;
    return reply.code(error.status).send(faultOf(error, id));
  }
}

type Method = (
  params: Params,
  requestContext: AdcpRequestContext,
  request: FastifyRequest,
  edge: Edge,
) => Promise<Json>;

const METHODS: Readonly<Record<string, Method>> = {
  async "message/send"(params, requestContext, request, edge) {
    const { skill, given, contextId } = askedIn(params);
    const tool = toolNamed(skill);
    if (!tool) {
      const names = TOOLS.map(({ name }) => name).join(", ");
      throw new ProtocolFault(INVALID_PARAMS, `there is no skill ${JSON.stringify(skill)}; there are ${names}`);
    }
    if (request.noted) request.noted = { ...request.noted, tool: skill };
    const answered = await answerCall(tool, given, await admitted(requestContext, { tool, given }, request, edge));
    return taskOf(answered, named(answered, contextId, requestContext));
  },

  async "tasks/get"(params, requestContext, request, edge) {
    const { answered, task } = await taskAsked(params, requestContext, request, edge);
    return taskOf(
      { ...answered, ...task },
      named({ ...answered, ...task }, undefined, requestContext, String(params.id)),
    );
  },

  async "tasks/cancel"(params, requestContext, request, edge) {
    await taskAsked(params, requestContext, request, edge);
    const message = "a buy that was submitted is decided by its seller: cancel it with update_media_buy when it is";
    throw new ProtocolFault(TASK_NOT_CANCELABLE, message);
  },
};

/** The task that a client asks after. Those that were over at once are not kept: their answer was the whole of it. */
async function taskAsked({ id }: Params, requestContext: AdcpRequestContext, request: FastifyRequest, edge: Edge) {
  if (typeof id !== "string") throw new ProtocolFault(INVALID_PARAMS, "params.id: the id of a task");
  const given = { task_id: id };
  const answered = await answerCall(
    tasksGet,
    given,
    await admitted(requestContext, { tool: tasksGet, given }, request, edge),
  );
  if (answered.status === "failed") throw new ProtocolFault(TASK_NOT_FOUND, `there is no task ${id}`);
  const { status, result = {} } = answered.payload as { status: Answered["status"]; result?: Json };
  return { answered, task: { status, payload: { ...result, task_id: id } } };
}

function named({ payload }: Answered, contextId: string | undefined, { host }: AdcpRequestContext, id?: string) {
  const { clock, random } = host;
  const own = typeof payload.task_id === "string" ? payload.task_id : newId("task", random);
  return { id: id ?? own, contextId: contextId ?? newUuid(random), at: clock.now() };
}
