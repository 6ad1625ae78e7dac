export { fromAdcpDeliveryWebhook, isDeliveryWebhook, type PushedDelivery } from "./adcp-webhook.ts";
export { type ExternalSeller, openAdcpSellers } from "./external/adcp-sellers.ts";
export { withinDeadline } from "./external/wire/deadline.ts";
export { fitsFlight } from "./package-window.ts";
export type * from "./port.ts";
export { SellerRefused, SellerUnreachable } from "./port.ts";
