import type { Json } from "../../reference/index.ts";
import type { Answered } from "../answer-call.ts";

interface Named {
  readonly id: string;
  readonly contextId: string;
  readonly at: Date;
}

/** An answer as a task of A2A 0.3: the payload is its artifact, as data for programs and as text for everybody else. */
export function taskOf({ status, payload }: Answered, { id, contextId, at }: Named): Json {
  const parts = [
    { kind: "text", text: JSON.stringify(payload) },
    { kind: "data", data: payload },
  ];
  return {
    kind: "task",
    id,
    contextId,
    status: { state: status, timestamp: at.toISOString() },
    artifacts: [{ artifactId: `${id}-answer`, name: "answer", parts }],
  };
}
