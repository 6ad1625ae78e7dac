import { z } from "zod";
import { Instant, OpaqueObject } from "./parts.ts";

export const CapabilitiesAnswer = z.object({
  adcp: z.object({
    major_versions: z.array(z.int()),
    supported_versions: z.array(z.string()),
    idempotency: z.object({ supported: z.boolean(), replay_ttl_seconds: z.int() }),
  }),
  supported_protocols: z.array(z.string()),
  account: z.object({
    require_operator_auth: z.boolean(),
    required_for_products: z.boolean(),
    supported_billing: z.array(z.string()),
    account_financials: z.boolean(),
    sandbox: z.boolean(),
  }),
  media_buy: z.object({
    buying_modes: z.array(z.string()),
    features: z.record(z.string(), z.boolean()),
    reporting_delivery_methods: z.array(z.literal("webhook")).optional(),
    supports_proposals: z.literal(true).optional(),
    propagation_surfaces: z.array(z.literal("snapshot")).optional(),
    creative_approval_mode: z.enum(["auto_approve", "require_human"]),
    execution: OpaqueObject.optional(),
    portfolio: z
      .object({
        publisher_domains: z.array(z.string()),
        primary_channels: z.array(z.string()).optional(),
        primary_countries: z.array(z.string()).optional(),
        description: z.string().optional(),
        advertising_policies: z.string().optional(),
      })
      .optional(),
  }),
  creative: z.object({ has_creative_library: z.boolean(), supports_generation: z.literal(true).optional() }),
  wholesale_feed_versioning: z.object({ supported: z.literal(true) }).optional(),
  request_signing: OpaqueObject,
  webhook_signing: OpaqueObject,
  identity: z.object({ brand_json_url: z.url() }).optional(),
  compliance_testing: z.object({ scenarios: z.array(z.string()) }).optional(),
  last_updated: Instant,
});
