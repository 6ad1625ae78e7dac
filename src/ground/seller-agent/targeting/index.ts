export { toAdcpTargetingSupport } from "./adcp-targeting.ts";
export { type Honoured, honouredByAll, honouredPart, refusedTargeting } from "./honoured.ts";
export { ListReference, REACH_UNITS, Targeting, WINDOW_UNITS } from "./targeting.ts";
