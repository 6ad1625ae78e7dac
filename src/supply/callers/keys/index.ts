export { callerKeyHash, looksLikeCallerKey, principalOfKey } from "./caller-key.ts";
export { consumeNonce, countNonces } from "./nonce-store.ts";
export { type FoundKey, findKeyBySecretOfAnyCustomer, findKeyBySignerOfAnyCustomer } from "./store.ts";
