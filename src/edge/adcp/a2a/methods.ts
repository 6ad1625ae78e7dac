import type { FastifyRequest } from "fastify";
import { newId, newUuid } from "../../../ground/kernel/ids.ts";
import { NOBODY } from "../../../ground/kernel/viewer.ts";
import { readAnswered, saveAnswered } from "../../../supply/callers/messages/index.ts";
import type { Edge } from "../../http/mount.ts";
import { INVALID_PARAMS, ProtocolFault } from "../../mcp/protocol/fault.ts";
import type { Params } from "../../mcp/protocol/message.ts";
import type { Json } from "../../reference/index.ts";
import { type Answered, answerCall, statusOf } from "../answer-call.ts";
import { admitted } from "../authenticate.ts";
import type { AdcpRequestContext } from "../request-context.ts";
import { tasksGet } from "../tools/tasks-get.ts";
import { TOOLS, toolNamed } from "../tools/tools.ts";
import { askedIn } from "./message.ts";
import { taskOf } from "./task.ts";

/** A2A, Error Codes. */
const TASK_NOT_FOUND = -32001;
const TASK_NOT_CANCELABLE = -32002;

/** One request: its caller, and the storefront to which it is addressed. */
export interface A2aRequest {
  readonly requestContext: AdcpRequestContext;
  readonly request: FastifyRequest;
  readonly edge: Edge;
}

/** Calls the skill that a message names; its answer is a task. */
export async function sendMessage(params: Params, { requestContext, request, edge }: A2aRequest): Promise<Json> {
  const { skill, given, contextId: asked, hasCallback } = askedIn(params);
  const tool = toolNamed(skill);
  if (!tool) {
    const names = TOOLS.map(({ name }) => name).join(", ");
    throw new ProtocolFault(INVALID_PARAMS, `there is no skill ${JSON.stringify(skill)}; there are ${names}`);
  }
  if (request.noted) request.noted = { ...request.noted, tool: skill };
  const { clock, random } = requestContext.host;
  const contextId = asked ?? newUuid(random);
  const known = await admitted(requestContext, { tool, given }, request, edge);
  const answered = await answerCall(tool, given, hasCallback ? { ...known, a2aContext: contextId } : known);
  const { status, payload } = answered;
  if (request.noted) request.noted = { ...request.noted, answered: statusOf(answered) };
  const id = typeof payload.task_id === "string" ? payload.task_id : newId("task", random);
  // Kept here because no other record exists of tasks that have ended or that wait for their caller.
  if (requestContext.viewer !== NOBODY && status !== "submitted")
    await saveAnswered(requestContext.resolved.caller, { taskId: id, contextId, status, payload });
  return taskOf(answered, { id, contextId, at: clock.now() });
}

/** A task's status: from the seller that decides on it, or from the answer to its message within the last hour. */
export async function getTask({ id }: Params, { requestContext, request, edge }: A2aRequest): Promise<Json> {
  if (typeof id !== "string") throw new ProtocolFault(INVALID_PARAMS, "params.id: the id of a task");
  const given = { task_id: id };
  const known = await admitted(requestContext, { tool: tasksGet, given }, request, edge);
  const kept = await readAnswered(requestContext.resolved.caller, id);
  if (kept) return taskOf(kept, { id, contextId: kept.contextId, at: kept.createdAt });
  const { status: found, payload } = await answerCall(tasksGet, given, known);
  if (found === "failed") throw new ProtocolFault(TASK_NOT_FOUND, `there is no task ${id}`);
  const { status, result = {} } = payload as { status: Answered["status"]; result?: Json };
  const { clock, random } = requestContext.host;
  return taskOf({ status, payload: { ...result, task_id: id } }, { id, contextId: newUuid(random), at: clock.now() });
}

export async function cancelTask(params: Params, asked: A2aRequest): Promise<never> {
  await getTask(params, asked);
  const message = "a submitted buy is decided by its seller: once it is decided, cancel it with update_media_buy";
  throw new ProtocolFault(TASK_NOT_CANCELABLE, message);
}
