export { adoptConsent } from "./adopt-consent.ts";
export type { KeptAuth } from "./kept-auth.ts";
