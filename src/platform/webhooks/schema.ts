import { z } from "zod";
import { instantOf } from "../../ground/kernel/clock.ts";
import { EVENT_TYPES } from "./event.ts";
import { isReadable } from "./secret.ts";
import type { Subscription } from "./subscription.ts";

const EventTypes = z.enum(EVENT_TYPES);

export const SubscriptionView = z
  .object({
    id: z.string(),
    url: z.string(),
    eventTypes: z.array(EventTypes),
    status: z
      .enum(["active", "inactive", "failed"])
      .describe(
        "inactive: the receiver answered 410. failed: it could not be reached for days. A test event that arrives makes it active again",
      ),
    failureCount: z.int().describe("Failed attempts since the last success"),
    lastSuccess: z.iso.datetime().nullable(),
    lastFailure: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: "WebhookSubscription" });

export const NewSubscriptionBody = z
  .object({
    url: z
      .url("url: an absolute URL, such as https://example.org/hooks")
      .max(2048)
      .describe("https, at a public address"),
    secret: z
      .string()
      .min(16)
      .max(256)
      .refine(isReadable, "a secret that begins with whsec_ goes on in base64")
      .optional()
      .describe("The key that signs deliveries; if omitted, one is generated and shown once"),
    eventTypes: z.array(EventTypes).min(1).max(EVENT_TYPES.length),
  })
  .meta({ id: "NewWebhookSubscription" });

export const SubscriptionPath = z.object({ id: z.string().min(1).max(64) });

export function viewOf(subscription: Subscription): z.input<typeof SubscriptionView> {
  const { subscriptionId, url, eventTypes, status, failureCount, lastSuccessAt, lastFailureAt } = subscription;
  return {
    id: subscriptionId,
    url,
    eventTypes: [...eventTypes],
    status,
    failureCount,
    lastSuccess: instantOf(lastSuccessAt),
    lastFailure: instantOf(lastFailureAt),
    createdAt: subscription.createdAt.toISOString(),
    updatedAt: subscription.updatedAt.toISOString(),
  };
}
