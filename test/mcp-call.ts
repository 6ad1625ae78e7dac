import type { Reply, World } from "./world.ts";

/** A tool's result as a test reads it. */
export interface ToolReply {
  readonly isError: boolean;
  readonly texts: readonly string[];
  // oxlint-disable-next-line typescript/no-explicit-any -- a test reads the answer as it hopes it is; a schema here would test the schema
  readonly content: any;
}

/** A request of JSON-RPC 2.0. */
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

/** Sends a message by hand; `body` is what came back where that is JSON. */
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
 * Calls a tool of the key's own server, unless another is given. Refusals before a tool is called are returned as their
 * HTTP response.
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
