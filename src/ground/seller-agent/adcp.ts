import { z } from "zod";
import { decimalOf } from "../kernel/money.ts";
import { type Payload, payloadOf, type Reply } from "./external/wire/connection.ts";
import { type Recovery, type SellerError, SellerRefused, SellerUnreachable } from "./port.ts";

/** The release whose names we use, and the one that every AdCP 3 seller understands. */
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

/** A seller's text ends up in answers and logs; longer ones are shortened. */
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
  // Where the SDK's `tasks_get` (AdCP 3.0) puts the details of an error.
  details: z
    .looseObject({ recovery: Level, field: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

/** An amount of money or a price. JSON numbers are read exactly as written; some sellers send strings. */
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
 * The state of the task. The payload's `status` is the AdCP task's own and takes precedence over A2A's, which tracks
 * the exchange; but AdCP 3.0 has a media buy's status in the same place, so only a task's values count.
 */
export function taskStateOf({ data, state, failed }: Reply): TaskState {
  const said = stateIn(data["status"]) ?? stateIn(state) ?? "completed";
  return failed && !STOPPED.has(said) && said !== "input-required" ? "failed" : said;
}

function stateIn(value: unknown): TaskState | undefined {
  return TASK_STATES.find((state) => state === value);
}

/**
 * The errors in a reply, wherever AdCP 3 allows them: `adcp_error`, `error` of a task record, `errors[]`. Duplicates in
 * two of these places are one error.
 */
export function errorsIn(data: Payload): SellerError[] {
  const listed = Array.isArray(data["errors"]) ? data["errors"] : [];
  const found = [data["adcp_error"], data["error"], ...listed].flatMap((one) => {
    const read = AdcpError.safeParse(one);
    return read.success ? [fromAdcpError(read.data)] : [];
  });
  const distinct = Map.groupBy(found, ({ code, field, message }) => JSON.stringify([code, field, message]));
  const errors = [...distinct.values()].flatMap(([first]) => first ?? []);
  // One of the places may omit the field.
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

/** The errors of a reply that failed: at least one, even where the seller only failed. */
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
 * The payload of a read, with its field named by `answer`. Errors next to the answer are warnings, instead of it a
 * refusal; a seller that answers a read with a task has not answered in time.
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

/**
 * Parses each entry separately, so that an invalid one only affects itself. `broken` names each of these and the
 * reason.
 */
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
