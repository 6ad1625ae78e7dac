export { hearLeg } from "./hear-leg.ts";
export { isTokenOf } from "./leg-webhook.ts";
