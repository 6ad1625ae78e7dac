/** A payload as received: snake_case, unchecked. */
export type Payload = Readonly<Record<string, unknown>>;

/** A seller's reply to one tool call, over either protocol. */
export interface Reply {
  /** The AdCP payload; empty where there was none. */
  readonly data: Payload;
  /** The protocol's own status of the task: A2A's task state; null over MCP, which has none. */
  readonly state: string | null;
  /** A2A's own task id; an AdCP `task_id` is in `data`. */
  readonly taskId: string | null;
  /** The protocol marks the call as failed: MCP's `isError`, A2A's `failed` and `rejected`. */
  readonly failed: boolean;
  /** The text next to the payload, for people. */
  readonly message: string | null;
}

/** An open line to one seller under one credential. */
export interface Connection {
  readonly tools: ReadonlySet<string>;
  /** Whether a tool missing from `tools` does not exist: true over MCP, whereas agent cards omit some. */
  readonly listsEveryTool: boolean;
  /** Gives up when the signal says so, and closes the socket. */
  call(tool: string, input: Payload, signal: AbortSignal): Promise<Reply>;
  /** The protocol's own task, if the protocol has tasks; undefined if there is none with this id. */
  task(taskId: string, signal: AbortSignal): Promise<Reply | undefined>;
  close(): Promise<void>;
}

/** A value as a payload, if it is one. */
export function payloadOf(value: unknown): Payload | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

/** A text as a payload, if it is the JSON of one. */
export function payloadFromText(text: string): Payload | undefined {
  try {
    return payloadOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}
