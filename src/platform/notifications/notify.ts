import { type Context, installationDb } from "../../ground/kernel/context.ts";
import { newId } from "../../ground/kernel/ids.ts";
import { type Event, publish, publishToAnyCustomer } from "../webhooks/index.ts";
import type { Notice } from "./notification.ts";
import { insertNotification } from "./store.ts";

/** Notifies the people of the viewer's organisation and its webhook subscribers, within this transaction. */
export async function notify(ctx: Context, notice: Notice): Promise<void> {
  await insertNotification(ctx.db, ctx.viewer.customerId, newId("notification", ctx.random), notice, ctx.now);
  await publish(ctx, eventOf(notice));
}

/** Notifies the people of another organisation, in a transaction that sees the whole installation. */
export async function notifyAnyCustomer(ctx: Context, customerId: number, notice: Notice): Promise<void> {
  await insertNotification(installationDb(ctx), customerId, newId("notification", ctx.random), notice, ctx.now);
  await publishToAnyCustomer(ctx, customerId, eventOf(notice));
}

function eventOf({ type, resourceType, resourceId, campaignId, message }: Notice): Event {
  return { type, resourceType, resourceId, data: { message, ...(campaignId && { campaignId }) } };
}
