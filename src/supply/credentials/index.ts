export { type Credential, openCredential } from "./credential.ts";
export { findCredentialFor } from "./store.ts";
