export { type Credential, openCredential } from "./credential.ts";
export { findCredentialFor, listCredentials } from "./store.ts";
