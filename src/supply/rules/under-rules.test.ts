import { expect, test } from "vitest";
import type { Product } from "../../ground/seller-agent/index.ts";
import { product } from "../../ground/seller-agent/product.fixture.ts";
import type { Candidate } from "./match-product.ts";
import type { ProductRule } from "./product-rule.ts";
import { underRules } from "./under-rules.ts";

function candidate(productId: string, changes: Partial<Product> = {}): Candidate {
  const publisherProperties = [{ publisherDomain: "News.example", selectionType: "all", propertyIds: [] }];
  const sourceId = productId.split(":")[0] ?? "";
  return { sourceId, product: product(productId, { publisherProperties, ...changes }) };
}

const A = candidate("tv:a");
const B = candidate("web:b", { channels: ["display"], deliveryType: "non_guaranteed", formatIds: [] });

function idsUnder(rules: readonly ProductRule[]): string[] {
  return underRules([A, B], rules).products.map(({ product }) => product.productId);
}

test("without rules everything is offered unchanged", () => {
  expect(underRules([A, B], [])).toEqual({
    products: [
      { ...A, floors: [] },
      { ...B, floors: [] },
    ],
    exclusions: [],
  });
});

test.each([
  ["its source", { sourceIds: ["tv"] }],
  ["itself", { productIds: ["tv:a", "tv:z"] }],
  ["its channel", { channels: ["ctv", "olv"] }],
  ["how it is delivered", { deliveryTypes: ["guaranteed"] }],
  ["one of its formats", { formatIds: ["video_30s"] }],
  ["several of these at once", { sourceIds: ["tv"], channels: ["ctv"], publisherDomains: ["news.example"] }],
] as const)("a product is excluded by %s", (_, match) => {
  const { products, exclusions } = underRules([A, B], [{ kind: "exclude", ruleId: "no", match }]);
  expect(products.map(({ product }) => product.productId)).toEqual(["web:b"]);
  expect(exclusions).toEqual([
    { productId: "tv:a", by: "product_rules", ruleId: "no", reason: "an exclude rule names it" },
  ]);
});

test("a publisher is recognised in whatever case its domain is written", () => {
  expect(idsUnder([{ kind: "exclude", ruleId: "no", match: { publisherDomains: ["news.example"] } }])).toEqual([]);
});

test("a rule applies to products that match all of its fields", () => {
  expect(idsUnder([{ kind: "exclude", ruleId: "no", match: { sourceIds: ["tv"], channels: ["display"] } }])).toEqual([
    "tv:a",
    "web:b",
  ]);
});

test("if there is an include rule nothing else is offered, and excluded products are not even then", () => {
  const tv: ProductRule = { kind: "include", ruleId: "tv", match: { sourceIds: ["tv"] } };
  const web: ProductRule = { kind: "include", ruleId: "web", match: { sourceIds: ["web"] } };
  const noWeb: ProductRule = { kind: "exclude", ruleId: "no-web", match: { channels: ["display"] } };
  expect(idsUnder([tv])).toEqual(["tv:a"]);
  expect(underRules([B], [tv]).exclusions).toMatchObject([{ ruleId: "tv", reason: "no include rule names it" }]);
  expect(idsUnder([tv, web])).toEqual(["tv:a", "web:b"]);
  expect(idsUnder([tv, web, noWeb])).toEqual(["tv:a"]);
});

test("the first matching rename applies, other fields are unchanged, and no rule uses the new name", () => {
  const match = { sourceIds: ["tv"] };
  const [named] = underRules(
    [A],
    [
      { kind: "rename", ruleId: "1", match, name: "Prime time" },
      { kind: "rename", ruleId: "2", match, name: "Other", description: "Other" },
    ],
  ).products;
  expect(named?.product).toEqual({ ...A.product, name: "Prime time" });
});

test("a product has every floor that applies to it", () => {
  const floor = { kind: "price_floor", currency: "USD", pricingModel: "cpm" } as const;
  const all = { ...floor, ruleId: "all", match: {}, amount: "5" };
  const tv = { ...floor, ruleId: "tv", match: { sourceIds: ["tv"] }, amount: "9" };
  expect(underRules([A, B], [all, tv]).products.map(({ floors }) => floors)).toEqual([[all, tv], [all]]);
});
