import { z } from "zod";
import { domainInput } from "../../../ground/kernel/domain.ts";
import { numberOf } from "../../../ground/kernel/money.ts";
import type { ProductsAnswer } from "../../../ground/seller-agent/index.ts";
import { ExclusionView } from "../../intelligence/index.ts";
import { RulesInput } from "../../rules/index.ts";
import type { ComposedResult } from "../show-products.ts";

export const PreviewBody = z
  .object({
    brief: z.string().trim().min(1).max(10_000).optional().describe("If omitted, the whole catalogue"),
    rules: RulesInput.optional().describe("Rules to try, instead of the active ones"),
    operatorDomain: domainInput.optional().describe("Preview as a buyer of this operator"),
    brandDomain: domainInput.optional().describe("Preview as a buyer for this brand"),
    country: z.string().length(2).optional(),
  })
  .meta({ id: "ProductPreviewRequest" });

const price = z.number().nullable();

export const PreviewView = z
  .object({
    products: z.array(
      z.object({
        productId: z.string(),
        sourceId: z.string(),
        name: z.string(),
        description: z.string(),
        reasoning: z.string().nullable().describe("Why it is ranked where it is; null without a brief"),
        score: z.number().nullable(),
        prices: z.array(
          z.object({
            pricingOptionId: z.string(),
            pricingModel: z.string(),
            currency: z.string(),
            fixedPrice: price,
            floorPrice: price,
            raised: z.boolean().describe("Whether a price floor determined it"),
          }),
        ),
      }),
    ),
    bundles: z.array(
      z.object({
        proposalId: z.string(),
        name: z.string(),
        allocations: z.array(z.object({ productId: z.string(), allocationPercentage: z.number() })),
      }),
    ),
    exclusions: z.array(ExclusionView),
    missing: z.array(z.object({ source: z.string(), reason: z.string(), message: z.string() })),
  })
  .meta({ id: "ProductPreview" });

/** What a buyer would see, what it would not see, and why. */
export interface Preview {
  readonly shown: ComposedResult | undefined;
  readonly missing: ProductsAnswer["incomplete"];
}

export function previewView({ shown, missing }: Preview): z.input<typeof PreviewView> {
  const { products = [], proposals = [], exclusions = [] } = shown?.composition ?? {};
  return {
    products: products.map(({ sourceId, product, quotes, relevance }) => ({
      productId: product.productId,
      sourceId,
      name: product.name,
      description: product.description,
      reasoning: relevance?.why ?? null,
      score: relevance?.score ?? null,
      prices: quotes.map(({ option, raised }) => ({
        ...option,
        fixedPrice: option.fixedPrice === null ? null : numberOf(option.fixedPrice),
        floorPrice: option.floorPrice === null ? null : numberOf(option.floorPrice),
        raised,
      })),
    })),
    bundles: proposals.map(({ proposalId, name, allocations }) => ({
      proposalId,
      name,
      allocations: allocations.map(({ productId, allocationPercentage }) => ({
        productId,
        allocationPercentage: numberOf(allocationPercentage),
      })),
    })),
    exclusions: [...exclusions],
    missing: missing.map(({ source, reason, message }) => ({ source, reason, message })),
  };
}
