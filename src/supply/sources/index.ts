export { Auth, type AuthenticationType, authTypesOf, isAuthLeftOut } from "./auth.ts";
export { checkTokenUrl, refuses } from "./check-connection.ts";
export { complaintAboutKey } from "./jwt-assertion.ts";
export { draftRechecks, recheckSources, settleRechecks } from "./rechecks/recheck-sources.ts";
export { publishedExecutionTypeOf } from "./schema.ts";
export { connectionOf, type Seat, type Source, type SourceStatus } from "./source.ts";
export { openAuths } from "./source-secret.ts";
export { fromRow as sourceFromRow, listActiveSources, listSources } from "./store.ts";
export { toAgentAuth } from "./to-agent-auth.ts";
