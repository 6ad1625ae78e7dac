export { mintKey } from "./api-key.ts";
export { type Keyring, openKeyring } from "./authenticate.ts";
export { insertApiKey, type NewApiKey, revokeApiKey } from "./store.ts";
