export { appendAuditEntry } from "./chain/store.ts";
export { findBrokenAuditEntry } from "./chain/verify-chain.ts";
