export { type HeldKey, type Holdings, keepListing, readHoldings } from "./accounts/account-listing.ts";
export { registerAccount } from "./accounts/register-account.ts";
export { type BuyerKey, presentKey, readBuyerKeys } from "./buyer-key.ts";
export { type Asked, beginConsent, readConsent } from "./oauth/begin-consent.ts";
export { type Conclusion, concludeConsent } from "./oauth/conclude-consent.ts";
export { CONSENT_LIFE_MS } from "./oauth/consent.ts";
export { grantAgenda } from "./oauth/grants/agenda.ts";
export { renewGrant } from "./oauth/grants/renew-grant.ts";
