import { z } from "zod";
import { decimalOf } from "../kernel/money.ts";
import { type Payload, payloadOf, type Reply } from "./external/wire/connection.ts";
import { type Recovery, type SellerError, SellerRefused, SellerUnreachable } from "./port.ts";

/** The release whose names we use, and the release that every AdCP 3 seller understands. */
export const NEWEST_RELEASE = "3.1";
export const OLDEST_RELEASE = "3.0";

const TASK_STATES = [
  "submitted",
  "working",
  "input-required",
  "completed",
  "canceled",
  "failed",
  "rejected",
  "auth-required",
] as const;
export type TaskState = (typeof TASK_STATES)[number];

const STOPPED: ReadonlySet<TaskState> = new Set(["failed", "rejected", "canceled", "auth-required"]);

/** AdCP 3.1, error-code: temporary errors. Sellers of 3.0 omit `recovery`. */
const TRANSIENT: ReadonlySet<string> = new Set([
  "RATE_LIMITED",
  "SERVICE_UNAVAILABLE",
  "TIMEOUT",
  "CONFLICT",
  "IDEMPOTENCY_IN_FLIGHT",
  "CAMPAIGN_SUSPENDED",
  "GOVERNANCE_UNAVAILABLE",
  "STALE_RESPONSE",
]);

/** A seller's texts end up in answers and logs, so longer ones are truncated. */
const LONGEST_MESSAGE = 1_000;

const Level = z.enum(["transient", "correctable", "terminal"]).optional().catch(undefined);

const AdcpError = z.looseObject({
  code: z.string(),
  message: z
    .string()
    .catch("no message")
    .transform((text) => text.slice(0, LONGEST_MESSAGE)),
  field: z.string().nullish().catch(null),
  recovery: Level,
  // The place where the SDK's `tasks_get` (AdCP 3.0) puts the details of an error.
  details: z
    .looseObject({ recovery: Level, field: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

/** An amount of money or a price. JSON numbers are read exactly as they were written; some sellers send strings. */
export const amount = z.union([z.number().nonnegative(), z.string().regex(/^\d+(\.\d+)?$/)]).transform(decimalOf);
export const currencyCode = z
  .string()
  .regex(/^[A-Za-z]{3}$/)
  .transform((code) => code.toUpperCase());
export const instant = z.union([z.iso.datetime({ offset: true }), z.iso.date()]).transform((text) => new Date(text));
export const texts = z
  .array(z.string())
  .nullish()
  .catch(null)
  .transform((list) => list ?? []);

/**
 * The state of the task. The payload's `status` is that of the AdCP task, and takes precedence over A2A's, which tracks the exchange. But
 * AdCP 3.0 has a media buy's status in the same place, so only values that a task can have are considered.
 */
export function taskStateOf({ data, state, failed }: Reply): TaskState {
  const said = stateIn(data["status"]) ?? stateIn(state) ?? "completed";
  return failed && !STOPPED.has(said) && said !== "input-required" ? "failed" : said;
}

function stateIn(value: unknown): TaskState | undefined {
  return TASK_STATES.find((state) => state === value);
}

/**
 * The errors in a reply, in any place that AdCP 3 allows: `adcp_error`, `error` of a task record, `errors[]`. The same error in two of
 * these places is counted once.
 */
export function errorsIn(data: Payload): SellerError[] {
  const listed = Array.isArray(data["errors"]) ? data["errors"] : [];
  const found = [data["adcp_error"], data["error"], ...listed].flatMap((one) => {
    const read = AdcpError.safeParse(one);
    return read.success ? [fromAdcpError(read.data)] : [];
  });
  const distinct = Map.groupBy(found, ({ code, field, message }) => JSON.stringify([code, field, message]));
  const errors = [...distinct.values()].flatMap(([first]) => first ?? []);
  // One of the places may lack the field.
  const placed = new Set(errors.flatMap(({ code, message, field }) => (field === null ? [] : [`${code} ${message}`])));
  return errors.filter(({ code, message, field }) => field !== null || !placed.has(`${code} ${message}`));
}

function fromAdcpError({ code, message, field, recovery, details }: z.infer<typeof AdcpError>): SellerError {
  return {
    code,
    message,
    field: field ?? details?.field ?? null,
    recovery: recovery ?? details?.recovery ?? recoveryOf(code),
  };
}

function recoveryOf(code: string): Recovery {
  return TRANSIENT.has(code) ? "transient" : "terminal";
}

/** The errors of a failed reply: always at least one, even if the seller gave none. */
export function failuresOf({ data, message }: Reply): readonly SellerError[] {
  const errors = errorsIn(data);
  if (errors.length > 0) return errors;
  const reported =
    message ?? (typeof data["message"] === "string" ? data["message"] : "the seller failed and did not say why");
  return [{ code: "UNKNOWN", message: reported, field: null, recovery: "terminal" }];
}

export function stoppedShort(reply: Reply): boolean {
  return STOPPED.has(taskStateOf(reply)) || payloadOf(reply.data["adcp_error"]) !== undefined;
}

/**
 * The payload of a read, whose data is in the field named by `answer`. Errors next to the data are warnings; errors without it are a
 * refusal. A seller that answers a read with a task has not answered in time.
 */
export function answered(reply: Reply, answer: string, seller: string): Payload {
  if (stoppedShort(reply)) throw new SellerRefused(seller, failuresOf(reply));
  if (reply.data[answer] !== undefined) return reply.data;
  const errors = errorsIn(reply.data);
  if (errors.length > 0) throw new SellerRefused(seller, errors);
  const state = taskStateOf(reply);
  const late = state === "submitted" || state === "working";
  throw new SellerUnreachable(seller, late ? "timeout" : "malformed", `the answer (${state}) has no ${answer}`);
}

/** Parses each entry separately, so that an invalid entry affects no other. `broken` names the invalid entries and the reasons. */
export function readEach<T>(schema: z.ZodType<T>, list: unknown, idField: string): { read: T[]; broken: string[] } {
  const read: T[] = [];
  const broken: string[] = [];
  for (const entry of Array.isArray(list) ? list : []) {
    const result = schema.safeParse(entry);
    if (result.success) read.push(result.data);
    else broken.push(`${nameOf(entry, idField)}: ${z.prettifyError(result.error).replaceAll("\n", " ")}`);
  }
  return { read, broken };
}

function nameOf(entry: unknown, idField: string): string {
  const id = payloadOf(entry)?.[idField];
  return typeof id === "string" ? id : `an entry without a ${idField}`;
}
