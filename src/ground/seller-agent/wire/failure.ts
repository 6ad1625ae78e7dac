import { OutboundError, type OutboundFailure } from "../../outbound/outbound.ts";
import type { SellerError, UnreachableReason } from "../port.ts";
import { payloadFromText, payloadOf } from "./connection.ts";

/** The seller's HTTP server answered, and not with success. */
export class HttpFailure extends Error {
  readonly status: number;
  readonly body: string;

  constructor(status: number, body: string) {
    super(`HTTP ${status}`);
    this.status = status;
    this.body = body;
  }
}

/** Why a call has no reply. */
export interface Failure {
  readonly reason: UnreachableReason;
  readonly message: string;
  /** The session is not known to the seller any more, so it cannot have acted on the call. */
  readonly sessionLost: boolean;
  /** Set where the seller did answer, with an error of the protocol instead of a reply. */
  readonly error: SellerError | null;
}

const OUTBOUND: Readonly<Record<OutboundFailure, UnreachableReason>> = {
  refused_address: "unreachable",
  timeout: "timeout",
  too_large: "too_large",
  unreachable: "unreachable",
  too_many_redirects: "unreachable",
  bad_url: "unreachable",
};

/** Reads what the SDKs and the network throw. They are told apart by shape: the SDKs are loaded on first use only. */
export function failureOf(thrown: unknown): Failure {
  const causes = causesOf(thrown);
  const http = causes.find((cause) => cause instanceof HttpFailure);
  if (http) return fromHttp(http);
  const outbound = causes.find((cause) => cause instanceof OutboundError);
  if (outbound) return failure(OUTBOUND[outbound.failure], outbound.message);
  const rpc = causes.map(rpcErrorOf).find((error) => error !== undefined);
  if (rpc) return fromRpc(rpc);
  const [error] = causes;
  if (causes.some(({ name }) => name === "AbortError" || name === "TimeoutError")) return failure("timeout", "no answer in time");
  // What fetch and its streams reject with when a connection breaks.
  if (error instanceof TypeError) return failure("unreachable", `no connection: ${error.message}`);
  return failure("malformed", `an answer that cannot be read: ${error?.message ?? String(thrown)}`);
}

function fromHttp({ status, body }: HttpFailure): Failure {
  if (status === 401 || status === 403) return failure("unauthorized", `the credential was refused (HTTP ${status})`);
  if (status === 429) {
    const error: SellerError = { code: "RATE_LIMITED", message: "too many requests (HTTP 429)", field: null, recovery: "transient" };
    return { ...failure("unreachable", error.message), error };
  }
  // MCP 2025-11-25 answers an ended session with 404; servers built on older SDKs say 400 and name the session.
  const sessionLost = status === 404 || (status === 400 && /session|not initialized/i.test(body));
  const said = payloadOf(payloadFromText(body)?.["error"]);
  if (!sessionLost && typeof said?.["code"] === "number") return fromRpc({ code: said["code"], message: String(said["message"]) });
  return { ...failure("unreachable", `HTTP ${status}`), sessionLost };
}

interface RpcError {
  readonly code: number;
  readonly message: string;
}

/** The MCP SDK puts the code on the error, the A2A SDK the whole response. */
function rpcErrorOf(error: Error): RpcError | undefined {
  if ("errorResponse" in error) {
    const { error: said } = error.errorResponse as { error: RpcError };
    return { code: said.code, message: String(said.message) };
  }
  return "code" in error && typeof error.code === "number" && error.code < -1 ? { code: error.code, message: error.message } : undefined;
}

/** JSON-RPC 2.0: -32600 to -32602 blame the request, -32603 the server; -32000 and below are the SDKs' own and the seller's. */
function fromRpc({ code, message }: RpcError): Failure {
  if (/Connection closed/.test(message)) return failure("unreachable", message);
  if (/Request timed out/.test(message)) return failure("timeout", message);
  if (/\b(unauthori[sz]ed|authentication)\b/i.test(message)) return failure("unauthorized", message);
  if (code === -32700) return failure("malformed", message);
  const blamed = code <= -32600 && code >= -32602;
  const error: SellerError = blamed
    ? { code: "INVALID_REQUEST", message, field: null, recovery: "correctable" }
    : { code: "SERVICE_UNAVAILABLE", message, field: null, recovery: "transient" };
  return { ...failure("unreachable", message), error };
}

function failure(reason: UnreachableReason, message: string): Failure {
  return { reason, message: message.slice(0, 500), sessionLost: false, error: null };
}

function causesOf(error: unknown): Error[] {
  return error instanceof Error ? [error, ...causesOf(error.cause)] : [];
}
