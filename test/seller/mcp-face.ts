import type { ServerResponse } from "node:http";
import type { Answer, Payload } from "./answer.ts";

interface RpcRequest {
  readonly id?: number | string;
  readonly method: string;
  readonly params?: Payload;
}

/** Answers MCP's handshake and tool list; undefined for a tool call. */
export function mcpManners({ method, params }: RpcRequest, tools: readonly string[]): Payload | undefined {
  switch (method) {
    case "initialize":
      return {
        protocolVersion: params?.["protocolVersion"],
        capabilities: { tools: {} },
        serverInfo: { name: "scripted-seller", version: "1" },
      };
    case "tools/list":
      return { tools: tools.map((name) => ({ name, inputSchema: { type: "object" } })) };
    case "ping":
      return {};
    default:
      return undefined;
  }
}

export function sendMcp(response: ServerResponse, id: unknown, answer: Answer): void {
  if ("rpcError" in answer) return sendJson(response, { jsonrpc: "2.0", id, error: answer.rpcError });
  const { payload = {}, failed = false, as } = "payload" in answer ? answer : {};
  const content = [{ type: "text", text: as === "text" ? JSON.stringify(payload) : "see the structured content" }];
  const result = { content, ...(as !== "text" && { structuredContent: payload }), ...(failed && { isError: true }) };
  const message = { jsonrpc: "2.0", id, result };
  if (as !== "event-stream") return sendJson(response, message);
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.end(`event: message\ndata: ${JSON.stringify(message)}\n\n`);
}

export function sendJson(response: ServerResponse, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(200, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}
