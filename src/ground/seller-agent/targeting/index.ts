export { toAdcpTargetingSupport } from "./adcp-targeting.ts";
export { honouredByAll, honouredPart, refusedTargeting } from "./honoured.ts";
export { ListReference, REACH_UNITS, Targeting, WINDOW_UNITS } from "./targeting.ts";
