import { area } from "../../ground/areas/area.ts";
import * as adcpWebhooksPublic from "./public-api.ts";
import { receiveSourceWebhook } from "./receive-source-webhook.ts";

export const adcpWebhooks = area({
  name: "edge/adcp-webhooks",
  operations: [adcpWebhooksPublic],
  steps: [receiveSourceWebhook],
});
