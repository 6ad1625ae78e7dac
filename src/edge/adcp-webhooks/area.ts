import { area } from "../../ground/areas/area.ts";
import { hearSource } from "./hear-source.ts";
import * as adcpWebhooksPublic from "./public-api.ts";

export const adcpWebhooks = area({
  name: "edge/adcp-webhooks",
  operations: [adcpWebhooksPublic],
  steps: [hearSource],
});
