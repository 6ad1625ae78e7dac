import { sendCallbackJob } from "../../../ground/job-references/index.ts";
import { type Context, wallOf } from "../../../ground/kernel/context.ts";
import { newUuid } from "../../../ground/kernel/ids.ts";
import { type Callback, type CallbackSecrets, callbackPlace, unsentAt } from "./callback.ts";
import { insertCallback } from "./store.ts";

/** An event that a caller wants to be notified of, with the current state of its subject. */
export interface Announcement extends Pick<Callback, "storefrontId" | "principal" | "taskType" | "url"> {
  readonly creativeId?: string;
  readonly secrets: CallbackSecrets;
  /** Identifies the subject and the event, so that a repeated announcement is sent only once. */
  readonly taskId: string;
  bodyOf(eventId: string): object;
}

/** Enqueues an announcement, which is sent once this transaction commits, and retried until its receiver accepts it. */
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
    ...unsentAt(wall),
  });
  await ctx.enqueue(sendCallbackJob, { customerId, eventId, attempt: 0 });
}
