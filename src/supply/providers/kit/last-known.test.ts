import { expect, test } from "vitest";
import type { RemoteBuy } from "../contract/plan.ts";
import { lastKnown, reviewAfter } from "./last-known.ts";

const KNOWN = { id: "c", configured: "active", delivery: "eligible", raw: "ACTIVE VALID" } as const;
const NEW = { id: "c", configured: "unknown", delivery: "unknown", raw: "HIBERNATING" } as const;
const mirrorOf = (state: RemoteBuy["campaign"]): RemoteBuy => ({
  campaign: state,
  packages: [{ ...state, packageId: "p", ads: [] }],
});

test("an unknown value leaves the known state unchanged, with the value next to it", () => {
  const kept = lastKnown(mirrorOf(KNOWN), mirrorOf(NEW));
  expect(kept.campaign).toEqual({ ...KNOWN, raw: "HIBERNATING" });
  expect(kept.packages).toMatchObject([{ configured: "active", delivery: "eligible", raw: "HIBERNATING" }]);
  expect(lastKnown(mirrorOf(NEW), mirrorOf(KNOWN)).campaign).toEqual(KNOWN);
});

test("a review with an unknown value stays as it was, with its reason", () => {
  const before = { approval: "rejected", reason: "a claim" } as const;
  expect(reviewAfter(before, { approval: "unknown", reason: null, raw: "PONDERED" })).toEqual({
    approval: "rejected",
    reason: "a claim",
    raw: "PONDERED",
  });
  const said = { approval: "approved", reason: null, raw: "APPROVED" } as const;
  expect(reviewAfter(before, said)).toEqual(said);
});
