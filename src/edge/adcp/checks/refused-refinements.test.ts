import { expect, test } from "vitest";
import type { ProductsAnswer, Refinement } from "../../../ground/seller-agent/index.ts";
import { refuseMixedFinalize, refuseUnknownProposals } from "./refused-refinements.ts";

const proposal = (proposalId: string, action: "include" | "omit" | "finalize" = "include"): Refinement => ({
  scope: "proposal",
  proposalId,
  action,
});
const errorsOf = (refuse: () => void) => {
  try {
    refuse();
    return [];
  } catch (error) {
    return (
      error as { readonly errors: readonly { readonly code: string; readonly field: string | null }[] }
    ).errors.map(({ code, field }) => [code, field]);
  }
};

test.each<[string, Refinement[], unknown[]]>([
  ["alone", [proposal("a", "finalize")], []],
  ["not at all", [proposal("a"), { scope: "request", ask: "more video" }], []],
  ["before another", [proposal("a", "finalize"), proposal("a")], [["INVALID_REQUEST", "refine[1]"]]],
  [
    "behind another",
    [{ scope: "request", ask: "more" }, proposal("a", "finalize")],
    [["INVALID_REQUEST", "refine[0]"]],
  ],
  ["twice", [proposal("a", "finalize"), proposal("b", "finalize")], [["MULTI_FINALIZE_UNSUPPORTED", "refine[1]"]]],
])("finalize, %s", (_, refine, errors) => {
  expect(errorsOf(() => refuseMixedFinalize(refine))).toEqual(errors);
});

const answer = (changes: Partial<ProductsAnswer> = {}): ProductsAnswer => ({
  products: [],
  proposals: [],
  refinementsApplied: [{ status: "unable" }],
  incomplete: [],
  ...changes,
});
const silent = { source: "s", reason: "timeout", message: "no answer" } as const;

test("a proposal that nobody made is not found, unless a source did not answer", () => {
  const asked = [proposal("unknown", "finalize")];
  const refusal = [["PROPOSAL_NOT_FOUND", "refine[0].proposal_id"]];
  expect(errorsOf(() => refuseUnknownProposals(asked, answer()))).toEqual(refusal);
  expect(errorsOf(() => refuseUnknownProposals(asked, answer({ incomplete: [silent] })))).toEqual([]);
  expect(
    errorsOf(() => refuseUnknownProposals(asked, answer({ refinementsApplied: [{ status: "applied" }] }))),
  ).toEqual([]);
  expect(errorsOf(() => refuseUnknownProposals([{ scope: "request", ask: "more" }], answer()))).toEqual([]);
});
