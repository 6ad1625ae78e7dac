import { area } from "../../ground/areas/area.ts";
import { deliverWebhook } from "./deliveries/deliver-webhook.ts";
import { deliveryLife } from "./deliveries/delivery.ts";
import * as webhookDeliveriesShared from "./deliveries/shared-api.ts";
import { forgetOldDeliveriesOfAllCustomers } from "./deliveries/store.ts";
import * as webhooksShared from "./shared-api.ts";
import { subscriptionLife } from "./subscription.ts";

export const webhooks = area({
  name: "platform/webhooks",
  lifecycles: [deliveryLife, subscriptionLife],
  operations: [webhooksShared, webhookDeliveriesShared],
  steps: [deliverWebhook],
  schedules: [
    {
      name: "forget-webhook-deliveries",
      cron: "57 * * * *",
      handle: (db, { wall }) => forgetOldDeliveriesOfAllCustomers(db, wall),
    },
  ],
});
