export { ACCOUNT_STATUSES } from "./accounts.ts";
export type { AccountKey } from "./adcp-account.ts";
export { fromAdcpWebhook } from "./adcp-outcome.ts";
export { type AdcpSellers, type ExternalSeller, openAdcpSellers } from "./external/adcp-sellers.ts";
export { withinDeadline } from "./external/wire/deadline.ts";
export { fitsFlight } from "./package-window.ts";
export type * from "./port.ts";
export { SellerRefused, SellerUnreachable } from "./port.ts";
