export type { LoggedRequest } from "./logged-request.ts";
export { openRequestLog, type RequestLog } from "./open-request-log.ts";
