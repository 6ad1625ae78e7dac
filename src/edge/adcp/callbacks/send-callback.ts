import { z } from "zod";
import { dispatch, POLICIES } from "../../../ground/dispatch/index.ts";
import { sendCallbackJob } from "../../../ground/job-references/index.ts";
import { type CallContext, wallOf } from "../../../ground/kernel/context.ts";
import { OutboundError } from "../../../ground/outbound/index.ts";
import {
  afterAttempt,
  type Callback,
  type CallbackResponse,
  type CallbackSecrets,
  callbackPlace,
  insertAttempt,
  lockCallback,
  outcomeOf,
  saveCallback,
} from "../../../supply/callers/callbacks/index.ts";
import { callbackHeaders } from "./callback-headers.ts";

/** The body of the response is ignored. */
const MOST_ANSWERED_BYTES = 65_536;

/** Notifies a buyer of the result of its task; repeated attempts have the same event id. */
export const sendCallback = dispatch({
  name: sendCallbackJob.name,
  input: { eventId: z.string() },
  policy: POLICIES.callback,
  load: ({ customerId, eventId }, { db }) => lockCallback(db, customerId, eventId),
  isOpen: ({ status }) => status === "pending",
  async request(callback, ctx) {
    const record = { ...callback, lastAttemptAt: wallOf(ctx) };
    return { record, request: record };
  },
  save: (callback, { db, viewer }) => saveCallback(db, viewer.customerId, callback),
  call: async (callback, ctx, { timeoutMs }) => outcomeOf(await send(callback, timeoutMs, ctx)),
  async settle(callback, result, ctx) {
    const { db, viewer } = ctx;
    const after = await saveCallback(db, viewer.customerId, afterAttempt(callback, result));
    if (after.creativeId !== null) await insertAttempt(db, viewer.customerId, after, wallOf(ctx));
    return after;
  },
  answer: (callback) => callback,
});

async function send(
  { eventId, url, sealed, body, a2aContext }: Callback,
  timeoutMs: number,
  ctx: CallContext,
): Promise<CallbackResponse> {
  const place = callbackPlace(ctx.viewer.customerId, eventId);
  const secrets = JSON.parse(ctx.vault.open(sealed, place)) as CallbackSecrets;
  const overA2a = a2aContext !== null;
  const whole = overA2a ? (body ?? "{}") : withToken(body ?? "{}", secrets);
  try {
    const { status } = await ctx.outbound.request(url, {
      method: "POST",
      headers: {
        ...callbackHeaders({ url, body: whole }, secrets, ctx),
        // A2A 0.3, Push notifications: the token is returned with the task.
        ...(overA2a && secrets.token !== undefined && { "x-a2a-notification-token": secrets.token }),
      },
      body: whole,
      timeoutMs,
      maxResponseBytes: MOST_ANSWERED_BYTES,
      purpose: "webhook",
    });
    return { kind: "answered", status };
  } catch (error) {
    if (error instanceof OutboundError) return { kind: "silence", message: error.message };
    throw error;
  }
}

function withToken(body: string, { token }: CallbackSecrets): string {
  return token === undefined ? body : JSON.stringify({ ...(JSON.parse(body) as object), token });
}
