import type { Template } from "../contract/template.ts";

/** Of four kinds of advertising, Sponsored Products is the only one whose request bodies the common model documents [O]. */
export const amazonTemplates: readonly Template[] = [
  {
    id: "sponsored_products",
    version: 1,
    name: "Amazon Sponsored Products",
    description:
      "Products of the account's own catalogue, shown in Amazon's search results and on its product pages to people whom Amazon chooses. The creative is one product: its ASIN, or a seller's SKU.",
    channels: ["retail_media"],
    formats: [{ kind: "sponsored_placement", name: "One product of the catalogue" }],
    pricing: [{ model: "cpc", bid: "required" }],
    publisherDomain: "amazon.com",
    words: ["retail", "product", "shop", "search", "sales", "asin", "commerce", "traffic", "clicks"],
  },
];
