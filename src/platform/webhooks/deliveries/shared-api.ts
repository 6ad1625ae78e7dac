import { z } from "zod";
import { NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { pageOf } from "../../../ground/kernel/query.ts";
import { getSubscription } from "../get-subscription.ts";
import { SubscriptionPath } from "../schema.ts";
import { attemptNow, readyAgain, readyTest } from "./attempt-now.ts";
import { AttemptedView, DeliveryListQuery, DeliveryPath, DeliveryView, viewOf } from "./schema.ts";
import { listDeliveries } from "./store.ts";

const shared = {
  api: ["platform", "buyer", "storefront"],
  sides: ["BUYER", "SELLER", "OPERATOR"],
  tag: "Webhooks",
  access: "manage",
} as const;

export const testWebhookSubscription = operation({
  ...shared,
  id: "testWebhookSubscription",
  method: "post",
  path: "/webhook-subscriptions/{id}/test",
  summary: "Send a test event, and see the result",
  description:
    "The event webhook.test is sent once, without retries. If it arrives, a failed or inactive subscription becomes active again.",
  params: SubscriptionPath,
  answer: AttemptedView,
  errors: [NotFound],
  refs: { "params.id": "webhookSubscription" },
  audit: { resource: "WEBHOOK_SUBSCRIPTION", action: "EXECUTE" },
  claim: ({ params }, ctx) => readyTest(ctx, params.id),
  call: attemptNow,
  settle: async (_, delivery) => ({ delivery: viewOf(delivery) }),
});

export const listWebhookDeliveries = operation({
  ...shared,
  id: "listWebhookDeliveries",
  method: "get",
  path: "/webhook-subscriptions/{id}/deliveries",
  summary: "List a webhook subscription's deliveries and their results",
  description: "Newest first. The log goes back thirty days.",
  params: SubscriptionPath,
  query: DeliveryListQuery,
  paging: "take/skip",
  answer: z.object({ deliveries: z.array(DeliveryView), total: z.int() }),
  errors: [NotFound],
  refs: { "params.id": "webhookSubscription" },
  async handle({ params, query }, { db, viewer }) {
    await getSubscription(db, viewer.customerId, params.id);
    const { deliveries, total } = await listDeliveries(db, viewer.customerId, params.id, pageOf(query));
    return { deliveries: deliveries.map(viewOf), total };
  },
});

export const redeliverWebhook = operation({
  ...shared,
  id: "redeliverWebhook",
  method: "post",
  path: "/webhook-subscriptions/{id}/deliveries/{deliveryId}/redeliver",
  summary: "Redeliver a webhook event, and see the result",
  description: "It is sent under the same webhook-id, whether delivery had been given up or had succeeded.",
  params: DeliveryPath,
  answer: AttemptedView,
  errors: [NotFound],
  refs: { "params.id": "webhookSubscription", "params.deliveryId": "webhookDelivery" },
  audit: { resource: "WEBHOOK_DELIVERY", action: "EXECUTE" },
  claim: ({ params }, ctx) => readyAgain(ctx, params),
  call: attemptNow,
  settle: async (_, delivery) => ({ delivery: viewOf(delivery) }),
});
