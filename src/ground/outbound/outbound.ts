/** One request to the outside world. Bodies are text or bytes; request bodies are not streamed. */
export interface OutboundRequest {
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "HEAD";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** For the whole exchange, including redirects and the body. */
  readonly timeoutMs?: number;
  readonly maxResponseBytes?: number;
  /** How many redirects are followed, each checked like the first URL; none by default. */
  readonly maxRedirects?: number;
  /** The purpose of the call, for the log: `adcp get_products`, `brand.json`. */
  readonly purpose: string;
}

export interface OutboundResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The URL of the answer, after redirects. */
  readonly url: string;
  text(): string;
  bytes(): Uint8Array;
}

export type OutboundFailure =
  | "refused_address"
  | "timeout"
  | "too_large"
  | "unreachable"
  | "too_many_redirects"
  | "bad_url";

/** The request was not answered. The error never contains a header or a body that was sent. */
export class OutboundError extends Error {
  readonly failure: OutboundFailure;

  constructor(failure: OutboundFailure, message: string, cause?: unknown) {
    super(message, { cause });
    this.failure = failure;
  }
}

/** The only access to the network. */
export interface Outbound {
  request(url: string, request: OutboundRequest): Promise<OutboundResponse>;
  /** A `fetch` for libraries with their own client (the MCP and A2A SDKs), with the same rules and streamed bodies. */
  fetch(url: string | URL | Request, init?: RequestInit): Promise<Response>;
  /** Why a URL must not be called, determined without calling it; undefined if it may be. */
  complaint(url: string): string | undefined;
  /**
   * Every TXT record of a name, each as one text; empty if there are none. Throws `OutboundError` if there is no
   * answer.
   */
  txtRecords(name: string): Promise<readonly string[]>;
  close(): Promise<void>;
}
