import type { AdcpRelease } from "./releases.ts";

/** How a storyboard is graded: no step may fail, and none may be skipped except for the reasons given here. */
export interface GradingOptions {
  /** Reasons for which steps may be skipped. */
  readonly mayBeSkippedFor?: readonly string[];
  /** Why it is not graded over A2A as well. */
  readonly notOverA2a?: string;
  /** The only release in which it is graded, if it is not graded in every release that has it. */
  readonly only?: AdcpRelease;
  /** Needs a storefront whose sources deliver nothing until they have creatives. */
  readonly wantsCreatives?: true;
  /** Its steps include the key of a buyer that is not in a sandbox. */
  readonly bringsLiveKey?: true;
  /** Phases that use a protocol which is not supported here, and after which the runner would skip all others. */
  readonly without?: readonly string[];
}

/** Governance agents, and tools that make or preview creatives. */
const NO_TOOL = "missing_tool";
const NO_OAUTH = "oauth_not_advertised";
/** There are two right answers, and the agent gave the other one. */
const OTHER_BRANCH = "peer_branch_taken";

const LOST_TASKS = "the SDK's A2A client of 6.11 hands out nothing of a task that is not over";
const LOST_CODES =
  "where a step expects a refusal, the SDK's A2A client of 6.11 loses its code on the way (adcp-client#1571)";
export const GRADED: Readonly<Record<string, GradingOptions>> = {
  capability_discovery: {},
  comply_controller_mode_gate: { bringsLiveKey: true, notOverA2a: LOST_CODES },
  deterministic_testing: { without: ["deterministic_session"], notOverA2a: LOST_CODES },
  error_compliance: { notOverA2a: LOST_CODES },
  // 3.0.6 requires the key to be echoed, which 3.0.26 no longer does. The rate limit is not tested here.
  idempotency: { only: "3.0.26", mayBeSkippedFor: [NO_TOOL], notOverA2a: LOST_CODES },
  schema_validation: { notOverA2a: LOST_CODES },
  v3_envelope_integrity: {},
  security_baseline: { mayBeSkippedFor: [NO_OAUTH], notOverA2a: "the SDK's probes speak MCP alone" },
  get_media_buys_pagination_integrity: {},
  pagination_integrity: {},
  pagination_integrity_creative_formats: {},
  pagination_integrity_list_accounts: {},
  media_buy_seller: { mayBeSkippedFor: [NO_TOOL] },
  "media_buy_seller/create_media_buy_async": { notOverA2a: LOST_TASKS },
  "media_buy_seller/creative_fate_after_cancellation": {},
  "media_buy_seller/delivery_reporting": {},
  "media_buy_seller/inventory_list_no_match": { mayBeSkippedFor: [OTHER_BRANCH] },
  "media_buy_seller/inventory_list_targeting": {},
  "media_buy_seller/invalid_transitions": { notOverA2a: LOST_CODES },
  // 3.0.6 requires sellers to accept less strict terms; this one only sells on its own terms.
  "media_buy_seller/measurement_terms_rejected": { only: "3.0.26", notOverA2a: LOST_CODES },
  "media_buy_seller/pending_creatives_to_start": { wantsCreatives: true },
  // 3.0.6 requires proposals even of agents that do not say they make any.
  "media_buy_seller/proposal_finalize": { only: "3.0.26" },
  "media_buy_seller/refine_products": {},
  creative_lifecycle: { mayBeSkippedFor: [NO_TOOL], wantsCreatives: true },
  creative_sales_agent: { mayBeSkippedFor: [NO_TOOL], wantsCreatives: true },
  sales_guaranteed: {},
  sales_non_guaranteed: {},
};

const GOVERNANCE =
  "it wants a governance agent to be registered, and none is asked here: sync_governance is not offered";
const NO_LIST = "it wants lists of a protocol that is not spoken here";

/** Storyboards that are not graded, and what they require that the agent does not offer. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  brand_rights: "it wants a brand's agent",
  creative_ad_server: "it wants build_creative: an ad server's tags",
  creative_generative: "it wants build_creative: an agent that makes creatives",
  "creative_generative/seller": "it assigns creatives to packages that nobody has, by the names of products",
  creative_template: "it wants build_creative: an agent that fills templates",
  governance_aware_seller: GOVERNANCE,
  media_buy_state_machine: "the runner begins the buy tomorrow, and expects it to run at once",
  "media_buy_seller/governance_approved": GOVERNANCE,
  "media_buy_seller/governance_conditions": GOVERNANCE,
  "media_buy_seller/governance_denied": GOVERNANCE,
  "media_buy_seller/governance_denied_recovery": GOVERNANCE,
  pagination_integrity_collection_lists: NO_LIST,
  pagination_integrity_content_standards: NO_LIST,
  pagination_integrity_property_lists: NO_LIST,
  sales_broadcast_tv: "it wants terms of the buyer's own",
  sales_catalog_driven: "it wants sync_catalogs and sync_event_sources",
  sales_proposal_mode: "it requires a proposal from every seller, and does not accept an operator's bundle as one",
  webhook_emission: "graded in webhooks.test.ts, by a runner that listens",
};
