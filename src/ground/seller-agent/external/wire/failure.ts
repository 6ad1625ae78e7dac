import { OutboundError, type OutboundFailure } from "../../../outbound/outbound.ts";
import type { Recovery, SellerError, UnreachableReason } from "../../port.ts";
import { payloadFromText, payloadOf } from "./connection.ts";

/** An HTTP error from the seller's server. The body may echo a credential, so it is not logged. */
export class HttpFailure extends Error {
  readonly status: number;
  readonly #body: string;

  constructor(status: number, body: string) {
    super(`HTTP ${status}`);
    this.status = status;
    this.#body = body;
  }

  get body(): string {
    return this.#body;
  }
}

/** Why a call has no reply. */
export interface Failure {
  readonly reason: UnreachableReason;
  readonly message: string;
  /** The seller no longer knows the session, so it cannot have acted on the call. */
  readonly sessionLost: boolean;
  /** Set if the seller answered with a protocol error instead of a reply. */
  readonly error: SellerError | null;
}

const LATE = "no answer in time";

const OUTBOUND: Readonly<Record<OutboundFailure, UnreachableReason>> = {
  refused_address: "unreachable",
  timeout: "timeout",
  too_large: "too_large",
  unreachable: "unreachable",
  too_many_redirects: "unreachable",
  bad_url: "unreachable",
};

/**
 * Interprets what the SDKs and the network throw. Errors are distinguished by shape, because the SDKs are only loaded
 * on first use.
 */
export function failureOf(thrown: unknown): Failure {
  const causes = causesOf(thrown);
  const http = causes.find((cause) => cause instanceof HttpFailure);
  if (http) return fromHttp(http);
  const outbound = causes.find((cause) => cause instanceof OutboundError);
  if (outbound) return failure(OUTBOUND[outbound.failure], outbound.message);
  const rpc = causes.map(rpcErrorOf).find((error) => error !== undefined);
  if (rpc) return fromRpc(rpc);
  const [error] = causes;
  if (causes.some(({ name }) => name === "AbortError" || name === "TimeoutError")) return failure("timeout", LATE);
  // The error with which `fetch` and its streams reject when a connection breaks.
  if (error instanceof TypeError) return failure("unreachable", `no connection: ${error.message}`);
  return failure("malformed", `an answer that cannot be read: ${error?.message ?? String(thrown)}`);
}

function fromHttp(failed: HttpFailure): Failure {
  const { status, body } = failed;
  if (status === 401 || status === 403) return failure("unauthorized", `the credential was refused (HTTP ${status})`);
  if (status === 429) return refusal("RATE_LIMITED", "transient", "too many requests (HTTP 429)");
  // MCP 2025-11-25 answers requests of an ended session with 404; servers built on older SDKs answer 400 and mention the session.
  const sessionLost = status === 404 || (status === 400 && /session|not initialized/i.test(body));
  const said = rpcErrorOf(failed);
  if (said && !sessionLost) return fromRpc(said);
  return { ...failure("unreachable", `HTTP ${status}`), sessionLost };
}

export interface RpcError {
  readonly code: number;
  readonly message: string;
}

/** The JSON-RPC error in an exception: in the error itself (MCP SDK), next to it (A2A SDK), or in an HTTP error (servers). */
export function rpcErrorOf(thrown: Error): RpcError | undefined {
  const response =
    thrown instanceof HttpFailure
      ? payloadFromText(thrown.body)
      : "errorResponse" in thrown && payloadOf(thrown.errorResponse);
  const said = response
    ? payloadOf(response["error"])
    : { code: "code" in thrown && thrown.code, message: thrown.message };
  const code = said?.["code"];
  // The MCP SDK numbers its own HTTP errors from -1 up.
  return typeof code === "number" && code < -1 ? { code, message: String(said?.["message"]) } : undefined;
}

/** JSON-RPC 2.0: codes -32600 to -32602 blame the request, -32603 the server; codes from -32000 down are defined by the SDKs and the seller. */
function fromRpc({ code, message }: RpcError): Failure {
  if (/Connection closed/.test(message)) return failure("unreachable", message);
  if (/Request timed out/.test(message)) return failure("timeout", message);
  if (/\b(unauthori[sz]ed|authentication)\b/i.test(message)) return failure("unauthorized", message);
  if (code === -32700) return failure("malformed", message);
  const blamed = code <= -32600 && code >= -32602;
  return blamed
    ? refusal("INVALID_REQUEST", "correctable", message)
    : refusal("SERVICE_UNAVAILABLE", "transient", message);
}

function refusal(code: string, recovery: Recovery, message: string): Failure {
  return { ...failure("unreachable", message), error: { code, message, field: null, recovery } };
}

function failure(reason: UnreachableReason, message: string): Failure {
  return { reason, message: message.slice(0, 500), sessionLost: false, error: null };
}

function causesOf(error: unknown): Error[] {
  return error instanceof Error ? [error, ...causesOf(error.cause)] : [];
}
