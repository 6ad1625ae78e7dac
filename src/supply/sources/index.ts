export { Auth, type AuthenticationType, authTypesOf, isAuthLeftOut, toAgentAuth } from "./auth.ts";
export { type ChangingSource, changeSource, draftCheck } from "./change-source.ts";
export { checkConnection, checkTokenUrl, refuses } from "./check-connection.ts";
export { complaintAboutKey } from "./jwt-assertion.ts";
export { connectionOf, type Seat, type Source, type SourceStatus } from "./source.ts";
export type { Checked } from "./source-change.ts";
export { openAuths } from "./source-secret.ts";
export { fromRow as sourceFromRow, listActiveSources, listSources } from "./store.ts";
