import { expect, test } from "vitest";
import { auction, fixed, product } from "../discovery.fixture.ts";
import { defaultFilter } from "./brief-filters.ts";
import type { SearchCriteria } from "./criteria.ts";
import { filterProducts, filtersFor, hasComponent } from "./filter-products.ts";

const on = (publisherDomain: string) => ({
  publisherProperties: [{ publisherDomain, selectionType: "all", propertyIds: [] }],
});

test.each<[string, SearchCriteria, string[]]>([
  ["the default channels", {}, ["hulu", "german", "cheap"]],
  ["every channel", { channels: [] }, ["hulu", "german", "cheap", "podcast"]],
  ["one channel", { channels: ["podcast"] }, ["podcast"]],
  ["a country, or none said", { countries: ["DE"] }, ["german", "cheap", "hulu"]],
  ["another country", { countries: ["FR"] }, ["hulu", "cheap"]],
  ["a component of a domain", { publisherDomain: "hulu" }, ["hulu"]],
  ["a part of a component", { publisherDomain: "hul" }, []],
  ["a pricing model", { pricingModel: "cpc" }, ["cheap"]],
  ["a budget that reaches the minimum spend", { budget: "5000" }, ["hulu", "cheap"]],
  ["a budget that does not", { budget: "100" }, ["cheap"]],
])("filters keep what fits: %s", (_what, criteria, expected) => {
  const filters = [...filtersFor(criteria, "USD"), ...(criteria.channels ? [] : [defaultFilter(null)])];
  const { kept } = filterProducts(CATALOGUE, filters);
  expect(kept.map(({ product }) => product.productId).sort()).toEqual(expected.toSorted());
});

const CATALOGUE = [
  product("hulu", { ...on("www.hulu.com"), pricingOptions: [fixed("20", { minSpendPerPackage: "1000" })] }),
  product("german", { countries: ["DE", "AT"], pricingOptions: [fixed("20", { currency: "EUR" })] }),
  product("cheap", { channels: ["display"], pricingOptions: [auction("0.5", { pricingModel: "cpc" })] }),
  product("podcast", { channels: ["podcast"] }),
].map((product) => ({ salesAgentId: "shop", salesAgentName: "Shop", product }));

test("each filter counts what it removes from what the previous ones left, and says what those products have instead", () => {
  const { removed } = filterProducts(CATALOGUE, [...filtersFor({ budget: "100" }, "USD"), defaultFilter(null)]);
  const one = { because: "request", products: 1, agentNames: ["Shop"] };
  expect(removed).toEqual([
    { ...one, filter: "currency", names: ["german"], instead: ["EUR"] },
    { ...one, filter: "budget", names: ["hulu"], instead: ["1000 USD"] },
    { ...one, filter: "channels", because: "default", names: ["podcast"], instead: ["podcast"] },
  ]);
});

test.each([
  ["hulu.com", "hulu", true],
  ["hulu.com", "hulu.com", true],
  ["watch.Hulu.com", "HULU", true],
  ["hulu.com", "hul", false],
  ["hulu.com", "ulu.com", false],
  ["hulu.com", "com.hulu", false],
  ["nothulu.com", "hulu", false],
])("%s has the component %s: %s", (domain, component, expected) => {
  expect(hasComponent(domain, component)).toBe(expected);
});
