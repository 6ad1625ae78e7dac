import type { World } from "../world.ts";
import type { Payload } from "./call-tool.ts";

/** One call of a storefront's tool, over any protocol. */
interface Sent {
  readonly platformId: string;
  /** Null for an anonymous call. */
  readonly key: string | null;
  readonly name: string;
  readonly input: unknown;
}

export interface ToolReply {
  readonly http: number;
  readonly headers: Readonly<Record<string, unknown>>;
  /** In AdCP's envelope; undefined if the call was refused before it reached a tool. */
  readonly payload: Payload;
  /** The refusal by HTTP or the transport's own protocol. */
  readonly error: { readonly code: unknown; readonly message: string } | undefined;
}

export type Transport = (world: World, sent: Sent) => Promise<ToolReply>;

async function post(world: World, path: string, key: string | null, method: string, params: unknown) {
  const answer = await world.app.inject({
    method: "POST",
    url: path,
    headers: {
      "content-type": "application/json",
      accept: "application/json",
      ...(key !== null && { authorization: `Bearer ${key}` }),
    },
    payload: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
  });
  return { http: answer.statusCode, headers: answer.headers, body: answer.json() };
}

async function overMcp(world: World, { platformId, key, name, input }: Sent): Promise<ToolReply> {
  const params = { name, arguments: input };
  const { body, ...sent } = await post(world, `/storefront/${platformId}/mcp`, key, "tools/call", params);
  return { ...sent, payload: body.result?.structuredContent, error: body.error };
}

async function overA2a(world: World, { platformId, key, name: skill, input }: Sent): Promise<ToolReply> {
  const message = { kind: "message", messageId: "m", role: "user", parts: [{ kind: "data", data: { skill, input } }] };
  const { body, ...sent } = await post(world, `/storefront/${platformId}/a2a`, key, "message/send", { message });
  const [artifact] = body.result?.artifacts ?? [];
  const payload = artifact?.parts.find(({ kind }: Payload) => kind === "data").data;
  return { ...sent, payload, error: body.error };
}

/** The protocols over which a storefront's agent can be called. */
export const ROADS = [
  ["MCP", overMcp],
  ["A2A", overA2a],
] as const satisfies readonly (readonly [string, Transport])[];
