export { callerKeyHash, looksLikeCallerKey, principalOfKey } from "./caller-key.ts";
export { countNonces, takeNonce } from "./nonce-store.ts";
export { type FoundKey, findKeyBySecretOfAnyCustomer, findKeyBySignerOfAnyCustomer } from "./store.ts";
