import { z } from "zod";
import { type CallContext, wallOf } from "../../../ground/kernel/context.ts";
import { type Step, step } from "../../../ground/kernel/step.ts";
import { OutboundError } from "../../../ground/outbound/index.ts";
import {
  afterAttempt,
  beginAttempt,
  type Callback,
  type CallbackResponse,
  type CallbackSecrets,
  callbackPlace,
  lockCallback,
  PATIENCE_MS,
  RECOVERY_MS,
  saveCallback,
} from "../../../supply/callers/callbacks/index.ts";
import { callbackHeaders } from "./callback-headers.ts";

interface SendInput {
  readonly customerId: number;
  readonly eventId: string;
  /** How many attempts were made when this one was left; where there are more by now, there is nothing to do. */
  readonly attempt: number;
}

/** An answer's body is nothing to us. */
const MOST_ANSWERED_BYTES = 65_536;

/**
 * Tells a buyer what became of its task, once. That nobody took it is no error: the next attempt is left behind with the
 * outcome. Only a crash between the two sends again, by the job that comes back when the lease is over; the event's id is the
 * same each time.
 */
export const sendCallback: Step<SendInput, Callback | undefined> = step({
  name: "adcp.send-callback",
  input: z.object({ customerId: z.int(), eventId: z.string(), attempt: z.int() }),

  async claim({ customerId, eventId, attempt }, ctx): Promise<Callback | undefined> {
    const callback = await lockCallback(ctx.db, customerId, eventId);
    const begun = callback && beginAttempt(callback, attempt, wallOf(ctx));
    if (!begun) return undefined;
    const again = { customerId, eventId, attempt: callback.attempts };
    await ctx.enqueue(sendCallback, again, { delayMs: RECOVERY_MS });
    return saveCallback(ctx.db, customerId, begun);
  },

  call: (callback, ctx) => send(callback, ctx),

  async settle({ eventId }, response, ctx) {
    const { customerId } = ctx.viewer;
    const before = await lockCallback(ctx.db, customerId, eventId);
    if (!before) return undefined;
    const { callback, pauseMs } = afterAttempt(before, response);
    const attempt = callback.attempts;
    if (pauseMs !== undefined) await ctx.enqueue(sendCallback, { customerId, eventId, attempt }, { delayMs: pauseMs });
    return saveCallback(ctx.db, customerId, callback);
  },
});

async function send({ eventId, url, sealed, body }: Callback, ctx: CallContext): Promise<CallbackResponse> {
  const place = callbackPlace(ctx.viewer.customerId, eventId);
  const secrets = JSON.parse(ctx.vault.open(sealed, place)) as CallbackSecrets;
  const whole = withToken(body ?? "{}", secrets);
  try {
    const { status } = await ctx.outbound.request(url, {
      method: "POST",
      headers: callbackHeaders({ url, body: whole }, secrets, ctx),
      body: whole,
      timeoutMs: PATIENCE_MS,
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
