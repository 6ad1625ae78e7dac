export { adoptConsent } from "./adopt-consent.ts";
export type { StoredAuth } from "./stored-auth.ts";
