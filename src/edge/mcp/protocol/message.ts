import { INVALID_PARAMS, INVALID_REQUEST, type MessageId, ProtocolFault } from "./fault.ts";

/** A client's message, one per HTTP request. A notification has no id; responses are ignored, because this server sends no requests. */
export type Message =
  | { readonly kind: "request"; readonly id: MessageId; readonly method: string; readonly params: Params }
  | { readonly kind: "notification" }
  | { readonly kind: "response" };

export type Params = Readonly<Record<string, unknown>>;

/** Reads a JSON-RPC 2.0 message. Throws `ProtocolFault`. */
export function messageIn(body: unknown): Message {
  // Batches were removed from the protocol by 2025-06-18.
  if (Array.isArray(body)) throw refused("batches are not part of the protocol: send each message separately");
  if (!isObject(body) || body.jsonrpc !== "2.0") throw refused('a message is an object with "jsonrpc": "2.0"');
  const { id, method, params = {} } = body;
  if (method === undefined && ("result" in body || "error" in body)) return { kind: "response" };
  if (typeof method !== "string") throw refused("method: a message must name the method that it calls", id);
  if (!("id" in body)) return { kind: "notification" };
  if (!isId(id)) throw refused("id: a request needs an id, a string or an integer");
  if (!isObject(params)) throw new ProtocolFault(INVALID_PARAMS, "params: must be an object", { id });
  return { kind: "request", id, method, params };
}

export function isObject(value: unknown): value is Params {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isId(id: unknown): id is MessageId {
  return typeof id === "string" || Number.isInteger(id);
}

function refused(message: string, id?: unknown): ProtocolFault {
  return new ProtocolFault(INVALID_REQUEST, message, { status: 400, ...(isId(id) && { id }) });
}
