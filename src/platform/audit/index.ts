export { appendAuditEntry, findBrokenAuditEntry } from "./store.ts";
