export { openRequestLog, type RequestLog } from "./open-request-log.ts";
