import type { IncomingHttpHeaders } from "node:http";
import type { Json } from "../../reference/index.ts";
import { ProtocolFault } from "../protocol/fault.ts";

/** The supported releases of A2A at one URL. Internally, everything is 0.3. */
export type Dialect = "0.3" | "1.0";

export const DIALECTS: readonly Dialect[] = ["1.0", "0.3"];

/** The names that A2A 1.0 has for 0.3's methods (A2A 1.0, Method Mapping). */
const METHODS_OF_1_0: Readonly<Record<string, string>> = {
  SendMessage: "message/send",
  SendStreamingMessage: "message/stream",
  GetTask: "tasks/get",
  CancelTask: "tasks/cancel",
};

/** The method's name in 0.3, and the release of the request. */
export function spoken(method: string): { readonly method: string; readonly dialect: Dialect } {
  const known = Object.hasOwn(METHODS_OF_1_0, method) ? METHODS_OF_1_0[method] : undefined;
  return known === undefined ? { method, dialect: "0.3" } : { method: known, dialect: "1.0" };
}

/** A2A 1.0, Error Codes. */
const VERSION_NOT_SUPPORTED = -32009;

/** A request without the header is 0.3, which did not have it. Throws `ProtocolFault`. */
export function checkVersion({ "a2a-version": version }: IncomingHttpHeaders): void {
  if (version === undefined || version === "" || DIALECTS.some((one) => one === version)) return;
  const message = `A2A-Version ${JSON.stringify(version)} is not supported here: use ${DIALECTS.join(" or ")}`;
  throw new ProtocolFault(VERSION_NOT_SUPPORTED, message);
}

/** The card that a client gets: a client that only supports 1.0 gets 1.0's, all others get 0.3's with the additions of 1.0. */
export function cardDialectOf({ "a2a-version": version }: IncomingHttpHeaders): Dialect {
  return version === "1.0" ? "1.0" : "0.3";
}

const STATES: Readonly<Record<string, string>> = {
  submitted: "TASK_STATE_SUBMITTED",
  working: "TASK_STATE_WORKING",
  "input-required": "TASK_STATE_INPUT_REQUIRED",
  completed: "TASK_STATE_COMPLETED",
  canceled: "TASK_STATE_CANCELED",
  failed: "TASK_STATE_FAILED",
};

/** Converts a task or an event from 0.3 to the given release. In 1.0 the name of the field says which type it is, and there is no `kind`. */
export function inDialect(dialect: Dialect, said: Json, isBare = false): Json {
  if (dialect === "0.3") return said;
  const { kind } = said;
  if (kind === "status-update") {
    const { taskId, contextId, status } = said;
    return { statusUpdate: { taskId, contextId, status: stated(status) } };
  }
  if (kind === "artifact-update") {
    const { taskId, contextId, artifact, lastChunk } = said;
    return { artifactUpdate: { taskId, contextId, artifact: unkind(artifact), lastChunk } };
  }
  const { kind: _, status, artifacts, ...task } = said;
  const whole = { ...task, status: stated(status), artifacts: (artifacts as unknown[]).map(unkind) };
  return isBare ? whole : { task: whole };
}

function stated(status: unknown): Json {
  const { state, timestamp } = status as { readonly state: string; readonly timestamp: string };
  return { state: STATES[state] ?? "TASK_STATE_UNSPECIFIED", timestamp };
}

function unkind(artifact: unknown): Json {
  const { parts, ...rest } = artifact as { readonly parts: readonly Json[] };
  return { ...rest, parts: parts.map(withoutKind) };
}

function withoutKind(part: Json): Json {
  return Object.fromEntries(Object.entries(part).filter(([name]) => name !== "kind"));
}
