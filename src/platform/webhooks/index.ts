export { deliverWebhook } from "./deliveries/deliver-webhook.ts";
export { forgetOldDeliveriesOfAllCustomers } from "./deliveries/store.ts";
export { type Event, type EventType, NOTICE_TYPES, NOTICES, type NoticeType } from "./event.ts";
export { publish, publishToAnyCustomer } from "./publish.ts";
