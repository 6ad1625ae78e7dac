export { isTokenOf } from "./leg-webhook.ts";
export { receiveLegWebhook } from "./receive-leg-webhook.ts";
