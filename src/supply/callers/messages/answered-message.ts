/** The answer to a message over A2A. */
export interface AnsweredMessage {
  readonly taskId: string;
  readonly contextId: string;
  readonly status: "completed" | "submitted" | "input-required" | "failed";
  readonly payload: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
}
