export { appendAuditEntry } from "./chain/store.ts";
export { findBrokenAuditEntry } from "./chain/verify-chain.ts";
export { describeEntry, type LogEntry } from "./log/log-entry.ts";
export { findNewestEntries } from "./log/store.ts";
