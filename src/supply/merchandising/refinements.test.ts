import { expect, test } from "vitest";
import { composeApplied } from "./refinements.ts";

const refine = [
  { scope: "request", ask: "cheaper" },
  { scope: "request", ask: "only podcasts" },
] as const;

test("what all sources say is said once, in the order in which it was first said", () => {
  const unable = { status: "unable", notes: "not understood" } as const;
  const applied = { status: "applied", notes: "podcasts alone" } as const;
  const answers = Array.from({ length: 100 }, (_, nth) => ({
    positions: [0, 1],
    applied: [unable, nth % 2 === 0 ? unable : applied],
  }));
  expect(composeApplied(refine, answers)).toEqual([
    { status: "unable", notes: "not understood" },
    { status: "partial", notes: "not understood; podcasts alone" },
  ]);
});

test("a refinement that no source has answered is unable, and says why", () => {
  const [first, second] = composeApplied(refine, [{ positions: [1], applied: [{ status: "applied" }] }]);
  expect(first).toEqual({ status: "unable", notes: expect.stringContaining("no source") });
  expect(second).toEqual({ status: "applied" });
});
