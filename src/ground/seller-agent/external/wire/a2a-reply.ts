import { z } from "zod";
import { type Payload, payloadFromText, payloadOf, type Reply } from "./connection.ts";

const Part = z.looseObject({
  kind: z.string().optional(),
  text: z.string().optional(),
  data: z.record(z.string(), z.unknown()).optional(),
});
const Parts = z.array(Part.catch({})).catch([]);
const Message = z.looseObject({ kind: z.literal("message"), parts: Parts });
const Task = z.looseObject({
  id: z.string(),
  status: z.looseObject({ state: z.string(), message: z.looseObject({ parts: Parts }).nullish().catch(null) }),
  artifacts: z
    .array(z.looseObject({ parts: Parts }))
    .nullish()
    .catch(null),
});

type PartList = z.infer<typeof Parts>;

const FAILED: ReadonlySet<string> = new Set(["failed", "rejected"]);

/** Parses an A2A 0.3 task or message, from an answer or a push notification; undefined if it is neither. */
export function fromA2a(body: unknown): Reply | undefined {
  const event = payloadOf(body);
  // A status update is a task with nothing but its status.
  const task = Task.safeParse(event?.["kind"] === "status-update" ? { ...event, id: event["taskId"] } : body);
  if (task.success) return fromTask(task.data);
  const message = Message.safeParse(body);
  if (!message.success) return undefined;
  const { parts } = message.data;
  return { data: payloadIn(parts) ?? {}, state: "completed", taskId: null, failed: false, message: textIn(parts) };
}

/** The last artifact is the task's result. A failed task may have none, and gives the reason in its status message. */
function fromTask({ id, status, artifacts }: z.infer<typeof Task>): Reply {
  const reported = status.message?.parts ?? [];
  const made = (artifacts ?? []).flatMap(({ parts }) => parts);
  const data = payloadIn(made) ?? payloadIn(reported) ?? {};
  return {
    data,
    state: status.state,
    taskId: id,
    failed: FAILED.has(status.state),
    message: textIn(reported) ?? textIn(made),
  };
}

function payloadIn(parts: PartList): Payload | undefined {
  const found = parts.map(({ data, text }) => data ?? (text === undefined ? undefined : payloadFromText(text)));
  return found.findLast((payload) => payload !== undefined);
}

function textIn(parts: PartList): string | null {
  return parts.find(({ text }) => text !== undefined && !payloadFromText(text))?.text ?? null;
}
