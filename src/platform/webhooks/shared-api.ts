import { z } from "zod";
import { BadRequest, Invalid, NotFound } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { checkUrl, createSubscription } from "./create-subscription.ts";
import { getSubscription, noSubscription } from "./get-subscription.ts";
import { NewSubscriptionBody, SubscriptionPath, SubscriptionView, viewOf } from "./schema.ts";
import { deleteSubscription, listSubscriptions } from "./store.ts";

const shared = {
  api: ["platform", "buyer", "storefront"],
  sides: ["BUYER", "SELLER", "OPERATOR"],
  tag: "Webhooks",
  access: "manage",
} as const;

export const createWebhookSubscription = operation({
  ...shared,
  id: "createWebhookSubscription",
  method: "post",
  path: "/webhook-subscriptions",
  summary: "Subscribe a webhook to events",
  description:
    "Each event is sent as a POST of {type, timestamp, data}, signed according to Standard Webhooks (webhook-id, " +
    "webhook-timestamp, webhook-signature) and with X-Webhook-Signature, the HMAC-SHA256 of the body in hex. Answer 2xx " +
    "within 15 seconds; otherwise it is sent again over three days under the same webhook-id. Polling gives the same data.",
  body: NewSubscriptionBody,
  answer: z.object({
    subscription: SubscriptionView,
    secret: z.string().nullable().describe("Present if one was generated for you: shown only once"),
  }),
  secretAnswer: true,
  status: 201,
  errors: [Invalid, BadRequest],
  audit: { resource: "WEBHOOK_SUBSCRIPTION", idIn: "subscription.id" },
  claim: async ({ body }) => body,
  call: async (body, ctx) => checkUrl(body, ctx),
  async settle(body, _, ctx) {
    const { subscription, secret } = await createSubscription(ctx, body);
    return { subscription: viewOf(subscription), secret };
  },
});

export const listWebhookSubscriptions = operation({
  ...shared,
  id: "listWebhookSubscriptions",
  method: "get",
  path: "/webhook-subscriptions",
  summary: "List your organisation's webhook subscriptions",
  answer: z.object({ subscriptions: z.array(SubscriptionView) }),
  async handle(_, { db, viewer }) {
    return { subscriptions: (await listSubscriptions(db, viewer.customerId)).map(viewOf) };
  },
});

export const getWebhookSubscription = operation({
  ...shared,
  id: "getWebhookSubscription",
  method: "get",
  path: "/webhook-subscriptions/{id}",
  summary: "Get a webhook subscription and the health of its receiver",
  params: SubscriptionPath,
  answer: z.object({ subscription: SubscriptionView }),
  errors: [NotFound],
  refs: { "params.id": "webhookSubscription" },
  async handle({ params: { id } }, { db, viewer }) {
    return { subscription: viewOf(await getSubscription(db, viewer.customerId, id)) };
  },
});

export const deleteWebhookSubscription = operation({
  ...shared,
  id: "deleteWebhookSubscription",
  method: "delete",
  path: "/webhook-subscriptions/{id}",
  summary: "Delete a webhook subscription",
  description: "Deliveries stop immediately, including retries.",
  params: SubscriptionPath,
  answer: z.object({ success: z.literal(true), id: z.string() }),
  errors: [NotFound],
  refs: { "params.id": "webhookSubscription" },
  audit: { resource: "WEBHOOK_SUBSCRIPTION" },
  async handle({ params: { id } }, { db, viewer }) {
    if (!(await deleteSubscription(db, viewer.customerId, id))) throw noSubscription(id);
    return { success: true as const, id };
  },
});
