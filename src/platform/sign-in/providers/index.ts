export { type Answer, authorizationUrlAt, redeem } from "./ask-provider.ts";
export { secretOf } from "./change-provider.ts";
export { listDomains } from "./domains/store.ts";
export { enterByProvider, recheckDomain, recordDomain } from "./enter-by-provider.ts";
export { endedLoginCookie, type Login, loginCookie, loginIn, newLogin } from "./login.ts";
export { beginPathOf } from "./provider.ts";
export { findProvider, listProvidersForDomainOfAnyCustomer } from "./store.ts";
export { addressIn, domainOf } from "./verified-address.ts";
