export { type HeldKey, type Holdings, readHoldings, storeListing } from "./accounts/account-listing.ts";
export { registerAccount } from "./accounts/register-account.ts";
export { type BuyerKey, presentKey, readBuyerKeys } from "./buyer-key.ts";
export { beginConsent, type ConsentPrompt, readConsent } from "./oauth/begin-consent.ts";
export { type ConsentOutcome, concludeConsent } from "./oauth/conclude-consent.ts";
export { CONSENT_LIFE_MS } from "./oauth/consent.ts";
export { consents } from "./oauth/consents.ts";
export { grantAgenda } from "./oauth/grants/agenda.ts";
export { renewGrant } from "./oauth/grants/renew-grant.ts";
