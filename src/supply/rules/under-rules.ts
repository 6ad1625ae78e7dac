import { type Candidate, matches } from "./match-product.ts";
import type { PriceFloor, ProductRule } from "./product-rule.ts";

/** Why a buyer is not shown a product, for the operator. */
export interface Exclusion {
  readonly productId: string;
  readonly by: "acceptance_policy" | "product_rules" | "product_count" | "operating_instructions";
  /** Null if the reason is the policy or a count, or if several include rules leave it out. */
  readonly ruleId: string | null;
  readonly reason: string;
}

/** An offered product, with its names in the rules and its price floors. */
export interface CandidateWithRules extends Candidate {
  readonly floors: readonly PriceFloor[];
}

/** The products that the rules allow, in their original order, and why the others are excluded. */
export function underRules(
  candidates: readonly Candidate[],
  rules: readonly ProductRule[],
): { readonly products: readonly CandidateWithRules[]; readonly exclusions: readonly Exclusion[] } {
  const products: CandidateWithRules[] = [];
  const exclusions: Exclusion[] = [];
  for (const candidate of candidates) {
    const exclusion = exclusionOf(candidate, rules);
    if (exclusion) exclusions.push(exclusion);
    else products.push({ ...renamed(candidate, rules), floors: floorsOf(candidate, rules) });
  }
  return { products, exclusions };
}

function exclusionOf(candidate: Candidate, rules: readonly ProductRule[]): Exclusion | undefined {
  const { productId } = candidate.product;
  const excluding = rules.find((rule) => rule.kind === "exclude" && matches(rule.match, candidate));
  if (excluding)
    return { productId, by: "product_rules", ruleId: excluding.ruleId, reason: "an exclude rule names it" };
  const including = rules.filter((rule) => rule.kind === "include");
  if (including.length === 0 || including.some(({ match }) => matches(match, candidate))) return undefined;
  const [only] = including.length === 1 ? including : [];
  return { productId, by: "product_rules", ruleId: only?.ruleId ?? null, reason: "no include rule names it" };
}

function renamed(candidate: Candidate, rules: readonly ProductRule[]): Candidate {
  const rule = rules.find((one) => one.kind === "rename" && matches(one.match, candidate));
  if (rule?.kind !== "rename") return candidate;
  const { name = candidate.product.name, description = candidate.product.description } = rule;
  return { ...candidate, product: { ...candidate.product, name, description } };
}

function floorsOf(candidate: Candidate, rules: readonly ProductRule[]): PriceFloor[] {
  return rules.filter((rule) => rule.kind === "price_floor").filter(({ match }) => matches(match, candidate));
}
