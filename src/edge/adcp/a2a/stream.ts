import { setTimeout as sleep } from "node:timers/promises";
import { MINUTE_MS, SECOND_MS } from "../../../ground/kernel/clock.ts";
import { type Dialect, inDialect } from "../../mcp/a2a/dialect.ts";
import type { MessageId } from "../../mcp/protocol/fault.ts";
import { resultOf } from "../../mcp/protocol/framing.ts";
import type { Json } from "../../reference/index.ts";
import { type A2aRequest, getTask } from "./methods.ts";

/** A stream must not wait for days: after this time, the client polls with tasks/get, or is notified by push. */
const LONGEST_MS = 2 * MINUTE_MS;
const FIRST_PAUSE_MS = SECOND_MS;
const LONGEST_PAUSE_MS = 15 * SECOND_MS;

interface Streamed extends A2aRequest {
  readonly id: MessageId;
  readonly dialect: Dialect;
}

/** The result of a message, followed by that of its task while the client listens, as server-sent events. */
export async function* streamOf(task: Json, streamed: Streamed): AsyncGenerator<string> {
  yield eventOf(task, streamed);
  if (!isOpen(task)) return;
  const last = yield* followed(task, streamed);
  if (!last || isOpen(last)) return;
  const { id: taskId, contextId, artifacts = [], status } = { ...last, contextId: task.contextId } as Json;
  for (const artifact of artifacts as Json[])
    yield eventOf({ kind: "artifact-update", taskId, contextId, artifact, lastChunk: true }, streamed);
  yield eventOf({ kind: "status-update", taskId, contextId, status, final: true }, streamed);
}

/** Yields the task once it has ended; comments in between show intermediaries that the connection is alive. */
async function* followed({ id }: Json, streamed: Streamed): AsyncGenerator<string, Json | undefined> {
  let pauseMs = FIRST_PAUSE_MS;
  for (let waitedMs = 0; waitedMs < LONGEST_MS; waitedMs += pauseMs) {
    await sleep(pauseMs);
    const task = await getTask({ id }, streamed);
    if (!isOpen(task)) return task;
    yield ": it is not decided yet\n\n";
    pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
  }
  return undefined;
}

function isOpen({ status }: Json): boolean {
  const { state } = status as { readonly state: string };
  return state === "submitted" || state === "working";
}

function eventOf(said: Json, { id, dialect }: Streamed): string {
  return `data: ${JSON.stringify(resultOf(id, inDialect(dialect, said)))}\n\n`;
}
