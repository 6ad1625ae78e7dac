export { openProviderAgent } from "./agent/provider-seller.ts";
export { callbackOf } from "./applications/application.ts";
export { setApplicationOfInstallation } from "./applications/set-application.ts";
export { listAdapters } from "./catalogue.ts";
export { beginPlatformConsent, readPlatformConsent } from "./connections/begin-consent.ts";
export { concludePlatformConsent } from "./connections/conclude-consent.ts";
export { acceptPlatformKey, readPlatformKey } from "./connections/take-key.ts";
export { isProvider } from "./contract/provider.ts";
export { SANDBOX_TIME } from "./host/address.ts";
