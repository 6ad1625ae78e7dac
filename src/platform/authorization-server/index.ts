export { type AccessTokens, looksLikeAccessToken, openAccessTokens } from "./access-token.ts";
export { connectApplication } from "./applications/connect-application.ts";
export { completeQuery, grantableTo } from "./authorization-request.ts";
export { type AuthorizationServer, openAuthorizationServer, type PendingRequest } from "./open-authorization-server.ts";
export { adjustClientMetadata, unprotectedRedirectIn } from "./provider/client-metadata.ts";
export { destroyGrantsOfInstallation } from "./records/store.ts";
export { DEFAULT_RESOURCE, KNOWN_SCOPES, resourceAt, usualScopesAt } from "./resources.ts";
export { INTERACTION_PATH, ROUTES } from "./routes.ts";
export { openSigningKeys } from "./signing-keys/signing-keys.ts";
