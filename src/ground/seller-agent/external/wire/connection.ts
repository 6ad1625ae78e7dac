/** A payload as received: snake_case, unchecked. */
export type Payload = Readonly<Record<string, unknown>>;

/** A seller's reply to one tool call, over either protocol. */
export interface Reply {
  /** The AdCP payload; empty if there was none. */
  readonly data: Payload;
  /** The protocol's own status of the task: A2A's task state; null over MCP, which has none. */
  readonly state: string | null;
  /** A2A's own task id; an AdCP `task_id` is in `data`. */
  readonly taskId: string | null;
  /** Whether the protocol marks the call as failed: MCP's `isError`, A2A's `failed` and `rejected`. */
  readonly failed: boolean;
  /** The text that accompanies the payload, for people. */
  readonly message: string | null;
}

/** An open connection to one seller with one credential. */
export interface Connection {
  readonly tools: ReadonlySet<string>;
  /** Whether a tool that is not in `tools` does not exist: true over MCP; A2A agent cards may omit tools. */
  readonly listsEveryTool: boolean;
  /** Stops waiting and closes the socket when the signal aborts. */
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
