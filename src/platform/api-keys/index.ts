export { type Keyring, openKeyring } from "./authenticate.ts";
export { issueFirstKey, issueKey, issueMembersFirstKey } from "./issue-key.ts";
export { findKeyOfAnyCustomer, listApiKeys, revokeApiKey, revokeKeysOfMember } from "./store.ts";
