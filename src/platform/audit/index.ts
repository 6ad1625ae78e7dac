export { auditKeyOf } from "./chain/audit-key.ts";
export { redactLogOfAnyCustomer } from "./chain/redact.ts";
export { openResigning } from "./chain/resign.ts";
export { signHeadsOfAllCustomers } from "./chain/sign-heads.ts";
export { appendAuditEntry, expectAudit, listHeadsOfAllCustomers } from "./chain/store.ts";
export { findBrokenAuditEntry, verifyChain } from "./chain/verify-chain.ts";
export {
  disagreementsOfInstallation,
  makeCheckpointOfInstallation,
  readCheckpoints,
} from "./checkpoints/checkpoint.ts";
export { saveCheckpoint } from "./checkpoints/save-checkpoint.ts";
export { describeEntry, type LogEntry } from "./log/log-entry.ts";
export { findNewestEntries } from "./log/store.ts";
