import { errorsIn, failuresOf, stoppedShort, taskStateOf } from "./adcp.ts";
import { fromAdcpMediaBuyBody } from "./adcp-media-buy.ts";
import { payloadOf, type Reply } from "./external/wire/connection.ts";
import { type MediaBuyOutcome, SellerRefused, SellerUnreachable } from "./port.ts";

/**
 * The result of a create or an update, from its reply. Throws `SellerRefused` if every error is temporary: nothing was
 * decided. Throws `SellerUnreachable` if the reply does not show what was decided.
 */
export function fromAdcpOutcome(reply: Reply, seller: string): MediaBuyOutcome {
  const outcome = outcomeOf(reply);
  if (!outcome) throw new SellerUnreachable(seller, "malformed", "the answer names neither a media buy nor a task");
  if (outcome.kind === "rejected" && outcome.errors.every(({ recovery }) => recovery === "transient")) {
    throw new SellerRefused(seller, outcome.errors);
  }
  return outcome;
}

/**
 * The result of polling a task. The record is either A2A's own, with the answer as its artifact, or AdCP's, with the answer in `result`.
 * The record of a failed task is a rejection, whatever its `recovery`, because that task is over. A poll that fails throws `SellerRefused`.
 */
export function fromAdcpTask(record: Reply, seller: string): MediaBuyOutcome {
  if (!isRecord(record)) throw new SellerRefused(seller, failuresOf(record));
  const outcome = outcomeOf(resultOf(record));
  if (!outcome) throw new SellerUnreachable(seller, "malformed", "the task is over and its result was not sent along");
  return outcome;
}

function isRecord({ data, taskId }: Reply): boolean {
  return taskId !== null || typeof data["task_id"] === "string" || data["result"] !== undefined;
}

/** Reads the record as if it were the reply to the call that created the task. */
function resultOf(record: Reply): Reply {
  const { result, ...about } = record.data;
  const state = taskStateOf(record);
  return { ...record, data: { ...about, ...payloadOf(result) }, state, failed: state === "failed" };
}

function outcomeOf(reply: Reply): MediaBuyOutcome | undefined {
  const state = taskStateOf(reply);
  const taskId = taskIdOf(reply);
  const mediaBuy = fromAdcpMediaBuyBody(reply.data);
  if (state === "submitted" || state === "working") {
    return taskId === null ? undefined : { kind: "submitted", taskId, message: messageOf(reply) };
  }
  if (state === "input-required" || state === "auth-required") {
    return { kind: "input_required", taskId, message: messageOf(reply) ?? `the seller waits (${state})` };
  }
  // In AdCP 3.0 a media buy's own status is in the place where 3.1 has the task's: if there is a media buy, "canceled" refers to the buy.
  const failed = state === "failed" || payloadOf(reply.data["adcp_error"]) !== undefined;
  if (mediaBuy && !failed) return { kind: "done", mediaBuy };
  if (stoppedShort(reply) || errorsIn(reply.data).length > 0) return { kind: "rejected", errors: failuresOf(reply) };
  return undefined;
}

/** Webhooks contain the payload's id; A2A's own is used if the payload has none. */
function taskIdOf({ data, taskId }: Reply): string | null {
  return typeof data["task_id"] === "string" ? data["task_id"] : taskId;
}

function messageOf({ data, message }: Reply): string | null {
  return typeof data["message"] === "string" ? data["message"] : message;
}
