import type { Outcome, Progress, Result } from "../../../ground/dispatch/index.ts";
import { after, MINUTE_MS } from "../../../ground/kernel/clock.ts";
import { lifecycle, stepped } from "../../../ground/kernel/lifecycle.ts";
import type { SecretPlace } from "../../../ground/vault/index.ts";

type CallbackState = "waiting" | "pending" | "delivered" | "failed";

export const callbackLife = lifecycle({
  noun: "task callback",
  starts: ["waiting", "pending"],
  states: {
    waiting: "its task is not decided yet, and is being polled",
    pending: "its task is decided, or there is other news, and its buyer has to be notified",
    delivered: "its buyer was notified",
    failed: "all attempts to notify its buyer failed",
  },
  transitions: {
    decide: { waiting: "pending" },
    deliver: { pending: "delivered" },
    "give up": { pending: "failed" },
  },
});

/**
 * The URL at which a buyer wants to be notified about a task, and the state of the notification. All times are
 * wall-clock times.
 */
export interface Callback extends Progress {
  readonly taskId: string;
  readonly taskType:
    | "create_media_buy"
    | "update_media_buy"
    | "get_products"
    | "build_creative"
    | "media_buy_delivery"
    | "notification";
  readonly storefrontId: number;
  readonly principal: string;
  readonly url: string;
  /** The buyer's own id, to be echoed. */
  readonly operationId: string | null;
  /** The context of the A2A message that created the task, whose notifications then have A2A's form; null over MCP. */
  readonly a2aContext: string | null;
  /** `CallbackSecrets`, encrypted by the vault. */
  readonly sealed: string;
  /** The creative that the notification is about; null if it is about something else. */
  readonly creativeId: string | null;
  /** The same for every attempt. */
  readonly eventId: string;
  /** The body without the token; null until the task is decided. */
  readonly body: string | null;
  readonly status: CallbackState;
  readonly checkAt: Date;
  readonly lastAttemptAt: Date | null;
  readonly responseStatus: number | null;
  readonly error: string | null;
  readonly createdAt: Date;
}

/** What a buyer specified with its URL that nobody else may know. */
export interface CallbackSecrets {
  /** Echoed in the body of the notification. */
  readonly token?: string | undefined;
  /**
   * The authentication schemes of AdCP 3 from before signatures; a callback that uses one is not signed (3.1,
   * push_notification_config).
   */
  readonly authentication?: { readonly scheme: "Bearer" | "HMAC-SHA256"; readonly credentials: string } | undefined;
}

export function callbackPlace(customerId: number, eventId: string): SecretPlace {
  return { customerId, table: "task_callbacks", rowId: eventId, field: "sealed" };
}

/** How long one process may take to poll a task before another one polls it. */
const ASKING_MS = MINUTE_MS;
const RAREST_MS = 15 * MINUTE_MS;

/** When a task is polled next: often while it is new, and at least every quarter of an hour. */
export function nextCheck({ createdAt }: Callback, wall: Date): Date {
  const waited = wall.getTime() - createdAt.getTime();
  return after(wall, Math.min(RAREST_MS, Math.max(ASKING_MS, waited / 10)));
}

/** The receiver's answer as an outcome: accepting the notification settles it. */
export function outcomeOf(response: CallbackResponse): Outcome<CallbackResponse> {
  if (response.kind === "silence") return { kind: "unknown", message: response.message, response };
  if (response.status >= 200 && response.status < 300) return { kind: "answered", answer: response };
  return { kind: "unknown", message: `the receiver answered ${response.status}`, response };
}

/** The result of an attempt: any HTTP answer, or none. */
export type CallbackResponse =
  | { readonly kind: "answered"; readonly status: number }
  | { readonly kind: "silence"; readonly message: string };

export function afterAttempt(callback: Callback, result: Result<CallbackResponse>): Callback {
  const response = result.kind === "answered" ? result.answer : "response" in result ? result.response : undefined;
  const responseStatus = response?.kind === "answered" ? response.status : null;
  if (result.kind === "answered")
    return { ...callback, status: stepped(callbackLife, "deliver", callback.status), responseStatus, error: null };
  const missed = { ...callback, responseStatus, error: result.message };
  if (result.kind === "again") return missed;
  return { ...missed, status: stepped(callbackLife, "give up", callback.status) };
}

/** The callback once its task is decided, with the body to be sent. */
export function decided(callback: Callback, body: string): Callback {
  return { ...callback, body, status: stepped(callbackLife, "decide", callback.status) };
}

/** The state of a callback of which nothing has been sent. */
export function unsentAt(wall: Date) {
  return {
    attempts: 0,
    fence: 0,
    checkAt: wall,
    leaseUntil: null,
    lastAttemptAt: null,
    responseStatus: null,
    error: null,
    createdAt: wall,
  };
}
