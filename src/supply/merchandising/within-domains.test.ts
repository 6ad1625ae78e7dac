import { expect, test } from "vitest";
import { product } from "../../ground/seller-agent/product.fixture.ts";
import { authorisedBy, withinDomains } from "./within-domains.ts";

const on = (id: string, ...domains: string[]) =>
  product(id, {
    publisherProperties: domains.map((publisherDomain) => ({ publisherDomain, selectionType: "all", propertyIds: [] })),
  });
const ALL = [on("a", "a.example"), on("both", "a.example", "b.example"), on("b", "B.example"), on("unnamed")];

function idsWithin(domains: readonly string[], ownDomain: string | null = null): string[] {
  return withinDomains({ products: ALL, proposals: [] }, { domains, ownDomain }).products.map((one) => one.productId);
}

test("a list of publishers restricts what is sold to products that are entirely theirs", () => {
  expect(idsWithin(["a.example"])).toEqual(["a"]);
  expect(idsWithin(["a.example", "b.example"])).toEqual(["a", "both", "b"]);
  expect(idsWithin(["own.example"], "own.example")).toEqual(["unnamed"]);
});

test("an empty list sells nothing, and a missing list decides nothing", () => {
  expect(idsWithin([])).toEqual([]);
  expect(authorisedBy(undefined, "own.example")).toBeUndefined();
});
