export { appliesTo, type Candidate } from "./match-product.ts";
export type { Bundle, PriceFloor, ProductRule, RulesVersion } from "./product-rule.ts";
export { type RateCard, rulesOfRateCard } from "./rate-card-rules.ts";
export { RulesInput } from "./schema.ts";
export { findActiveRules, findRulesVersion } from "./store.ts";
export { type CandidateWithRules, type Exclusion, underRules } from "./under-rules.ts";
