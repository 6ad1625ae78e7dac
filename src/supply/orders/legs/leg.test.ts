import { expect, test } from "vitest";
import type { SellerPackage } from "../../../ground/seller-agent/index.ts";
import type { OrderPackage } from "../order.ts";
import { matchPackages } from "./match-packages.ts";

const own = (packageId: string, sourceProductId: string) => ({ packageId, sourceProductId, sellerPackageId: null });
const its = (packageId: string, buyerRef: string | null, productId: string | null): SellerPackage => {
  return { packageId, buyerRef, productId, budget: null, paused: false };
};

test.each([
  ["our name for it", [its("x", "two", null), its("y", "one", null)], ["two", "one"]],
  ["a product that stands once on both sides", [its("x", null, "b"), its("y", null, "a")], ["two", "one"]],
  ["its position, where nothing else is said", [its("x", null, null), its("y", null, null)], ["one", "two"]],
  ["nothing, where the numbers differ", [its("x", null, null)], []],
])("a seller's package is recognised by %s", (_, theirs, expected) => {
  const ours = [own("one", "a"), own("two", "b")] as OrderPackage[];
  expect(matchPackages(ours, theirs).map(({ packageId }) => packageId)).toEqual(expected);
});

test("a package matched by its id stays the same, whatever else is reported about it", () => {
  const ours = [{ ...own("one", "a"), sellerPackageId: "y" }, own("two", "b")] as OrderPackage[];
  const matched = matchPackages(ours, [its("x", null, null), its("y", "two", "b")]);
  expect(matched).toMatchObject([{ packageId: "one", sellerPackageId: "y" }]);
});
