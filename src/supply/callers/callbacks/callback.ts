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

/** Where a buyer wants to be notified about a task, and the state of that. Its times are real time. */
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
  /** As the buyer gave it, to be echoed. */
  readonly operationId: string | null;
  /** The context of the A2A message whose task it is: it is then told as A2A tells; null over MCP. */
  readonly a2aContext: string | null;
  /** `CallbackSecrets`, as the vault keeps them. */
  readonly sealed: string;
  /** The creative that it tells of; null where it is about something else. */
  readonly creativeId: string | null;
  /** The same for every attempt. */
  readonly eventId: string;
  /** What is sent, without the token; null until the task is decided. */
  readonly body: string | null;
  readonly status: CallbackState;
  readonly checkAt: Date;
  readonly lastAttemptAt: Date | null;
  readonly responseStatus: number | null;
  readonly error: string | null;
  readonly createdAt: Date;
}

/** What a buyer specified with its address, and nobody else may know. */
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

/** A receiver has decided if it accepted the notification. */
export function outcomeOf(response: CallbackResponse): Outcome<CallbackResponse> {
  if (response.kind === "silence") return { kind: "unknown", message: response.message, response };
  if (response.status >= 200 && response.status < 300) return { kind: "answered", answer: response };
  return { kind: "unknown", message: `the receiver answered ${response.status}`, response };
}

/** The result of an attempt: an answer, whatever it says, or none. */
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

/** The task is decided: this is what its buyer is sent. */
export function decided(callback: Callback, body: string): Callback {
  return { ...callback, body, status: stepped(callbackLife, "decide", callback.status) };
}
