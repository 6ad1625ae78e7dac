export { screenOrder } from "./screen-order.ts";
export { tellDecision } from "./tell-decision.ts";
