import { randomUUID } from "node:crypto";
import type { AgentCard, MessageSendParams } from "@a2a-js/sdk";
import type { Client } from "@a2a-js/sdk/client";
import { z } from "zod";
import { fromA2a } from "./a2a-reply.ts";
import { type Connection, type Payload, payloadOf } from "./connection.ts";
import { HttpFailure, rpcErrorOf } from "./failure.ts";

/** `fetch`, as the SDK requires it. */
type Send = (url: string | URL | Request, init?: RequestInit) => Promise<Response>;

const CARD_PATH = ".well-known/agent-card.json";
const Card = z.looseObject({
  url: z.url(),
  skills: z.array(z.looseObject({ id: z.string() })),
  capabilities: z.looseObject({ pushNotifications: z.boolean().optional() }).catch({}),
});

/** JSON-RPC 2.0 and A2A 0.3: no such method, no such task, not supported. */
const NO_SUCH_TASK: ReadonlySet<number> = new Set([-32601, -32001, -32004]);

/** Reads the agent card and opens A2A's JSON-RPC transport at the address it names. */
export async function openA2a(endpoint: string, send: Send, signal: AbortSignal): Promise<Connection> {
  const { ClientFactory, JsonRpcTransportFactory } = await import("@a2a-js/sdk/client");
  const found = await findCard(endpoint, send, signal);
  const card = Card.parse(found);
  const factory = new ClientFactory({ transports: [new JsonRpcTransportFactory({ fetchImpl: send })] });
  // We and the JSON-RPC transport only use the fields that `Card` has checked.
  const client = await factory.createFromAgentCard(found as AgentCard);
  return connectionOver(client, card);
}

function connectionOver(client: Client, card: z.infer<typeof Card>): Connection {
  const pushes = card.capabilities.pushNotifications ?? false;
  return {
    tools: new Set(card.skills.map(({ id }) => id)),
    listsEveryTool: false,
    async call(tool, input, signal) {
      const reply = fromA2a(await client.sendMessage(messageOf(tool, input, pushes), { signal }));
      if (!reply) throw new SyntaxError("the agent answered with neither a task nor a message");
      return reply;
    },
    async task(id, signal) {
      try {
        return fromA2a(await client.getTask({ id }, { signal }));
      } catch (error) {
        if (isTaskNotFound(error)) return undefined;
        throw error;
      }
    },
    close: async () => {},
  };
}

/**
 * AdCP's explicit skill invocation, with one data part. It is blocking, because most tools answer within the call; a seller whose people
 * must decide returns `submitted` in the payload. A2A expects the push address next to the message, AdCP in the parameters.
 */
function messageOf(skill: string, parameters: Payload, pushes: boolean): MessageSendParams {
  const push = pushes ? payloadOf(parameters["push_notification_config"]) : undefined;
  return {
    message: {
      kind: "message",
      messageId: randomUUID(),
      role: "user",
      parts: [{ kind: "data", data: { skill, parameters } }],
    },
    configuration: { blocking: true, ...(push && { pushNotificationConfig: { ...push, url: String(push["url"]) } }) },
  };
}

/** Looks for the card below the endpoint, and then at the origin's root: AdCP sellers use both places. */
async function findCard(endpoint: string, send: Send, signal: AbortSignal): Promise<unknown> {
  if (new URL(endpoint).pathname.endsWith(".json")) return readCard(new URL(endpoint), send, signal);
  const beside = new URL(CARD_PATH, endpoint.endsWith("/") ? endpoint : `${endpoint}/`);
  const atRoot = new URL(`/${CARD_PATH}`, endpoint);
  try {
    return await readCard(beside, send, signal);
  } catch (error) {
    const elsewhere = error instanceof HttpFailure && error.status === 404 && beside.href !== atRoot.href;
    if (!elsewhere) throw error;
    return readCard(atRoot, send, signal);
  }
}

async function readCard(url: URL, send: Send, signal: AbortSignal): Promise<unknown> {
  const response = await send(url, { headers: { accept: "application/json" }, signal });
  return response.json();
}

/** Some servers based on the A2A SDK use the same code for errors of their own. */
function isTaskNotFound(error: unknown): boolean {
  const said = error instanceof Error ? rpcErrorOf(error) : undefined;
  return said !== undefined && (NO_SUCH_TASK.has(said.code) || /task not found/i.test(said.message));
}
