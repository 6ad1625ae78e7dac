export { fromAdcpWebhook } from "./adcp-outcome.ts";
export { type AdcpSellers, type ExternalSeller, openAdcpSellers } from "./adcp-sellers.ts";
export type * from "./port.ts";
export { SellerRefused, SellerUnreachable } from "./port.ts";
export { withinDeadline } from "./wire/deadline.ts";
