import type { PricingOption, Product } from "./index.ts";

/** A product that any seller may have, with a test's changes. */
export function product(productId: string, changes: Partial<Product> = {}): Product {
  return {
    productId,
    name: productId,
    description: "",
    channels: ["ctv"],
    deliveryType: "guaranteed",
    formatIds: [{ agentUrl: "https://formats.example", id: "video_30s" }],
    publisherProperties: [],
    pricingOptions: [fixed("20")],
    countries: [],
    estimatedExposures: null,
    briefRelevance: null,
    ...changes,
  };
}

export function fixed(fixedPrice: string, changes: Partial<PricingOption> = {}): PricingOption {
  const option = { pricingOptionId: "fixed", pricingModel: "cpm", currency: "USD", floorPrice: null } as const;
  return { ...option, fixedPrice, minSpendPerPackage: null, ...changes };
}

export function auction(floorPrice: string | null, changes: Partial<PricingOption> = {}): PricingOption {
  return fixed("0", { pricingOptionId: "auction", fixedPrice: null, floorPrice, ...changes });
}
