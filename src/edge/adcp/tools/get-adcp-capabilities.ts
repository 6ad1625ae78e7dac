import { z } from "zod";
import { DAY_MS, SECOND_MS } from "../../../ground/kernel/clock.ts";
import type { Capabilities } from "../../../ground/seller-agent/index.ts";
import { toAdcpTargetingSupport } from "../../../ground/seller-agent/targeting/index.ts";
import { CapabilitiesAnswer } from "../answers/capabilities.ts";
import { WEBHOOK_SIGNING } from "../callbacks/webhook-key.ts";
import { claimedSigning } from "../callers/claimed-signing.ts";
import { billingsOf } from "../callers/refused-billing.ts";
import { advertisedIn } from "../controller/scenarios.ts";
import { MAJOR, NEWEST, PROTOCOLS, RELEASES, releaseOf } from "../protocol/release.ts";
import { brandJsonUrlOf } from "../published/brand-json.ts";
import { sellerCall } from "../request-context.ts";
import { buildCreative } from "./build-creative.ts";
import { completed, tool } from "./tool.ts";

/** The calls that a caller has to sign if its key requires it. */
const WRITES = ["sync_accounts", "create_media_buy", "sync_creatives", "update_media_buy", "comply_test_controller"];

/** Fields that 3.0 does not have. */
const OF_3_1 = { reporting_delivery_methods: ["webhook"], propagation_surfaces: ["snapshot"] };
const FEED_OF_3_1 = { wholesale_feed_versioning: { supported: true } };

export const getAdcpCapabilities = tool({
  name: "get_adcp_capabilities",
  title: "Get this seller's capabilities",
  description:
    "Lists the AdCP releases, tools, channels and billing options that this storefront supports. Call this first.",
  input: z.object({ protocols: z.array(z.string()).optional(), adcp_version: z.string().optional() }),
  answer: CapabilitiesAnswer,
  isPublic: true,
  async handle(asked, requestContext) {
    const said = await requestContext.resolved.agent.capabilities(sellerCall(requestContext, undefined));
    const { supportedBillings, idempotencyTtlSeconds, targeting = [] } = said;
    const brandJsonUrl = brandJsonUrlOf(requestContext.host.installation, requestContext.resolved);
    const isNewest = releaseOf(asked) === NEWEST;
    return completed({
      adcp: {
        major_versions: [MAJOR],
        supported_versions: RELEASES,
        idempotency: { supported: true, replay_ttl_seconds: idempotencyTtlSeconds ?? DAY_MS / SECOND_MS },
      },
      supported_protocols: PROTOCOLS,
      account: {
        require_operator_auth: false,
        required_for_products: false,
        supported_billing: billingsOf(supportedBillings),
        account_financials: false,
        sandbox: requestContext.viewer.sandbox,
      },
      media_buy: {
        buying_modes: ["brief", "wholesale", "refine"],
        features: { inline_creative_management: true, property_list_filtering: true },
        creative_approval_mode: requestContext.resolved.reviewsCreatives ? "require_human" : "auto_approve",
        ...(isNewest && OF_3_1),
        // When a proposal is finalised, its inventory is held at each of its sources.
        ...(isNewest && said.holdsInventory && said.makesProposals && { supports_proposals: true as const }),
        ...toAdcpTargetingSupport(targeting, isNewest),
        ...portfolioOf(said),
      },
      creative: {
        has_creative_library: true,
        ...(said.tools.includes(buildCreative.name) && { supports_generation: true as const }),
      },
      ...(isNewest && FEED_OF_3_1),
      request_signing: claimedSigning(requestContext, WRITES),
      webhook_signing: { supported: brandJsonUrl !== undefined, ...WEBHOOK_SIGNING },
      ...(brandJsonUrl !== undefined && { identity: { brand_json_url: brandJsonUrl } }),
      ...(requestContext.viewer.sandbox && { compliance_testing: { scenarios: advertisedIn(releaseOf(asked)) } }),
      last_updated: requestContext.host.clock.now().toISOString(),
    });
  },
});

/** Where the storefront sells and what it accepts, if any source has stated the countries in which it sells. */
function portfolioOf(said: Capabilities) {
  const { channels, publisherDomains, countries = [], description, advertisingPolicies } = said;
  if (publisherDomains.length === 0) return {};
  return {
    portfolio: {
      publisher_domains: publisherDomains,
      ...(channels.length > 0 && { primary_channels: channels }),
      ...(countries.length > 0 && { primary_countries: countries }),
      ...(description !== undefined && { description }),
      ...(advertisingPolicies !== undefined && { advertising_policies: advertisingPolicies }),
    },
  };
}
