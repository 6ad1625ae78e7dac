import { z } from "zod";
import { ErrorAnswer, FormatIdAnswer, Instant, OpaqueObject, PageAnswer } from "./parts.ts";

const Price = z.number().nonnegative();

const PricingOptionAnswer = z.object({
  pricing_option_id: z.string(),
  pricing_model: z.string(),
  currency: z.string(),
  fixed_price: Price.optional(),
  floor_price: Price.optional(),
  price_guidance: z.record(z.string(), z.number()).optional(),
  min_spend_per_package: Price.optional(),
});

const PublisherAnswer = z.object({
  publisher_domain: z.string(),
  selection_type: z.string(),
  property_ids: z.array(z.string()).optional(),
  property_tags: z.array(z.string()).optional(),
});

/** As the seller declared it. */
const FormatOptionAnswer = z.looseObject({
  format_kind: z.string(),
  params: OpaqueObject,
  format_option_id: z.string().optional(),
  display_name: z.string().optional(),
});

const AllowedActionAnswer = z.object({
  action: z.string(),
  modes: z.array(z.string()),
  allowed_statuses: z.array(z.string()).optional(),
  sla: OpaqueObject.optional(),
  terms_ref: z.string().optional(),
});

const ProductAnswer = z.object({
  product_id: z.string(),
  name: z.string(),
  description: z.string(),
  channels: z.array(z.string()).optional(),
  delivery_type: z.enum(["guaranteed", "non_guaranteed"]),
  format_ids: z.array(FormatIdAnswer).optional(),
  format_options: z.array(FormatOptionAnswer).optional(),
  publisher_properties: z.array(PublisherAnswer),
  pricing_options: z.array(PricingOptionAnswer),
  reporting_capabilities: OpaqueObject,
  allowed_actions: z.array(AllowedActionAnswer).optional(),
  creative_policy: OpaqueObject.optional(),
  metric_optimization: OpaqueObject.optional(),
  signal_targeting_allowed: z.boolean().optional(),
  signal_targeting_options: z.array(OpaqueObject).optional(),
  signal_targeting_rules: OpaqueObject.optional(),
  forecast: OpaqueObject.optional(),
  brief_relevance: z.string().optional(),
  product_card: OpaqueObject.optional(),
  product_card_detailed: OpaqueObject.optional(),
});

const AllocationAnswer = z.object({
  product_id: z.string(),
  allocation_percentage: z.number(),
  pricing_option_id: z.string().optional(),
  rationale: z.string().optional(),
  sequence: z.int().optional(),
  tags: z.array(z.string()).optional(),
});

const ProposalAnswer = z.object({
  proposal_id: z.string(),
  name: z.string(),
  description: z.string().optional(),
  brief_alignment: z.string().optional(),
  proposal_status: z.enum(["draft", "committed"]).optional(),
  allocations: z.array(AllocationAnswer),
  expires_at: Instant.optional(),
  insertion_order: z
    .object({ io_id: z.string(), requires_signature: z.literal(false), terms: OpaqueObject })
    .optional(),
  total_budget_guidance: z
    .object({ currency: z.string(), min: Price.optional(), recommended: Price.optional(), max: Price.optional() })
    .optional(),
});

const AppliedAnswer = z.object({
  scope: z.enum(["request", "product", "proposal"]),
  product_id: z.string().optional(),
  proposal_id: z.string().optional(),
  status: z.enum(["applied", "partial", "unable"]),
  notes: z.string().optional(),
});

export const ProductsAnswer = z.object({
  products: z.array(ProductAnswer).optional(),
  /** Replaces everything else if the caller already has this version. */
  unchanged: z.literal(true).optional(),
  wholesale_feed_version: z.string().optional(),
  /** Peculiarities of products that do not prevent buying them. */
  errors: z.array(ErrorAnswer.extend({ source: z.literal("producer") })).optional(),
  proposals: z.array(ProposalAnswer).optional(),
  refinement_applied: z.array(AppliedAnswer).optional(),
  incomplete: z.array(z.object({ scope: z.string(), description: z.string() })).optional(),
  property_list_applied: z.boolean().optional(),
  filter_diagnostics: OpaqueObject.optional(),
  pagination: PageAnswer.optional(),
  cache_scope: z.enum(["public", "account"]),
});
