import { expect, test } from "vitest";
import { after, DAY_MS, HOUR_MS, SECOND_MS } from "../../../ground/kernel/clock.ts";
import type { Capabilities, SellerPackage } from "../../../ground/seller-agent/index.ts";
import type { OrderPackage } from "../order.ts";
import { decides, pauseAfter, remembers } from "./leg.ts";
import { matchPackages } from "./match-packages.ts";

const AT = new Date("2026-08-01T00:00:00Z");

test("a key is used again only well within the time its seller promised to remember it", () => {
  const seller = { idempotencyTtlSeconds: DAY_MS / SECOND_MS } as Capabilities;
  expect(remembers(seller, AT, after(AT, DAY_MS - HOUR_MS))).toBe(true);
  expect(remembers(seller, AT, after(AT, DAY_MS - SECOND_MS))).toBe(false);
  expect(remembers({ ...seller, idempotencyTtlSeconds: null }, AT, AT)).toBe(false);
});

test("a repetition that is refused for who asks, or for its key, says nothing about the buy", () => {
  const error = (code: string, recovery: "terminal" | "transient" = "terminal") => {
    return [{ code, message: "", field: null, recovery }];
  };
  expect(decides(error("AUTH_REQUIRED"), false)).toBe(true);
  expect(decides(error("AUTH_REQUIRED"), true)).toBe(false);
  expect(decides(error("IDEMPOTENCY_CONFLICT"), true)).toBe(false);
  expect(decides(error("BUDGET_TOO_LOW"), true)).toBe(true);
  expect(decides(error("RATE_LIMITED", "transient"), false)).toBe(false);
});

test("attempts come less and less often, and never further apart than half an hour", () => {
  const pauses = Array.from({ length: 40 }, (_, attempt) => pauseAfter(attempt));
  expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
  expect(Math.max(...pauses)).toBe(HOUR_MS / 2);
});

const own = (packageId: string, sourceProductId: string) => ({ packageId, sourceProductId, sellerPackageId: null });
const its = (packageId: string, buyerRef: string | null, productId: string | null): SellerPackage => {
  return { packageId, buyerRef, productId, budget: null, paused: false };
};

test.each([
  ["our name for it", [its("x", "two", null), its("y", "one", null)], ["two", "one"]],
  ["a product that stands once on both sides", [its("x", null, "b"), its("y", null, "a")], ["two", "one"]],
  ["its position, where nothing else is said", [its("x", null, null), its("y", null, null)], ["one", "two"]],
  ["nothing, where the numbers differ", [its("x", null, null)], []],
])("a seller's package is known by %s", (_, theirs, expected) => {
  const ours = [own("one", "a"), own("two", "b")] as OrderPackage[];
  expect(matchPackages(ours, theirs).map(({ packageId }) => packageId)).toEqual(expected);
});

test("a package that is known by its id stays what it is, whatever else is said of it", () => {
  const ours = [{ ...own("one", "a"), sellerPackageId: "y" }, own("two", "b")] as OrderPackage[];
  const matched = matchPackages(ours, [its("x", null, null), its("y", "two", "b")]);
  expect(matched).toMatchObject([{ packageId: "one", sellerPackageId: "y" }]);
});
