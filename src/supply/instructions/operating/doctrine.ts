export type AdoptedVariant = "premium_scarcity_house" | "volume_partner" | "consultative";

/** When a brief is pitched to in full, when it is countered, and when it is passed on. */
export interface Thresholds {
  /** The share of what a brief asks for that must be there before it is pitched to in full, from 0 to 1. */
  readonly minimumCategoryFit: number;
  /** How far below that a brief is still countered, from 0 (never) to 1 (always). */
  readonly counterAppetite: number;
  /** What is done where the buyer states a budget and nothing can be priced against it. */
  readonly floorPosture: "hold_floor" | "flex_floor";
}

export interface Doctrine {
  readonly variant: "house_default" | AdoptedVariant | "custom";
  readonly thresholds: Thresholds;
  readonly isDefault: boolean;
}

/** Pitches to every brief that anything fits, which is what there is without a doctrine. */
const HOUSE_DEFAULT: Thresholds = { minimumCategoryFit: 0, counterAppetite: 1, floorPosture: "flex_floor" };

/** The contract names the variants and describes them; the numbers are ours. */
export const VARIANTS: Readonly<Record<AdoptedVariant, Thresholds>> = {
  premium_scarcity_house: { minimumCategoryFit: 0.75, counterAppetite: 0.25, floorPosture: "hold_floor" },
  volume_partner: { minimumCategoryFit: 0.25, counterAppetite: 0.9, floorPosture: "flex_floor" },
  consultative: { minimumCategoryFit: 0.5, counterAppetite: 0.75, floorPosture: "flex_floor" },
};

/** Always an answer: a version without thresholds reads as the default. A variant is known by its numbers, not by its name. */
export function doctrineOf(thresholds: Thresholds | null): Doctrine {
  if (!thresholds) return { variant: "house_default", thresholds: HOUSE_DEFAULT, isDefault: true };
  const adopted = Object.entries(VARIANTS) as [AdoptedVariant, Thresholds][];
  const [variant = "custom"] = adopted.find(([, numbers]) => isSame(numbers, thresholds)) ?? [];
  return { variant, thresholds, isDefault: false };
}

function isSame(a: Thresholds, b: Thresholds): boolean {
  return (
    a.minimumCategoryFit === b.minimumCategoryFit &&
    a.counterAppetite === b.counterAppetite &&
    a.floorPosture === b.floorPosture
  );
}
