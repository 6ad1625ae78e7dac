export { hashSecret } from "./hash-secret.ts";
export { isSameSecret } from "./is-same-secret.ts";
export type { VaultKey } from "./key.ts";
export { hasKeys, loadKeys } from "./load-keys.ts";
export { openVault } from "./open-vault.ts";
export { readTicket, signTicket } from "./signed-ticket.ts";
export { hashToken, newToken } from "./token.ts";
export { type SecretPlace, type Vault, VaultError } from "./vault.ts";
