import type { Terms } from "../../../instructions/index.ts";

/** Changes with every rule in this file, so that a screening states the version that made it. */
export const EVALUATOR = { evaluatorId: "interchange.media-buy-screen", evaluatorVersion: "1" } as const;

/** What is known about an order that somebody may have to approve. */
export interface Evidence {
  readonly products: readonly { readonly productId: string; readonly isSold: boolean }[];
  readonly operatorDomain: string | null;
  readonly brandDomain: string | null;
  readonly terms: Pick<Terms, "blocks" | "reviews" | "refusedAs" | "reviewedAs" | "acceptancePolicyVersion">;
}

interface Check {
  readonly code: "quoted_products" | "advertiser_evidence" | "acceptance_policy";
  readonly label: string;
  readonly category: "readiness" | "brand_brief" | "policy_safety";
  readonly status: "pass" | "warn" | "fail";
  readonly detail: string;
}

export const POLICY_DECISIONS = ["definitely_on_policy", "definitely_not_on_policy", "needs_human_approval"] as const;

export interface Evaluation {
  readonly policyDecision: (typeof POLICY_DECISIONS)[number];
  /** A sentence with the objections, or the statement that there are none. */
  readonly summary: string;
  readonly checks: readonly Check[];
}

/** Storefront contract §10.7: on policy only if all three checks say so. The same evidence always gives the same answer. */
export function evaluate(evidence: Evidence): Evaluation {
  const checks = [checkProducts(evidence), checkAdvertiser(evidence), checkPolicy(evidence)];
  const against = checks.filter(({ status }) => status !== "pass");
  return {
    policyDecision: decisionBy(checks),
    summary: against.length > 0 ? against.map(({ detail }) => detail).join("; ") : "nothing speaks against it",
    checks,
  };
}

function decisionBy(checks: readonly Check[]): Evaluation["policyDecision"] {
  if (checks.some(({ status }) => status === "fail")) return "definitely_not_on_policy";
  return checks.every(({ status }) => status === "pass") ? "definitely_on_policy" : "needs_human_approval";
}

function checkProducts({ products }: Evidence): Check {
  const check = { code: "quoted_products", label: "Quoted products", category: "readiness" } as const;
  const unsold = products.filter(({ isSold }) => !isSold).map(({ productId }) => productId);
  if (unsold.length === 0) return { ...check, status: "pass", detail: "every product is sold here" };
  return { ...check, status: "warn", detail: `not sold here any more: ${unsold.join(", ")}` };
}

function checkAdvertiser({ operatorDomain, brandDomain }: Evidence): Check {
  const check = { code: "advertiser_evidence", label: "Advertiser", category: "brand_brief" } as const;
  const said = [...(brandDomain ? [`for ${brandDomain}`] : []), ...(operatorDomain ? [`by ${operatorDomain}`] : [])];
  if (said.length > 0) return { ...check, status: "pass", detail: `bought ${said.join(" ")}` };
  return { ...check, status: "warn", detail: "the buyer names neither a brand nor an operator" };
}

function checkPolicy({ products, terms }: Evidence): Check {
  const check = { code: "acceptance_policy", label: "Acceptance policy", category: "policy_safety" } as const;
  const { blocks, reviews, refusedAs, reviewedAs, acceptancePolicyVersion: version } = terms;
  const ids = products.map(({ productId }) => productId);
  const blocked = [refusedAs ?? [], ids.filter((id) => blocks.products.has(id))].flat();
  if (blocked.length > 0)
    return { ...check, status: "fail", detail: `the acceptance policy blocks ${blocked.join(", ")}` };
  const reviewed = [
    reviewedAs === "all" ? "every buyer" : (reviewedAs ?? []),
    reviews.products.has("all") ? "every product" : ids.filter((id) => reviews.products.has(id)),
  ].flat();
  if (reviewed.length > 0)
    return {
      ...check,
      status: "warn",
      detail: `the acceptance policy requires a person to review ${reviewed.join(", ")}`,
    };
  const detail = version === null ? "no acceptance policy is active" : `version ${version} names nothing of it`;
  return { ...check, status: "pass", detail };
}
