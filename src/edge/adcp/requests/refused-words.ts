interface Refusal {
  /** AdCP's error code. */
  readonly code: "UNSUPPORTED_FEATURE" | "TERMS_REJECTED";
  readonly why: string;
}

const unsupported = (why: string): Refusal => ({ code: "UNSUPPORTED_FEATURE", why });
const each = (names: readonly string[], refusal: Refusal) => Object.fromEntries(names.map((name) => [name, refusal]));

const NO_INVOICE = unsupported("the account determines who is invoiced");
const NO_GOAL = unsupported("a package is bought for its budget, and no number of impressions is guaranteed");
const ONE = unsupported("a request makes one creative");
const NO_FILTER = unsupported("products cannot be filtered by it here");

/** Fields whose omission would change the meaning of the request, so they must not be silently ignored. Listed by tool, wherever they occur. */
export const REFUSED: Readonly<Record<string, Readonly<Record<string, Refusal>>>> = {
  create_media_buy: {
    artifact_webhook: unsupported("content artifacts are not delivered"),
    "packages[].impressions": NO_GOAL,
    "packages[].committed_metrics": { code: "TERMS_REJECTED", why: "this storefront sells on its own terms" },
  },
  update_media_buy: {
    invoice_recipient: NO_INVOICE,
    "packages[].impressions": NO_GOAL,
  },
  get_products: {
    catalog: unsupported("products are not matched against a catalogue"),
    required_policies: unsupported("it is not known which policies sources follow"),
    ...each(
      [
        "exclusivity",
        "standard_formats_only",
        "regions",
        "metros",
        "video_placement_types",
        "audio_distribution_types",
        "sponsored_placement_types",
        "social_placement_surfaces",
        "required_axe_integrations",
        "trusted_match",
        "required_features",
        "required_geo_targeting",
        "signal_targeting",
        "postal_areas",
        "geo_proximity",
        "required_performance_standards",
        "keywords",
      ].map((name) => `filters.${name}`),
      NO_FILTER,
    ),
  },
  list_creative_formats: each(
    [
      "is_responsive",
      "publisher_domain",
      "property_id",
      "wcag_level",
      "disclosure_positions",
      "disclosure_persistence",
      "output_format_ids",
      "input_format_ids",
    ],
    unsupported("formats cannot be filtered by it here"),
  ),
  build_creative: {
    ...each(["creative_id", "concept_id"], unsupported("it is made only from what the request contains")),
    ...each(["transformer_id", "config"], unsupported("there are no transformers to choose from")),
    max_spend: unsupported("the seller determines the cost"),
    ...each(["target_format_ids", "max_creatives", "variant_axis", "signal_conditions"], ONE),
    refine_from_build_variant_id: unsupported("results are not kept for further builds"),
    evaluator: unsupported("results are not evaluated here"),
    macro_values: unsupported("audio has no macros to fill in"),
  },
  sync_accounts: {
    "accounts[].billing_entity": NO_INVOICE,
    delete_missing: unsupported("omitting an account does not close it"),
  },
  get_media_buy_delivery: {
    include_window_breakdown: unsupported("delivery is reported by day"),
    attribution_window: unsupported("conversions are counted as each source counts them"),
  },
  ...Object.fromEntries(
    ["list_tasks", "tasks_list"].map((name) => [
      name,
      each(
        ["created_after", "created_before", "updated_after", "updated_before", "context_contains"].map(
          (field) => `filters.${field}`,
        ),
        unsupported("tasks cannot be filtered by it here"),
      ),
    ]),
  ),
};

/** Below these, no field is ignored, because the advertising would then be shown to others than requested. */
export const WHOLE = /(^|\.)targeting_overlay\./;
export const OF_WHOLE = unsupported("it is not supported for targeting here");
