import type { Reply, World } from "./world.ts";

/** A tool's result as a test reads it. */
export interface ToolReply {
  readonly isError: boolean;
  readonly texts: readonly string[];
  // oxlint-disable-next-line typescript/no-explicit-any -- a test reads the answer as it hopes it is; a schema here would test the schema
  readonly content: any;
}

/** Calls a tool by hand. What is refused before a tool is asked comes back as the HTTP answer that it is. */
export async function callTool(
  world: World,
  key: string | undefined,
  name: string,
  given: unknown = {},
): Promise<ToolReply & Pick<Reply, "status" | "headers">> {
  const answer = await world.app.inject({
    method: "POST",
    url: "/mcp/buyer",
    headers: { "content-type": "application/json", ...(key && { authorization: `Bearer ${key}` }) },
    payload: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params: { name, arguments: given } }),
  });
  const { statusCode: status, headers } = answer;
  const { result, ...body } = answer.json();
  if (!result) return { status, headers, isError: true, texts: [], content: body };
  const { content, structuredContent, isError = false } = result;
  return {
    status,
    headers,
    isError,
    texts: content.map(({ text }: { text: string }) => text),
    content: structuredContent,
  };
}
