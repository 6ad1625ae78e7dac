export { type HeldKey, type Holdings, keepListing, readHoldings } from "./accounts/account-listing.ts";
export { registerAccount } from "./accounts/register-account.ts";
export { type BuyerKey, presentKey, readBuyerKeys } from "./buyer-key.ts";
export type { Credential } from "./credential.ts";
export { type Conclusion, concludeConsent } from "./oauth/conclude-consent.ts";
export { grantAgenda } from "./oauth/grants/agenda.ts";
export { renewGrant } from "./oauth/grants/renew-grant.ts";
export { forgetExpiredConsentsOfAllCustomers } from "./oauth/store.ts";
