export type AdoptedVariant = "premium_scarcity_house" | "volume_partner" | "consultative";

/** The thresholds at which a brief is pitched to in full, countered, or passed on. */
export interface Thresholds {
  /** The share of a brief's requirements, from 0 to 1, that must be met for it to be pitched to in full. */
  readonly minimumCategoryFit: number;
  /** How far below that threshold a brief is still countered, from 0 (never) to 1 (always). */
  readonly counterAppetite: number;
  /** What to do if the buyer states a budget and nothing has a price to compare with it. */
  readonly floorPosture: "hold_floor" | "flex_floor";
}

export interface Doctrine {
  readonly variant: "house_default" | AdoptedVariant | "custom";
  readonly thresholds: Thresholds;
  readonly isDefault: boolean;
}

/** Pitches to every brief that anything fits, which is also what happens without a doctrine. */
const HOUSE_DEFAULT: Thresholds = { minimumCategoryFit: 0, counterAppetite: 1, floorPosture: "flex_floor" };

/** The contract names the variants and describes them; the numbers are ours. */
export const VARIANTS: Readonly<Record<AdoptedVariant, Thresholds>> = {
  premium_scarcity_house: { minimumCategoryFit: 0.75, counterAppetite: 0.25, floorPosture: "hold_floor" },
  volume_partner: { minimumCategoryFit: 0.25, counterAppetite: 0.9, floorPosture: "flex_floor" },
  consultative: { minimumCategoryFit: 0.5, counterAppetite: 0.75, floorPosture: "flex_floor" },
};

/** A version without thresholds gets the default doctrine. A variant is recognised by its numbers, not by its name. */
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
