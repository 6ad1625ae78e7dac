import { z } from "zod";
import { type Decimal, numberOf } from "../../../ground/kernel/money.ts";
import type { PriceGuidance, PricingOption, Product } from "../../../ground/seller-agent/index.ts";
import type { FoundProduct } from "../discovery.ts";
import { cpmOf, isFixed, rateOf } from "../pricing.ts";
import type { Offerer } from "../search/seller-answer.ts";
import { outOfReach } from "./availability.ts";

const PricingOptionView = z.object({
  pricingOptionId: z.string(),
  pricingModel: z.string(),
  isFixed: z.boolean().describe("False if a bid is required"),
  rate: z.number().optional().describe("The fixed price, or otherwise the floor price"),
  fixedPrice: z.number().optional(),
  floorPrice: z.number().optional(),
  minSpendPerPackage: z.number().optional(),
  currency: z.string(),
  priceGuidance: z
    .object({
      floor: z.number().optional(),
      p25: z.number().optional(),
      p50: z.number().optional(),
      p75: z.number().optional(),
      p90: z.number().optional(),
    })
    .optional()
    .describe("Recent winning bids, by percentile"),
});

const asWritten = (what: string) => z.record(z.string(), z.unknown()).optional().describe(what);

export const ProductView = z
  .object({
    productId: z.string(),
    name: z.string(),
    description: z.string(),
    channel: z.string().optional().describe("The first of the channels"),
    channels: z.array(z.string()),
    countries: z.array(z.string()),
    formatTypes: z.array(z.string()),
    formatIds: z.array(z.object({ agentUrl: z.string(), id: z.string() })),
    cpm: z.number().optional().describe("The lowest CPM"),
    currency: z.string().optional().describe("The currency of `cpm`"),
    salesAgentId: z.string(),
    salesAgentName: z.string(),
    storefrontId: z.string().optional(),
    storefrontName: z.string().optional(),
    deliveryType: z.enum(["guaranteed", "non_guaranteed"]),
    briefRelevance: z
      .string()
      .optional()
      .describe("Why it is ranked where it is: the same as relevance.why; if nothing was ranked, sellerRationale"),
    sellerRationale: z
      .string()
      .optional()
      .describe("The seller's own explanation of why it fits the brief; not verified"),
    relevance: z
      .object({
        score: z.number().min(0).max(1).describe("How well it fits, regardless of the other offers"),
        fit: z.enum(["strong", "fair", "weak", "none"]),
        matchedTerms: z.array(z.string()).describe("Words of the brief that the product contains or is close to"),
        why: z.string(),
      })
      .optional()
      .describe("How the product was ranked; an extension of ours, absent if there is no brief"),
    availability: z
      .object({ canBuy: z.boolean(), message: z.string().optional() })
      .describe("Whether the advertiser can buy it at the moment; products that it cannot buy are ranked lower"),
    pricingOptions: z.array(PricingOptionView),
    estimatedExposures: z.int().optional(),
    forecast: asWritten("The seller's delivery forecast, in AdCP's own form"),
    productCard: asWritten("How the seller would have the product shown; its text and URLs are the seller's"),
    productCardDetailed: asWritten("The same at length"),
    publisherProperties: z.array(
      z.object({
        publisherDomain: z.string(),
        selectionType: z.string(),
        identifiers: z.array(z.object({ type: z.string(), value: z.string() })),
      }),
    ),
    isSandbox: z.boolean(),
  })
  .meta({ id: "DiscoveredProduct" });

/** A view's context, in addition to the product. */
export interface ProductViewContext {
  /** It lists prices if there is a choice. */
  readonly currency: string;
  readonly sandbox: boolean;
}

export function viewOf(
  { product, relevance }: FoundProduct,
  seller: Offerer,
  { currency, sandbox }: ProductViewContext,
): z.input<typeof ProductView> {
  const cpm = cpmOf(product, currency);
  const barred = outOfReach(product, currency);
  return {
    productId: product.productId,
    name: product.name,
    description: product.description,
    ...(product.channels[0] && { channel: product.channels[0] }),
    channels: [...product.channels],
    countries: [...product.countries],
    formatTypes: formatTypesOf(product),
    formatIds: [...product.formatIds],
    ...(cpm && { cpm: numberOf(cpm.amount), currency: cpm.currency }),
    ...sellerViewOf(seller),
    deliveryType: product.deliveryType,
    ...reasonsOf(product, relevance),
    ...(relevance && {
      relevance: { ...relevance, fit: relevance.fit ?? "none", matchedTerms: [...relevance.matchedTerms] },
    }),
    availability: barred === undefined ? { canBuy: true } : { canBuy: false, message: barred },
    pricingOptions: product.pricingOptions.map(optionView),
    ...(product.estimatedExposures !== null && { estimatedExposures: Math.round(product.estimatedExposures) }),
    ...(product.forecast && { forecast: product.forecast }),
    ...(product.card && { productCard: product.card }),
    ...(product.cardDetailed && { productCardDetailed: product.cardDetailed }),
    publisherProperties: product.publisherProperties.map(propertyView),
    isSandbox: sandbox,
  };
}

/** A product has no statement that contradicts its ranking: a seller's own statement has a separate field. */
function reasonsOf({ briefRelevance: said }: Product, relevance: FoundProduct["relevance"]) {
  const why = relevance?.why ?? said;
  return { ...(why !== null && { briefRelevance: why }), ...(said !== null && { sellerRationale: said }) };
}

/** A seller in every view; `storefrontId` is text in discovery (buyer contract a.9). */
export function sellerViewOf({ salesAgentId, salesAgentName, storefrontId }: Offerer) {
  const storefront =
    storefrontId === null ? {} : { storefrontId: String(storefrontId), storefrontName: salesAgentName };
  return { salesAgentId, salesAgentName, ...storefront };
}

function optionView(option: PricingOption): z.input<typeof PricingOptionView> {
  const { pricingOptionId, pricingModel, currency, priceGuidance } = option;
  return {
    pricingOptionId,
    pricingModel,
    isFixed: isFixed(option),
    ...amount("rate", rateOf(option)),
    ...amount("fixedPrice", option.fixedPrice),
    ...amount("floorPrice", option.floorPrice),
    ...amount("minSpendPerPackage", option.minSpendPerPackage),
    currency,
    ...(priceGuidance && { priceGuidance: numbersOf(priceGuidance) }),
  };
}

function numbersOf(guidance: PriceGuidance): { [Percentile in keyof PriceGuidance]?: number } {
  return Object.fromEntries(Object.entries(guidance).map(([percentile, price]) => [percentile, numberOf(price)]));
}

function amount<Name extends string>(name: Name, value: Decimal | null): { [name in Name]?: number } {
  return value === null ? {} : ({ [name]: numberOf(value) } as { [name in Name]?: number });
}

function propertyView(property: Product["publisherProperties"][number]) {
  const { publisherDomain, selectionType, propertyIds, propertyTags = [] } = property;
  const ids = propertyIds.map((value) => ({ type: "property_id", value }));
  const tags = propertyTags.map((value) => ({ type: "property_tag", value }));
  return { publisherDomain, selectionType, identifiers: [...ids, ...tags] };
}

/** `video_30s` and `video_standard` are of the type `video`: AdCP names its formats type first. */
function formatTypesOf({ formatIds }: Product): string[] {
  return [...new Set(formatIds.map(({ id }) => id.split(/[_-]/)[0] ?? id))];
}
