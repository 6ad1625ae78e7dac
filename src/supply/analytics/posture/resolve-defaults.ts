import { RULES } from "../rules.ts";
import { GUIDANCE, type Posture } from "./posture.ts";

type DefaultSource =
  | "request_mode"
  | "buyer_note"
  | "operating_instructions"
  | "history_buyer"
  | "history_storefront"
  | "learned_default"
  | "house_default";

/** What somebody wrote down for a machine to apply; the rest of a note is for people. */
export interface Directive {
  readonly posture?: Posture | undefined;
  readonly targetProductCount?: number | undefined;
}

export interface HistoryCounts {
  readonly n: number;
  readonly b: number;
  readonly unbooked: number;
  /** The total number of products shown on booked runs. */
  readonly shownBooked: number;
}

export interface DefaultsInput {
  readonly buyingMode?: string | undefined;
  readonly buyerNote?: Directive | undefined;
  readonly instructions?: (Directive & { readonly floorPosture?: string | undefined }) | undefined;
  readonly buyerPosture?: Posture | null | undefined;
  readonly windowPosture?: Posture | null | undefined;
  readonly learnedDefault?: Posture | null | undefined;
  readonly history?: HistoryCounts | undefined;
}

interface Resolved<V> {
  readonly value: V;
  readonly source: DefaultSource;
}

/** The defaults for composing products, each with its origin. */
export interface CompositionDefaults {
  readonly posture: Resolved<Posture>;
  /** Null leaves the catalogue as it is. */
  readonly targetProductCount: Resolved<number | null>;
  readonly pricingGuidance: Resolved<string>;
  readonly packagingGuidance: Resolved<string>;
  readonly maxConcessionPercent: number;
}

/**
 * What people chose takes precedence over history, and the buyer's history over the storefront's. The doctrine's hard
 * limit is applied last, whoever made the choice.
 */
export function resolveDefaults(input: DefaultsInput): CompositionDefaults {
  const posture = underFloor(chosen(input), input);
  const { pricing, packaging, maxConcessionPercent } = GUIDANCE[posture.value];
  const { source } = posture;
  return {
    posture,
    targetProductCount: targetOf(input),
    pricingGuidance: { value: pricing, source },
    packagingGuidance: { value: packaging, source },
    maxConcessionPercent,
  };
}

function chosen(input: DefaultsInput): Resolved<Posture> {
  if (input.buyingMode === "wholesale") return { value: "wholesale_mirror", source: "request_mode" };
  const offered: readonly (readonly [Posture | null | undefined, DefaultSource])[] = [
    [input.buyerNote?.posture, "buyer_note"],
    [input.instructions?.posture, "operating_instructions"],
    [input.buyerPosture, "history_buyer"],
    [input.windowPosture, "history_storefront"],
    [input.learnedDefault, "learned_default"],
  ];
  for (const [value, source] of offered) if (value) return { value, source };
  return { value: "direct_fit", source: "house_default" };
}

function underFloor(posture: Resolved<Posture>, { instructions }: DefaultsInput): Resolved<Posture> {
  if (posture.value !== "price_first" || instructions?.floorPosture !== "hold_floor") return posture;
  return { value: "value_preserving_compromise", source: "operating_instructions" };
}

const { defaultProducts, minProducts, maxProducts, maxMove, strength, minRuns, minBooked, minUnbooked } =
  RULES.composition;

function targetOf({ buyingMode, buyerNote, instructions, history }: DefaultsInput): Resolved<number | null> {
  if (buyingMode === "wholesale") return { value: null, source: "request_mode" };
  if (buyerNote?.targetProductCount) return { value: buyerNote.targetProductCount, source: "buyer_note" };
  if (instructions?.targetProductCount)
    return { value: instructions.targetProductCount, source: "operating_instructions" };
  if (!history || history.n < minRuns || history.b < minBooked || history.unbooked < minUnbooked)
    return { value: defaultProducts, source: "house_default" };
  const learned = Math.floor((history.shownBooked + strength * defaultProducts) / (history.b + strength) + 0.5);
  const moved = Math.min(defaultProducts + maxMove, Math.max(defaultProducts - maxMove, learned));
  return { value: Math.min(maxProducts, Math.max(minProducts, moved)), source: "history_storefront" };
}
