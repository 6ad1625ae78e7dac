import { after, HOUR_MS, MINUTE_MS, SECOND_MS } from "../../../ground/kernel/clock.ts";
import type { SecretPlace } from "../../../ground/vault/index.ts";

/** Where a buyer wants to hear what becomes of a task, and how far that has come. Its times are the wall's. */
export interface Callback {
  readonly taskId: string;
  readonly taskType: "create_media_buy" | "update_media_buy";
  readonly storefrontId: number;
  readonly principal: string;
  readonly url: string;
  /** As the buyer gave it, to be echoed. */
  readonly operationId: string | null;
  /** `CallbackSecrets`, as the vault keeps them. */
  readonly sealed: string;
  /** The same for every attempt. */
  readonly eventId: string;
  /** What is sent, without the token; null until the task is decided. */
  readonly body: string | null;
  readonly status: "waiting" | "pending" | "delivered" | "failed";
  readonly attempts: number;
  readonly checkAt: Date;
  readonly leaseUntil: Date | null;
  readonly lastAttemptAt: Date | null;
  readonly responseStatus: number | null;
  readonly error: string | null;
  readonly createdAt: Date;
}

/** What a buyer gave with its address, and nobody else may know. */
export interface CallbackSecrets {
  /** Echoed in the body. */
  readonly token?: string | undefined;
  /** The schemes of AdCP 3 before signatures; a callback with one of them is not signed (3.1, push_notification_config). */
  readonly authentication?: { readonly scheme: "Bearer" | "HMAC-SHA256"; readonly credentials: string } | undefined;
}

export function callbackPlace(customerId: number, eventId: string): SecretPlace {
  return { customerId, table: "task_callbacks", rowId: eventId, field: "sealed" };
}

/** How long one who asks has for it, before somebody else asks. */
const ASKING_MS = MINUTE_MS;
const RAREST_MS = 15 * MINUTE_MS;

/** When a task is asked after next: often while it is new, and never more rarely than every quarter of an hour. */
export function nextCheck({ createdAt }: Callback, wall: Date): Date {
  const waited = wall.getTime() - createdAt.getTime();
  return after(wall, Math.min(RAREST_MS, Math.max(ASKING_MS, waited / 10)));
}

/** The pauses after each attempt: six attempts over half a day. After that the buyer has to ask. */
const PAUSES_MS = [5 * SECOND_MS, MINUTE_MS, 10 * MINUTE_MS, HOUR_MS, 10 * HOUR_MS];

/** How long an attempt may take, and for how long nobody else makes one. */
export const PATIENCE_MS = 15 * SECOND_MS;
const LEASE_MS = PATIENCE_MS + 15 * SECOND_MS;

/** When an attempt is looked after, should whoever makes it die over it: well past its lease. */
export const RECOVERY_MS = 2 * LEASE_MS;

/** Takes it for an attempt; undefined where it was made meanwhile, or is being made. One that somebody died over is made again. */
export function beginAttempt(callback: Callback, attempt: number, wall: Date): Callback | undefined {
  const { status, attempts, leaseUntil } = callback;
  const isAbandoned = leaseUntil !== null && leaseUntil <= wall && attempts === attempt + 1;
  const isNext = leaseUntil === null && attempts === attempt;
  if (status !== "pending" || !(isNext || isAbandoned)) return undefined;
  return { ...callback, attempts: attempts + 1, leaseUntil: after(wall, LEASE_MS), lastAttemptAt: wall };
}

/** What came of an attempt: an answer, whatever it says, or none. */
export type CallbackResponse =
  | { readonly kind: "answered"; readonly status: number }
  | { readonly kind: "silence"; readonly message: string };

/** How it stands after an attempt, and after which pause there is another. */
export function afterAttempt(
  callback: Callback,
  response: CallbackResponse,
): { readonly callback: Callback; readonly pauseMs?: number | undefined } {
  const reported = { ...callback, leaseUntil: null };
  if (response.kind === "answered" && response.status >= 200 && response.status < 300)
    return { callback: { ...reported, status: "delivered", responseStatus: response.status, error: null } };
  const missed =
    response.kind === "answered"
      ? { ...reported, responseStatus: response.status, error: `the receiver answered ${response.status}` }
      : { ...reported, responseStatus: null, error: response.message };
  const pauseMs = PAUSES_MS[callback.attempts - 1];
  return pauseMs === undefined ? { callback: { ...missed, status: "failed" } } : { callback: missed, pauseMs };
}
