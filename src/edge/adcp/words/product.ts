import { type Decimal, numberOf } from "../../../ground/kernel/money.ts";
import { toAdcpFormatId } from "../../../ground/seller-agent/adcp-format.ts";
import type {
  AllowedAction,
  FormatId,
  JsonObject,
  PricingOption,
  Product,
  Proposal,
} from "../../../ground/seller-agent/index.ts";

/** The inverse of the seller-agent port's `fromAdcpProduct`. */
export function toAdcpProduct(product: Product, publisherDomain: string) {
  const { productId, name, description, channels, deliveryType, formatIds, pricingOptions, forecast } = product;
  const { briefRelevance, card, cardDetailed } = product;
  return {
    product_id: productId,
    name,
    description: description || name,
    ...(channels.length > 0 && { channels }),
    delivery_type: deliveryType,
    ...toAdcpFormats(product, formatIds),
    publisher_properties: toAdcpPublishers(product, publisherDomain),
    pricing_options: pricingOptions.toSorted(fixedFirst).map(toAdcpPricingOption),
    reporting_capabilities: { ...REPORTING, ...product.terms?.measurement?.written },
    ...toAdcpTerms(product),
    ...(forecast && { forecast }),
    ...(briefRelevance !== null && { brief_relevance: briefRelevance }),
    ...(card && { product_card: toAdcpCard(card) }),
    ...(cardDetailed && { product_card_detailed: toAdcpCard(cardDetailed) }),
  };
}

/** Clients that do not choose a price use the first one, so a fixed price comes before an auction, which requires a bid. */
function fixedFirst(one: PricingOption, other: PricingOption): number {
  return Number(one.fixedPrice === null) - Number(other.fixedPrice === null);
}

/** The metrics that are reported for every product. */
export const REPORTED: readonly string[] = [
  "impressions",
  "spend",
  "clicks",
  "views",
  "completed_views",
  "conversions",
];

/** How a storefront reports, whatever its sources do: daily, on request. */
const REPORTING = {
  available_reporting_frequencies: ["daily"],
  expected_delay_minutes: 1_440,
  timezone: "UTC",
  supports_webhooks: true,
  available_metrics: REPORTED,
  date_range_support: "date_range",
};

function toAdcpTerms({ terms }: Product) {
  const { allowedActions, creativePolicy, signals, optimizes } = terms ?? {};
  return {
    ...(allowedActions && { allowed_actions: allowedActions.map(toAdcpAction) }),
    ...(creativePolicy && { creative_policy: creativePolicy.written }),
    ...(optimizes && { metric_optimization: { supported_metrics: optimizes } }),
    ...signals?.written,
  };
}

function toAdcpAction({ action, modes, statuses, sla, termsRef }: AllowedAction) {
  return {
    action,
    modes,
    ...(statuses && { allowed_statuses: statuses }),
    ...(sla && { sla }),
    ...(termsRef !== undefined && { terms_ref: termsRef }),
  };
}

/** A product that only accepts canonical formats has no list of named formats. 3.0 requires the list, so for 3.0 `inRelease` adds an empty one. */
function toAdcpFormats({ formatOptions = [] }: Product, formatIds: readonly FormatId[]) {
  return {
    ...((formatIds.length > 0 || formatOptions.length === 0) && { format_ids: formatIds.map(toAdcpFormatId) }),
    ...(formatOptions.length > 0 && {
      format_options: formatOptions.map(({ formatKind, formatOptionId, displayName, written }) => ({
        params: {},
        ...written,
        format_kind: formatKind,
        ...(formatOptionId !== undefined && { format_option_id: formatOptionId }),
        ...(displayName !== undefined && { display_name: displayName }),
      })),
    }),
  };
}

const SELECTIONS: ReadonlySet<string> = new Set(["by_id", "by_tag"]);

function toAdcpPublishers({ publisherProperties }: Product, ownDomain: string) {
  if (publisherProperties.length === 0) return [{ publisher_domain: ownDomain, selection_type: "all" }];
  return publisherProperties.map(({ publisherDomain, selectionType, propertyIds, propertyTags = [] }) => ({
    publisher_domain: publisherDomain,
    selection_type: SELECTIONS.has(selectionType) ? selectionType : "all",
    ...(propertyIds.length > 0 && { property_ids: propertyIds }),
    ...(propertyTags.length > 0 && { property_tags: propertyTags }),
  }));
}

function toAdcpPricingOption(option: PricingOption) {
  const { pricingOptionId, pricingModel, currency, fixedPrice, floorPrice, minSpendPerPackage, priceGuidance } = option;
  const { floor: _, ...percentiles } = priceGuidance ?? {};
  return {
    pricing_option_id: pricingOptionId,
    pricing_model: pricingModel,
    currency,
    ...amount("fixed_price", fixedPrice),
    ...(fixedPrice === null && amount("floor_price", floorPrice)),
    ...(Object.keys(percentiles).length > 0 && {
      price_guidance: Object.fromEntries(Object.entries(percentiles).map(([name, price]) => [name, Number(price)])),
    }),
    ...amount("min_spend_per_package", minSpendPerPackage),
  };
}

function amount(name: string, value: Decimal | null) {
  return value === null ? {} : { [name]: numberOf(value) };
}

function toAdcpCard({ formatId, ...card }: JsonObject) {
  return { ...card, ...(formatId !== undefined && { format_id: toAdcpFormatId(formatId as FormatId) }) };
}

function toAdcpInsertionOrder({ ioId, budget, flight }: NonNullable<Proposal["insertionOrder"]>) {
  const days = flight && { flight_start: flight.start.toISOString(), flight_end: flight.end.toISOString() };
  const total_budget = { amount: numberOf(budget.amount), currency: budget.currency };
  return { io_id: ioId, requires_signature: false, terms: { total_budget, ...days } };
}

/** The inverse of the seller-agent port's `fromAdcpProposals`. */
export function toAdcpProposal(proposal: Proposal) {
  const { proposalId, name, description, briefAlignment, status, allocations, expiresAt, budgetGuidance } = proposal;
  const { insertionOrder } = proposal;
  return {
    proposal_id: proposalId,
    name,
    ...(description !== null && { description }),
    ...(briefAlignment !== undefined && { brief_alignment: briefAlignment }),
    ...(status && { proposal_status: status }),
    allocations: allocations.map((part) => ({
      product_id: part.productId,
      allocation_percentage: numberOf(part.allocationPercentage),
      ...(part.pricingOptionId !== null && { pricing_option_id: part.pricingOptionId }),
      ...(part.rationale !== null && { rationale: part.rationale }),
      ...(part.sequence !== undefined && { sequence: part.sequence }),
      ...(part.tags && { tags: part.tags }),
    })),
    ...(expiresAt && { expires_at: expiresAt.toISOString() }),
    ...(insertionOrder && { insertion_order: toAdcpInsertionOrder(insertionOrder) }),
    ...(budgetGuidance && {
      total_budget_guidance: {
        currency: budgetGuidance.currency,
        ...amount("min", budgetGuidance.min),
        ...amount("recommended", budgetGuidance.recommended),
        ...amount("max", budgetGuidance.max),
      },
    }),
  };
}
