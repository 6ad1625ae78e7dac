export { Auth, type AuthenticationType, authTypesOf, toAgentAuth } from "./auth.ts";
export { refuses } from "./check-connection.ts";
export { connectionOf, type Source, type SourceStatus } from "./source.ts";
export { openAgentAuths } from "./source-secret.ts";
export { fromRow as sourceFromRow, listActiveSources, listSources } from "./store.ts";
