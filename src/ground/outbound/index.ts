export { type OutboundOptions, openOutbound } from "./open-outbound.ts";
export {
  type Outbound,
  OutboundError,
  type OutboundRequest,
  type OutboundResponse,
} from "./outbound.ts";
export type { ResolveTxt } from "./txt-records.ts";
