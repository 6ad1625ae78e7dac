export { deliverWebhook } from "./deliveries/deliver-webhook.ts";
export { type Event, NOTICE_TYPES, NOTICES, type NoticeType } from "./event.ts";
export { publish, publishToAnyCustomer } from "./publish.ts";
