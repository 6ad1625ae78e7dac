import type { ServerResponse } from "node:http";

export type Payload = Record<string, unknown>;

/** What a scripted seller does when a tool is called. */
export type Answer =
  /** Answers; `failed` marks it as MCP's `isError` and A2A's `failed`, `afterMs` makes it slow, `as` shapes it. */
  | { readonly payload: Payload; readonly failed?: boolean; readonly afterMs?: number; readonly as?: Shape }
  /** Answers with an A2A task, whole. */
  | { readonly task: Payload }
  /** Refuses on the level of JSON-RPC. */
  | { readonly rpcError: { readonly code: number; readonly message: string } }
  | { readonly http: number }
  /** Never answers. */
  | { readonly hang: true }
  /** Breaks the connection after it has acted. */
  | { readonly drop: true }
  /** Answers with this body, whatever was asked. */
  | { readonly raw: string }
  /** An answer so large that nobody should read it. */
  | { readonly bytes: number; readonly as?: "event-stream" };

/** MCP: the payload in `structuredContent` (unless said), as text only, or over an event stream. A2A: failed without an artifact. */
type Shape = "text" | "event-stream" | "status-message";

const CHUNK = Buffer.alloc(64 * 1024, " ");

/** Does what is not an answer; true where that was all there is to do. */
export function misbehave(answer: Answer, response: ServerResponse): boolean {
  if ("hang" in answer) return true;
  if ("drop" in answer) response.destroy();
  else if ("http" in answer) response.writeHead(answer.http).end("no");
  else if ("raw" in answer) response.writeHead(200, { "content-type": "application/json" }).end(answer.raw);
  else if ("bytes" in answer) flood(answer.bytes, answer.as ?? "json", response);
  else return false;
  return true;
}

function flood(bytes: number, type: string, response: ServerResponse): void {
  response.writeHead(200, { "content-type": type === "json" ? "application/json" : "text/event-stream" });
  let left = bytes;
  const write = () => {
    while (left > 0 && !response.destroyed) {
      left -= CHUNK.length;
      if (!response.write(CHUNK)) return void response.once("drain", write);
    }
    response.end();
  };
  write();
}
