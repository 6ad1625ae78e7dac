/**
 * A request that an organisation made, or that was made with a caller key to its storefront's agent: who requested what, and with which
 * status it was answered. Contents are not recorded.
 */
export interface LoggedRequest {
  readonly customerId: number;
  readonly requestId: string;
  /** In real time. */
  readonly at: Date;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly operation: string;
  /** Over MCP: the tool that was called. */
  readonly tool: string | null;
  /** The status that REST returns, also for MCP. */
  readonly status: number;
  readonly durationMs: number;
  readonly userId: number | null;
  readonly apiKeyId: string | null;
  /** The key of a buyer on another system that called the seller to which this log belongs. */
  readonly callerKeyId: string | null;
  readonly applicationId: string | null;
  readonly actingGrantId: string | null;
}

/** Includes the names of the callers, as far as they exist. */
export interface ListedRequest extends Omit<LoggedRequest, "customerId"> {
  readonly userEmail: string | null;
  readonly apiKeyName: string | null;
  readonly callerKeyName: string | null;
  readonly applicationName: string | null;
}

/** How many of its newest requests an organisation keeps, whatever their age. */
export const MOST_KEPT = 10_000;
export const LONGEST_PATH = 300;
