import { area } from "../../ground/areas/area.ts";
import { after, DAY_MS } from "../../ground/kernel/clock.ts";
import { deliverWebhook } from "./deliveries/deliver-webhook.ts";
import { deliveryLife } from "./deliveries/delivery.ts";
import * as webhookDeliveriesShared from "./deliveries/shared-api.ts";
import { countFailedOfAllCustomers, deleteOldDeliveriesOfAllCustomers } from "./deliveries/store.ts";
import * as webhooksShared from "./shared-api.ts";
import { subscriptionLife } from "./subscription.ts";

export const webhooks = area({
  name: "platform/webhooks",
  lifecycles: [deliveryLife, subscriptionLife],
  operations: [webhooksShared, webhookDeliveriesShared],
  steps: [deliverWebhook],
  figures: [
    {
      name: "interchange_webhook_deliveries_failed",
      help: "Deliveries of the last day that were given up",
      labelNames: [],
      read: async (db, wall) => [{ labels: {}, value: await countFailedOfAllCustomers(db, after(wall, -DAY_MS)) }],
    },
  ],
  schedules: [
    {
      name: "forget-webhook-deliveries",
      cron: "57 * * * *",
      handle: (db, { wall }) => deleteOldDeliveriesOfAllCustomers(db, wall),
    },
  ],
});
