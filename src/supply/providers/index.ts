export { openProviderAgent } from "./agent/provider-seller.ts";
export { type AskedFor, beginPlatformConsent, readPlatformConsent } from "./connections/begin-consent.ts";
export { concludePlatformConsent, type PlatformConclusion } from "./connections/conclude-consent.ts";
export { isProvider } from "./contract/provider.ts";
