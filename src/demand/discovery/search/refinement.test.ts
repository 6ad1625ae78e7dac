import { expect, test } from "vitest";
import type { Refinement } from "../../../ground/seller-agent/index.ts";
import { concerns, joinOutcomes, type Sold } from "./refinement.ts";
import type { RefinementAnswer, SellerAnswer } from "./seller-answer.ts";

const SOLD: Sold = {
  products: [
    { ...offerer("a"), productId: "p1" },
    { ...offerer("b"), productId: "p2" },
  ],
  proposals: [{ ...offerer("b"), proposalId: "plan" }],
};

const REFINE: Refinement[] = [
  { scope: "product", productId: "p1", action: "more_like_this" },
  { scope: "request", ask: "less display" },
  { scope: "product", productId: "p2", action: "omit" },
  { scope: "proposal", proposalId: "plan", action: "finalize" },
  { scope: "product", productId: "elsewhere", action: "include" },
];

test("a seller receives refinements that concern everybody, and those of its own products and proposals", () => {
  const response = (agentId: string) => REFINE.map((one) => concerns(one, agentId, SOLD));
  expect(response("a")).toEqual([true, true, false, false, false]);
  expect(response("b")).toEqual([false, true, true, true, false]);
});

test("outcomes stand where their refinements do, joined over the sellers that heard them", () => {
  const outcomes = joinOutcomes(REFINE, SOLD, [
    answer("a", [{ status: "applied" }, { status: "applied" }]),
    answer("b", [{ status: "unable", notes: "display is all we have" }, { status: "unable" }, { status: "partial" }]),
  ]);
  expect(outcomes).toEqual([
    { scope: "product", id: "p1", status: "applied" },
    { scope: "request", status: "partial", notes: "b: display is all we have" },
    { scope: "product", id: "p2", status: "applied" },
    { scope: "proposal", id: "plan", status: "partial" },
    { scope: "product", id: "elsewhere", status: "unable", notes: expect.stringContaining("no product of that id") },
  ]);
});

test("what several sellers answer in the same words is said once", () => {
  const unable = (notes: string): RefinementAnswer[] => [{ status: "unable", notes }];
  const ask: Refinement[] = [{ scope: "request", ask: "be bolder" }];
  const answers = [
    answer("a", unable("not understood")),
    answer("b", unable("no")),
    answer("c", unable("not understood")),
  ];
  expect(joinOutcomes(ask, SOLD, answers)).toEqual([
    { scope: "request", status: "unable", notes: "a, c: not understood; b: no" },
  ]);
});

test("what nobody understood is answered with what to say instead", () => {
  const ask: Refinement[] = [{ scope: "request", ask: "be bolder" }];
  const heard = [
    answer("a", [{ status: "unable", notes: "not understood" }]),
    answer("b", [{ status: "unable", notes: "we have nothing bold" }]),
  ];
  const own = { outcome: undefined, hint: "name a channel" };
  expect(joinOutcomes(ask, SOLD, heard, [own])).toEqual([
    { scope: "request", status: "unable", notes: "name a channel; b: we have nothing bold" },
  ]);
});

test("what a seller did not understand is not held against what the marketplace did itself", () => {
  const ask: Refinement[] = [{ scope: "request", ask: "more like the second" }];
  const heard = [
    answer("a", [{ status: "unable", notes: "not understood" }]),
    answer("b", [{ status: "applied", notes: "sorted" }]),
  ];
  const own = { outcome: { status: "applied", notes: "read as hiking" } } as const;
  expect(joinOutcomes(ask, SOLD, heard, [own])).toEqual([
    { scope: "request", status: "applied", notes: "read as hiking; b: sorted" },
  ]);
});

test("a seller that does not report the result of a refinement could not apply it", () => {
  expect(joinOutcomes(REFINE.slice(0, 1), SOLD, [answer("a", [])])).toEqual([
    { scope: "product", id: "p1", status: "unable", notes: "a: did not say what happened to it" },
  ]);
});

function offerer(salesAgentId: string) {
  return { salesAgentId, salesAgentName: salesAgentId, storefrontId: null };
}

function answer(agentId: string, refinementsApplied: RefinementAnswer[]): SellerAnswer {
  const nothing = { products: [], proposals: [], incomplete: [], failed: false, tookMs: 1 };
  return { ...offerer(agentId), ...nothing, refinementsApplied };
}
