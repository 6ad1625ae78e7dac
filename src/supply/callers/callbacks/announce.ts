import { sendCallbackJob } from "../../../ground/job-references/index.ts";
import { type Context, wallOf } from "../../../ground/kernel/context.ts";
import { newUuid } from "../../../ground/kernel/ids.ts";
import { type Callback, type CallbackSecrets, callbackPlace } from "./callback.ts";
import { insertCallback } from "./store.ts";

/** Something about which a caller wants to be notified, with its current state. */
export interface Announcement extends Pick<Callback, "storefrontId" | "principal" | "taskType" | "url"> {
  readonly creativeId?: string;
  readonly secrets: CallbackSecrets;
  /** Its subject, and which of several: a repetition is only sent once. */
  readonly taskId: string;
  bodyOf(eventId: string): object;
}

/** Leaves an announcement to be sent once this transaction commits, and until its receiver has taken it. */
export async function announce(
  ctx: Context,
  { secrets, bodyOf, creativeId, ...announced }: Announcement,
): Promise<void> {
  const { customerId } = ctx.viewer;
  const wall = wallOf(ctx);
  const eventId = newUuid(ctx.random);
  await insertCallback(ctx.db, customerId, {
    ...announced,
    creativeId: creativeId ?? null,
    operationId: null,
    a2aContext: null,
    sealed: ctx.vault.seal(JSON.stringify(secrets), callbackPlace(customerId, eventId)),
    eventId,
    body: JSON.stringify(bodyOf(eventId)),
    status: "pending",
    attempts: 0,
    fence: 0,
    checkAt: wall,
    leaseUntil: null,
    lastAttemptAt: null,
    responseStatus: null,
    error: null,
    createdAt: wall,
  });
  await ctx.enqueue(sendCallbackJob, { customerId, eventId, attempt: 0 });
}
