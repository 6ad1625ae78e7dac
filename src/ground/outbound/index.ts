export { isCidr } from "./allowed-networks.ts";
export type { Resolve } from "./checked-lookup.ts";
export { type OutboundOptions, openOutbound } from "./open-outbound.ts";
export {
  type Outbound,
  OutboundError,
  type OutboundFailure,
  type OutboundRequest,
  type OutboundResponse,
} from "./outbound.ts";
export type { ResolveTxt } from "./txt-records.ts";
