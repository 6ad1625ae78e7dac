export { ACCOUNT_STATUSES } from "./accounts.ts";
export type { AccountKey } from "./adcp-account.ts";
export { fromAdcpDeliveryWebhook, isDeliveryWebhook, type PushedDelivery } from "./adcp-webhook.ts";
export { type AdcpSellers, type ExternalSeller, openAdcpSellers } from "./external/adcp-sellers.ts";
export { withinDeadline } from "./external/wire/deadline.ts";
export { isTransient, meaningOf, outcomeAfter, stillRemembers } from "./lost-answer.ts";
export { fitsFlight } from "./package-window.ts";
export type * from "./port.ts";
export { SellerRefused, SellerUnreachable } from "./port.ts";
