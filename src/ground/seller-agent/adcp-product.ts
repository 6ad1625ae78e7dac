import { z } from "zod";
import { amount, currencyCode, instant, readEach, texts } from "./adcp.ts";
import { AdcpFormatId, fromAdcpFormatId, fromAdcpFormatOptions } from "./adcp-format.ts";
import type { BudgetGuidance, Incompleteness, JsonObject, PricingOption, Product, Proposal } from "./port.ts";
import { fromAdcpTerms } from "./terms/adcp-product-terms.ts";

const Price = amount.optional().catch(undefined);
const AdcpPriceGuidance = z.object({ floor: Price, p25: Price, p50: Price, p75: Price, p90: Price });

const AdcpPricingOption = z.looseObject({
  pricing_option_id: z.string(),
  pricing_model: z.enum(["cpm", "vcpm", "cpc", "cpcv", "cpv", "cpp", "cpa", "flat_rate", "time"]),
  currency: currencyCode,
  fixed_price: amount.nullish(),
  floor_price: amount.nullish(),
  price_guidance: AdcpPriceGuidance.optional().catch(undefined),
  min_spend_per_package: amount.nullish(),
});

/** AdCP 3.1 lets one selector name many publishers. */
const AdcpPublisherProperties = z.looseObject({
  publisher_domain: z.string().optional(),
  publisher_domains: texts,
  selection_type: z.string().catch("all"),
  property_ids: texts,
  property_tags: texts,
});

const Range = z.looseObject({ low: z.number().optional(), mid: z.number().optional(), high: z.number().optional() });
const Forecast = z.looseObject({
  points: z.array(z.looseObject({ metrics: z.looseObject({ impressions: Range.optional().catch(undefined) }) })),
});

/** AdCP 3.1 contains the card itself; 3.0 names a format and a manifest to render it from. */
const AdcpCard = z
  .looseObject({ format_id: AdcpFormatId.optional().catch(undefined) })
  .optional()
  .catch(undefined);

const AdcpProduct = z.looseObject({
  product_id: z.string(),
  name: z.string(),
  description: z.string().catch(""),
  channels: texts,
  delivery_type: z.enum(["guaranteed", "non_guaranteed"]).catch("non_guaranteed"),
  format_ids: z
    .array(AdcpFormatId.catch({ agent_url: "", id: "" }))
    .nullish()
    .catch(null),
  format_options: z
    .array(z.looseObject({ v1_format_ref: z.array(AdcpFormatId).nullish().catch(null) }))
    .nullish()
    .catch(null),
  publisher_properties: z.array(AdcpPublisherProperties).catch([]),
  pricing_options: z.array(z.unknown()),
  countries: texts,
  forecast: Forecast.nullish().catch(null),
  brief_relevance: z.string().nullish().catch(null),
  product_card: AdcpCard,
  product_card_detailed: AdcpCard,
});

/** Guidance without a currency is meaningless. */
const AdcpBudgetGuidance = z.looseObject({ min: Price, recommended: Price, max: Price, currency: currencyCode });

const AdcpProposal = z.looseObject({
  proposal_id: z.string(),
  name: z.string(),
  description: z.string().nullish().catch(null),
  brief_alignment: z.string().optional().catch(undefined),
  proposal_status: z.enum(["draft", "committed"]).optional().catch(undefined),
  allocations: z.array(
    z.looseObject({
      product_id: z.string(),
      allocation_percentage: amount,
      pricing_option_id: z.string().nullish().catch(null),
      rationale: z.string().nullish().catch(null),
      sequence: z.int().positive().optional().catch(undefined),
      tags: texts,
    }),
  ),
  expires_at: instant.nullish().catch(null),
  total_budget_guidance: AdcpBudgetGuidance.nullish().catch(null),
});

/** Parses the products that can be bought. A product that cannot be read, or that has no price we understand, is named in `incomplete`. */
export function fromAdcpProducts(list: unknown, source: string): { products: Product[]; incomplete: Incompleteness[] } {
  const { read, broken } = readEach(AdcpProduct, list, "product_id");
  const products = read.map(fromAdcpProduct);
  const priceless = products.filter(({ pricingOptions }) => pricingOptions.length === 0);
  const messages = [
    ...broken,
    ...priceless.map(({ productId }) => `${productId}: no pricing option that can be understood`),
  ];
  return {
    products: products.filter((product) => !priceless.includes(product)),
    incomplete: messages.map((message) => ({ source, reason: "malformed", message })),
  };
}

