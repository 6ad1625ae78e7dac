/** A payload as it came over the wire: snake_case, unchecked. */
export type Payload = Readonly<Record<string, unknown>>;

/** What a seller said to one tool call, whichever protocol carried it. */
export interface Reply {
  /** The AdCP payload; empty where there was none. */
  readonly data: Payload;
  /** The protocol's own status of the task: A2A's task state; null over MCP, which has none. */
  readonly state: string | null;
  /** A2A's own task id; an AdCP `task_id` is in `data`. */
  readonly taskId: string | null;
  /** The protocol marks the call as failed: MCP's `isError`, A2A's `failed` and `rejected`. */
  readonly failed: boolean;
  /** What was said beside the payload, for people. */
  readonly message: string | null;
}

/** An open line to one seller under one credential. */
export interface Connection {
  readonly tools: ReadonlySet<string>;
  /** Whether a tool missing from `tools` is missing: true over MCP, while agent cards leave some out. */
  readonly listsEveryTool: boolean;
  /** Gives up, socket included, when the signal says so. */
  call(tool: string, input: Payload, signal: AbortSignal): Promise<Reply>;
  /** The protocol's own task, where the protocol has tasks; undefined when it knows none by this id. */
  task(taskId: string, signal: AbortSignal): Promise<Reply | undefined>;
  close(): Promise<void>;
}

/** A value as a payload, when it is one. */
export function payloadOf(value: unknown): Payload | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

/** A text as a payload, when it is the JSON of one. */
export function payloadFromText(text: string): Payload | undefined {
  try {
    return payloadOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}
