/** A request that an organisation made, or that came to its storefront's agent by one of its caller keys: who asked what, and how it was answered. What was said is not here. */
export interface LoggedRequest {
  readonly customerId: number;
  readonly requestId: string;
  /** By the wall. */
  readonly at: Date;
  readonly method: string;
  /** Without its query. */
  readonly path: string;
  readonly operation: string;
  /** Over MCP: the tool that was called. */
  readonly tool: string | null;
  /** As REST answers, also over MCP. */
  readonly status: number;
  readonly durationMs: number;
  readonly userId: number | null;
  readonly apiKeyId: string | null;
  /** Of a buyer of another system, who asked the seller that this log is of. */
  readonly callerKeyId: string | null;
  readonly applicationId: string | null;
  readonly actingGrantId: string | null;
}

/** With the names of the callers, as far as they exist. */
export interface ListedRequest extends Omit<LoggedRequest, "customerId"> {
  readonly userEmail: string | null;
  readonly apiKeyName: string | null;
  readonly callerKeyName: string | null;
  readonly applicationName: string | null;
}

/** How many of the newest an organisation keeps, whatever their age. */
export const MOST_KEPT = 10_000;
export const LONGEST_PATH = 300;
