import { z } from "zod";
import { instantOf } from "../../../ground/kernel/clock.ts";
import { takeSkip } from "../../../ground/kernel/query.ts";
import { SubscriptionPath } from "../schema.ts";
import type { Delivery } from "./delivery.ts";

export const DeliveryView = z
  .object({
    id: z.string().describe("Also the message's webhook-id, the same for all attempts"),
    subscriptionId: z.string(),
    eventType: z.string(),
    status: z.enum(["pending", "delivered", "failed"]).describe("pending: to be sent, or to be sent again"),
    attempts: z.int(),
    responseStatus: z.int().nullable().describe("The receiver's last status code; null if there was no answer"),
    error: z.string().nullable().describe("Why the last attempt failed"),
    payload: z.unknown().describe("The content of the event"),
    createdAt: z.iso.datetime(),
    lastAttemptAt: z.iso.datetime().nullable(),
    nextAttemptAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "WebhookDelivery" });

export const DeliveryPath = SubscriptionPath.extend({ deliveryId: z.string().min(1).max(64) });
export const DeliveryListQuery = z.object(takeSkip);
export const AttemptedView = z.object({ delivery: DeliveryView });

export function viewOf(delivery: Delivery): z.input<typeof DeliveryView> {
  const {
    deliveryId,
    body,
    leaseUntil: _,
    fence: __,
    sentAt: ___,
    createdAt,
    lastAttemptAt,
    nextAttemptAt,
    ...rest
  } = delivery;
  return {
    ...rest,
    id: deliveryId,
    payload: JSON.parse(body) as unknown,
    createdAt: createdAt.toISOString(),
    lastAttemptAt: instantOf(lastAttemptAt),
    nextAttemptAt: instantOf(nextAttemptAt),
  };
}
