import { once } from "node:events";
import { connect } from "node:net";

interface Reply {
  readonly status: number;
  /** Decoded as latin1, because either only its length is used, or it is JSON in ASCII. */
  readonly body: string;
}

export interface Connection {
  send(request: Buffer): Promise<Reply>;
  close(): void;
}

const HEAD_END = "\r\n\r\n";

/**
 * A keep-alive HTTP/1.1 connection with one request at a time. It costs half the CPU time of a general client, which matters because
 * generator, server and database share two cores.
 */
export async function openConnection(origin: string): Promise<Connection> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname).setNoDelay(true);
  await once(socket, "connect");
  let response = "";
  let waiting: PromiseWithResolvers<Reply> | undefined;

  socket.on("data", (bytes) => {
    response += bytes.toString("latin1");
    const reply = replyIn(response);
    if (!reply) return;
    response = "";
    waiting?.resolve(reply);
  });
  socket.on("error", (error) => waiting?.reject(error));
  socket.on("close", () => waiting?.reject(new Error("the server closed the connection")));

  return {
    send(request) {
      waiting = Promise.withResolvers<Reply>();
      socket.write(request);
      return waiting.promise;
    },
    close: () => void socket.destroy(),
  };
}

/** The end of a chunked body, as the AdCP SDK's server sends it. */
const LAST_PART = "\r\n0\r\n\r\n";

/** The whole reply; undefined until it is complete. */
function replyIn(text: string): Reply | undefined {
  const end = text.indexOf(HEAD_END);
  if (end === -1) return undefined;
  const status = Number(text.slice(9, 12));
  const length = /content-length: (\d+)/i.exec(text)?.[1];
  const body = text.slice(end + HEAD_END.length);
  if (/transfer-encoding: chunked/i.test(text.slice(0, end)))
    return body.endsWith(LAST_PART) ? { status, body } : undefined;
  if (length === undefined && status !== 204) throw new Error("an answer without content-length");
  return body.length < Number(length ?? 0) ? undefined : { status, body };
}

export interface HttpRequest {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly key?: string;
  readonly body?: unknown;
}

/** The request as it is sent. */
export function written({ method, path, key, body }: HttpRequest): Buffer {
  const text = body === undefined ? "" : JSON.stringify(body);
  const headers = [
    `${method} ${path} HTTP/1.1`,
    "host: bench",
    ...(key ? [`authorization: Bearer ${key}`] : []),
    // REST clients that accept a stream of events would receive progress, but MCP clients must accept one.
    path.startsWith("/api/") ? "accept: application/json" : "accept: application/json, text/event-stream",
    ...(text ? ["content-type: application/json", `content-length: ${Buffer.byteLength(text)}`] : []),
  ];
  return Buffer.from(headers.join("\r\n") + HEAD_END + text);
}
