import { z } from "zod";
import { ErrorAnswer, Instant, OpaqueObject, PageAnswer } from "./parts.ts";

const Dates = { created_at: Instant, updated_at: Instant };

export const TaskAnswer = z.object({
  task_id: z.string(),
  task_type: z.string(),
  protocol: z.string(),
  ...Dates,
  /** The status of the task, whatever that of the call. */
  status: z.enum(["submitted", "input-required", "completed", "failed"]),
  has_webhook: z.boolean().optional(),
  message: z.string().optional(),
  error: ErrorAnswer.optional(),
  /** The result that the call itself would have returned; for a rehearsed task, the result that its caller specified. */
  result: OpaqueObject.optional(),
});

export const TasksAnswer = z.object({
  query_summary: z.object({ total_matching: z.int(), returned: z.int(), filters_applied: z.array(z.string()) }),
  tasks: z.array(
    z.object({
      task_id: z.string(),
      task_type: z.string(),
      domain: z.string(),
      status: z.string(),
      ...Dates,
      has_webhook: z.boolean(),
    }),
  ),
  pagination: PageAnswer,
});
