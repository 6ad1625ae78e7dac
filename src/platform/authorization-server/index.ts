export { type AccessTokens, looksLikeAccessToken, openAccessTokens } from "./access-token.ts";
export { connectApplication } from "./applications/connect-application.ts";
export { authorizationRequestIn, completeQuery, grantableTo } from "./authorization-request.ts";
export { type AuthorizationServer, openAuthorizationServer } from "./open-authorization-server.ts";
export { adjustClientMetadata } from "./provider/client-metadata.ts";
export { INTERACTION_PATH, ROUTES } from "./provider/configuration.ts";
export { DEFAULT_RESOURCE, KNOWN_SCOPES, scopesAt } from "./resources.ts";
export { openSigningKeys } from "./signing-keys/signing-keys.ts";
