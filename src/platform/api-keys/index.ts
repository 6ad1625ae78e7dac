export { keyPepperOf, mintKey } from "./api-key.ts";
export { type Keyring, openKeyring } from "./authenticate.ts";
export { issueFirstKey } from "./issue-first-key.ts";
export { insertApiKey, type NewApiKey, revokeApiKey } from "./store.ts";
