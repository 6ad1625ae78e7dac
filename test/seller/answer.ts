import type { ServerResponse } from "node:http";

export type Payload = Record<string, unknown>;

/** What a scripted seller does when one of its tools is called. */
export type Answer =
  /** Answers; `failed` sets MCP's `isError` or A2A's `failed`, `afterMs` delays the answer, and `as` chooses its form. */
  | { readonly payload: Payload; readonly failed?: boolean; readonly afterMs?: number; readonly as?: Shape }
  /** Answers with this complete A2A task. */
  | { readonly task: Payload }
  /** Refuses with a JSON-RPC error. */
  | { readonly rpcError: { readonly code: number; readonly message: string } }
  | { readonly http: number }
  /** Never answers. */
  | { readonly hang: true }
  /** Acts, and then drops the connection. */
  | { readonly drop: true }
  /** Answers with this body, whatever the request. */
  | { readonly raw: string }
  /** An answer that is too large for anybody to read. */
  | { readonly bytes: number; readonly as?: "event-stream" };

/** MCP: the payload in `structuredContent` (the default), as text only, or over an event stream. A2A: failed without an artifact. */
type Shape = "text" | "event-stream" | "status-message";

const CHUNK = Buffer.alloc(64 * 1024, " ");

/** Carries out a misbehaviour that is not an answer; returns true if nothing else has to be done. */
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
