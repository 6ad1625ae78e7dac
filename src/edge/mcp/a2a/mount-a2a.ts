import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Host } from "../../../ground/kernel/host.ts";
import { newUuid } from "../../../ground/kernel/ids.ts";
import type { Viewer } from "../../../ground/kernel/viewer.ts";
import { mcpServerFor } from "../endpoints.ts";
import type { Exchange } from "../exchange.ts";
import { INVALID_PARAMS, METHOD_NOT_FOUND, ProtocolFault } from "../protocol/fault.ts";
import { faultOf, resultOf } from "../protocol/framing.ts";
import { isObject, type Message, messageIn, type Params } from "../protocol/message.ts";
import type { McpRequestContext } from "../tools/tool.ts";
import { A2A_PATH, agentCard, type Servers } from "./agent-card.ts";
import { cardDialectOf, checkVersion, inDialect, spoken } from "./dialect.ts";

export interface A2a {
  readonly host: Pick<Host, "random" | "clock" | "installation" | "vault">;
  readonly servers: Servers;
  readonly version: string;
  admit(
    request: FastifyRequest,
    reply: FastifyReply,
    skill: string,
  ): Promise<{ readonly viewer: Viewer; readonly requestContext: McpRequestContext }>;
}

/**
 * The marketplace as one A2A agent, in 0.3 and 1.0: a message calls a tool, and its task is completed with the answer.
 */
export function mountA2a(app: FastifyInstance, a2a: A2a): void {
  app.get("/.well-known/agent-card.json", async (request, reply) => {
    request.noted = { operation: "agentCard" };
    const { vault, installation } = a2a.host;
    const dialect = cardDialectOf(request.headers);
    const shown = { publicUrl: installation.publicUrl, vault, version: a2a.version, dialect };
    const card = await agentCard(a2a.servers, shown);
    return reply.headers({ "cache-control": "public, max-age=300", vary: "a2a-version" }).send(card);
  });
  app.post(A2A_PATH, (request, reply) => receive(request, reply, a2a));
  app.get(A2A_PATH, async (_, reply) =>
    reply.code(405).header("allow", "POST").send({ error: "Method not allowed", message: "send messages by POST" }),
  );
}

/** A2A, Error Codes. */
const TASK_NOT_FOUND = -32001;
const OF_TASKS: ReadonlySet<string> = new Set(["tasks/get", "tasks/cancel"]);

async function receive(request: FastifyRequest, reply: FastifyReply, a2a: A2a): Promise<FastifyReply> {
  let message: Message | undefined;
  try {
    checkVersion(request.headers);
    message = messageIn(request.body);
    if (message.kind !== "request") return reply.code(202).send();
    const { id, params } = message;
    const { method, dialect } = spoken(message.method);
    if (OF_TASKS.has(method))
      throw new ProtocolFault(TASK_NOT_FOUND, "a task ends with the answer to its message, and is not kept");
    if (method !== "message/send")
      throw new ProtocolFault(
        METHOD_NOT_FOUND,
        `there is no method ${JSON.stringify(message.method)}; use message/send, or SendMessage of 1.0`,
      );
    return reply.send(resultOf(id, inDialect(dialect, await call(params, request, reply, a2a))));
  } catch (error) {
    if (!(error instanceof ProtocolFault)) throw error;
    return reply.code(error.status).send(faultOf(error, message?.kind === "request" ? message.id : undefined));
  }
}

const Sent = z.looseObject({
  message: z.looseObject({
    contextId: z.string().max(256).optional(),
    parts: z.array(z.looseObject({ data: z.unknown().optional() })).min(1),
  }),
});

async function call(params: Params, request: FastifyRequest, reply: FastifyReply, a2a: A2a) {
  const { skill, input, contextId } = askedIn(params);
  const { viewer, requestContext } = await a2a.admit(request, reply, skill);
  const server = a2a.servers[mcpServerFor(viewer, "/mcp", a2a.host.installation.publicUrl)];
  const { status, result } = await server.call(skill, input, requestContext, NO_EXCHANGE);
  if (request.noted) request.noted = { ...request.noted, answered: status };
  const { random, clock } = a2a.host;
  const named = { id: newUuid(random), contextId: contextId ?? newUuid(random), at: clock.now() };
  return taskOf(result, named);
}

/** A task cannot be requested later: it is only returned in its answer. */
const nothing = () => undefined;
const NO_EXCHANGE: Exchange = { era: "legacy", isFollowed: false, progress: nothing, alive: nothing, log: nothing };

function askedIn(params: Params) {
  const { data: sent } = Sent.safeParse(params);
  const data = sent?.message.parts
    .map((part) => part.data)
    .find((one) => isObject(one) && typeof one.skill === "string");
  if (!sent || !isObject(data)) throw wrong('a data part {"skill": …, "input": {…}} says what is asked');
  const { skill, input = {} } = data;
  if (!isObject(input)) throw wrong("a skill's input must be an object");
  return { skill: String(skill), input, contextId: sent.message.contextId };
}

function wrong(message: string): ProtocolFault {
  return new ProtocolFault(INVALID_PARAMS, `params.message.parts: ${message}`);
}

/** Contains the tool's texts for models, and its structured answer for programs. */
function taskOf(
  { content, structuredContent, isError }: Params,
  { id, contextId, at }: { readonly id: string; readonly contextId: string; readonly at: Date },
) {
  const texts = (content as readonly { readonly text: string }[]).map(({ text }) => ({ kind: "text", text }));
  const parts = [...texts, { kind: "data", data: structuredContent }];
  return {
    kind: "task",
    id,
    contextId,
    status: { state: isError === true ? "failed" : "completed", timestamp: at.toISOString() },
    artifacts: [{ artifactId: `${id}-answer`, name: "answer", parts }],
  };
}
