import type { Reply, World } from "./world.ts";

/** A tool's result as a test reads it. */
export interface ToolReply {
  readonly isError: boolean;
  readonly texts: readonly string[];
  // oxlint-disable-next-line typescript/no-explicit-any -- a test asserts what it expects of the answer; a schema here would test the schema
  readonly content: any;
}

/** A JSON-RPC 2.0 request. */
export const rpc = (method: string, params?: unknown) => ({
  jsonrpc: "2.0",
  id: 7,
  method,
  ...(params !== undefined && { params }),
});

export interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  readonly endpoint?: string;
  readonly key?: string | null;
}

/** Sends a message without a client library; `body` is the response if it is JSON. */
export async function postMessage(
  world: World,
  message: unknown,
  { headers = {}, endpoint = "/mcp/buyer", key = null }: Sent = {},
) {
  const answer = await world.app.inject({
    method: "POST",
    url: endpoint,
    headers: {
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      ...(key !== null && { authorization: `Bearer ${key}` }),
      ...headers,
    },
    payload: typeof message === "string" ? message : JSON.stringify(message),
  });
  const isJson = String(answer.headers["content-type"]).startsWith("application/json");
  return { status: answer.statusCode, headers: answer.headers, text: answer.body, body: isJson ? answer.json() : null };
}

/**
 * Calls a tool of the key's own server, unless another is given. If the request is refused before it reaches a tool, this returns the HTTP
 * response.
 */
export async function callTool(
  world: World,
  key: string | undefined,
  name: string,
  given: unknown = {},
  endpoint = "/mcp",
): Promise<ToolReply & Pick<Reply, "status" | "headers">> {
  const call = rpc("tools/call", { name, arguments: given });
  const { status, headers, body } = await postMessage(world, call, { key: key ?? null, endpoint });
  const { result, ...rest } = body;
  if (!result) return { status, headers, isError: true, texts: [], content: rest };
  const { content, structuredContent, isError = false } = result;
  return {
    status,
    headers,
    isError,
    texts: content.map(({ text }: { text: string }) => text),
    content: structuredContent,
  };
}
