import { expect, test } from "vitest";
import { ADCP_PRODUCT } from "../../../test/seller/fixtures.ts";
import { fromAdcpProducts, fromAdcpProposals } from "./adcp-product.ts";

function priced(option: object): object {
  const standard = { pricing_option_id: "cpm", pricing_model: "cpm", currency: "usd" };
  return { ...ADCP_PRODUCT, pricing_options: [{ ...standard, ...option }] };
}

test("a product that cannot be read is named and omitted, and the others are unaffected", () => {
  const { products, incomplete } = fromAdcpProducts([ADCP_PRODUCT, { product_id: "broken" }, "nonsense"], "Sports");
  expect(products.map(({ productId }) => productId)).toEqual(["ctv"]);
  expect(incomplete).toHaveLength(2);
  expect(incomplete[0]).toMatchObject({
    source: "Sports",
    reason: "malformed",
    message: expect.stringContaining("broken"),
  });
});

test("a product with only unknown kinds of prices cannot be bought and is omitted", () => {
  const { products, incomplete } = fromAdcpProducts([priced({ pricing_model: "revenue_share" })], "Sports");
  expect(products).toEqual([]);
  expect(incomplete).toEqual([{ source: "Sports", reason: "malformed", message: expect.stringContaining("ctv") }]);
});

test.each([
  [0.1, "0.1"],
  [38.1, "38.1"],
  [1e-7, "0.0000001"],
  ["12.50", "12.5"],
])("a price of %s is read exactly", (fixedPrice, exact) => {
  const [product] = fromAdcpProducts([priced({ fixed_price: fixedPrice })], "Sports").products;
  expect(product?.pricingOptions[0]).toMatchObject({ fixedPrice: exact, currency: "USD", floorPrice: null });
});

test("the floor of an auction may be in its price guidance", () => {
  const [product] = fromAdcpProducts([priced({ price_guidance: { floor: 4.5, p50: 6 } })], "Sports").products;
  expect(product?.pricingOptions[0]).toMatchObject({ fixedPrice: null, floorPrice: "4.5" });
});

test("later additions to AdCP are ignored, and renamed fields are read in both forms", () => {
  const { format_ids, ...rest } = ADCP_PRODUCT;
  const product = {
    ...rest,
    delivery_type: "hybrid",
    channels: ["ctv", "holographic"],
    format_options: [{ format_kind: "video_hosted", v1_format_ref: format_ids }, { format_kind: "custom" }],
    publisher_properties: [{ publisher_domains: ["a.example", "b.example"], selection_type: "by_mood" }],
    novelty: { deep: true },
  };
  expect(fromAdcpProducts([product], "Sports").products).toMatchObject([
    {
      deliveryType: "non_guaranteed",
      channels: ["ctv", "holographic"],
      formatIds: [{ agentUrl: "https://creative.example", id: "video_30s" }],
      publisherProperties: [
        { publisherDomain: "a.example", selectionType: "by_mood" },
        { publisherDomain: "b.example", selectionType: "by_mood" },
      ],
    },
  ]);
});

test("a product may expect the highest value of its forecast", () => {
  const points = [
    { metrics: { impressions: { mid: 1000 } } },
    { metrics: { impressions: { low: 2000 } } },
    { metrics: {} },
  ];
  const [product] = fromAdcpProducts([{ ...ADCP_PRODUCT, forecast: { points } }], "Sports").products;
  expect(product?.estimatedExposures).toBe(2000);
});

test("cards are read in the form of AdCP 3.1 and of 3.0, and price guidance is exact", () => {
  const card = { title: "Live", image: { url: "https://cdn.example/live.png", width: 300, height: 400 } };
  const rendered = { format_id: { agent_url: "https://creative.example", id: "card" }, manifest: { assets: {} } };
  const reported = { ...priced({ price_guidance: { p25: 4.1, p90: "9.90", p99: 12 } }), product_card: card };
  const [product] = fromAdcpProducts([{ ...reported, product_card_detailed: rendered }], "Sports").products;
  expect(product).toMatchObject({
    card,
    cardDetailed: { formatId: { agentUrl: "https://creative.example", id: "card" }, manifest: { assets: {} } },
    pricingOptions: [{ priceGuidance: { p25: "4.1", p90: "9.9" } }],
  });
});

test("a proposal is read with its status and its guidance, of which any part may be missing", () => {
  const plan = { proposal_id: "plan", name: "Plan", allocations: [{ product_id: "ctv", allocation_percentage: 100 }] };
  const reported = {
    ...plan,
    proposal_status: "draft",
    brief_alignment: "Fits",
    allocations: [{ product_id: "ctv", allocation_percentage: 100, sequence: 1, tags: ["mobile"] }],
    total_budget_guidance: { min: 100, max: 250.5, currency: "usd" },
  };
  const [full, bare] = fromAdcpProposals([reported, plan]);
  expect(full).toMatchObject({
    status: "draft",
    briefAlignment: "Fits",
    allocations: [{ productId: "ctv", sequence: 1, tags: ["mobile"] }],
    budgetGuidance: { min: "100", recommended: null, max: "250.5", currency: "USD" },
  });
  expect(bare?.budgetGuidance).toBeNull();
  expect(bare).not.toHaveProperty("status");
});