function fromAdcpProduct(product: z.infer<typeof AdcpProduct>): Product {
  const terms = fromAdcpTerms(product);
  return {
    productId: product.product_id,
    name: product.name,
    description: product.description,
    channels: product.channels,
    deliveryType: product.delivery_type,
    formatIds: formatsOf(product),
    ...(product.format_options && { formatOptions: fromAdcpFormatOptions(product.format_options) }),
    publisherProperties: product.publisher_properties.flatMap(publishersOf),
    pricingOptions: readEach(AdcpPricingOption, product.pricing_options, "pricing_option_id").read.map(
      fromAdcpPricingOption,
    ),
    countries: product.countries,
    estimatedExposures: exposuresIn(product.forecast),
    briefRelevance: product.brief_relevance ?? null,
    ...(terms && { terms }),
    ...(product.forecast && { forecast: product.forecast }),
    ...(product.product_card && { card: fromAdcpCard(product.product_card) }),
    ...(product.product_card_detailed && { cardDetailed: fromAdcpCard(product.product_card_detailed) }),
  };
}

function fromAdcpCard({ format_id, ...card }: NonNullable<z.infer<typeof AdcpCard>>): JsonObject {
  return { ...card, ...(format_id && { formatId: fromAdcpFormatId(format_id) }) };
}

function fromAdcpPricingOption(option: z.infer<typeof AdcpPricingOption>): PricingOption {
  return {
    pricingOptionId: option.pricing_option_id,
    pricingModel: option.pricing_model,
    currency: option.currency,
    fixedPrice: option.fixed_price ?? null,
    floorPrice: option.floor_price ?? option.price_guidance?.floor ?? null,
    minSpendPerPackage: option.min_spend_per_package ?? null,
    ...(option.price_guidance && { priceGuidance: said(option.price_guidance) }),
  };
}

/** Omits what the seller left open. */
function said(guidance: z.infer<typeof AdcpPriceGuidance>): NonNullable<PricingOption["priceGuidance"]> {
  return Object.fromEntries(Object.entries(guidance).filter(([, price]) => price !== undefined));
}

/** AdCP 3.1 sellers may instead declare canonical formats, each with the named formats that correspond to it. */
function formatsOf({ format_ids, format_options }: z.infer<typeof AdcpProduct>) {
  const named = (format_ids ?? []).filter(({ id }) => id !== "");
  const referred = (format_options ?? []).flatMap(({ v1_format_ref }) => v1_format_ref ?? []);
  return (named.length > 0 ? named : referred).map(fromAdcpFormatId);
}

function publishersOf({
  publisher_domain,
  publisher_domains,
  selection_type,
  property_ids,
  property_tags,
}: z.infer<typeof AdcpPublisherProperties>) {
  const domains = publisher_domain === undefined ? publisher_domains : [publisher_domain];
  return domains.map((domain) => ({
    publisherDomain: domain,
    selectionType: selection_type,
    propertyIds: property_ids,
    ...(property_tags.length > 0 && { propertyTags: property_tags }),
  }));
}

/** The highest value on the forecast's curve. */
function exposuresIn(forecast: z.infer<typeof Forecast> | null | undefined): number | null {
  const promised = (forecast?.points ?? []).flatMap(({ metrics: { impressions } }) => {
    const count = impressions?.mid ?? impressions?.high ?? impressions?.low;
    return count === undefined ? [] : [count];
  });
  return promised.length > 0 ? Math.max(...promised) : null;
}

export function fromAdcpProposals(list: unknown): Proposal[] {
  return readEach(AdcpProposal, list, "proposal_id").read.map((proposal) => ({
    proposalId: proposal.proposal_id,
    name: proposal.name,
    description: proposal.description ?? null,
    ...(proposal.brief_alignment !== undefined && { briefAlignment: proposal.brief_alignment }),
    ...(proposal.proposal_status && { status: proposal.proposal_status }),
    allocations: proposal.allocations.map((allocation) => ({
      productId: allocation.product_id,
      allocationPercentage: allocation.allocation_percentage,
      pricingOptionId: allocation.pricing_option_id ?? null,
      rationale: allocation.rationale ?? null,
      ...(allocation.sequence !== undefined && { sequence: allocation.sequence }),
      ...(allocation.tags.length > 0 && { tags: allocation.tags }),
    })),
    expiresAt: proposal.expires_at ?? null,
    budgetGuidance: guidanceOf(proposal.total_budget_guidance),
  }));
}

function guidanceOf(guidance: z.infer<typeof AdcpBudgetGuidance> | null | undefined): BudgetGuidance | null {
  if (!guidance) return null;
  const { currency, min = null, recommended = null, max = null } = guidance;
  return { currency, min, recommended, max };
}
