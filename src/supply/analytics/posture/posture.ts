/** The names are from seed 003; docs/decisions/0035 says what each does to an answer. */
export const POSTURES = [
  "direct_fit",
  "hold_value",
  "value_preserving_compromise",
  "tradeoff_ladder",
  "price_first",
  "wholesale_mirror",
] as const;
export type Posture = (typeof POSTURES)[number];

export function isPosture(text: string): text is Posture {
  return (POSTURES as readonly string[]).includes(text);
}

export interface PostureGuidance {
  readonly pricing: string;
  readonly packaging: string;
  /** The largest reduction of a price, in percent. */
  readonly maxConcessionPercent: number;
}

export const GUIDANCE: Readonly<Record<Posture, PostureGuidance>> = {
  direct_fit: { pricing: "list_price", packaging: "single_best_fit", maxConcessionPercent: 0 },
  hold_value: { pricing: "hold_with_value_evidence", packaging: "single_best_fit", maxConcessionPercent: 0 },
  value_preserving_compromise: {
    pricing: "conditional_concession",
    packaging: "add_value_or_flexibility",
    maxConcessionPercent: 5,
  },
  tradeoff_ladder: { pricing: "list_price_per_tier", packaging: "tiered_good_better_best", maxConcessionPercent: 0 },
  price_first: { pricing: "lead_with_entry_price", packaging: "modular_unbundled", maxConcessionPercent: 10 },
  wholesale_mirror: { pricing: "mirror_rate_card", packaging: "catalog_mirror", maxConcessionPercent: 0 },
};
