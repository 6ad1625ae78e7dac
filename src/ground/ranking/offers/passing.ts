import type { Finders } from "../finders.ts";
import type { BriefKind } from "../kinds.ts";
import type { OfferReading } from "../offer-reading.ts";
import type { Unit } from "../units.ts";
import { EACH } from "./meaning-pages.ts";

/** How near a meaning must be to what is asked for. */
const NEAR = 0.5;
/** Most of what is worth more is an answer, however its text says so. */
const LIKELY = 0.8;

/** What is known of a product beside a brief. */
export interface Mentioned {
  readonly worth: number;
  readonly isMass: boolean;
  readonly isMeant: boolean;
  /** So many words of the brief are in its text. */
  readonly echoed: number;
}

/**
 * Whether a product's text, which says much, says what a brief asks for in one place alone, and in other words than the brief: "mud, pies
 * and promotion races" is no baking.
 */
export function passingFor(
  units: readonly Unit[],
  { isOpen, isForMassMedia }: Pick<BriefKind, "isOpen" | "isForMassMedia">,
  { starts, nearness }: Finders,
): (reading: Pick<OfferReading, "meanings" | "saysMuch">, standing: Mentioned) => boolean {
  const hasSubject = !isOpen && units.some(({ kind }) => kind === "topic" || kind === "audience");
  return ({ meanings: { page, start, end }, saysMuch }, { worth, isMass, isMeant, echoed }) => {
    if (!hasSubject || !saysMuch || worth >= LIKELY || isMeant || echoed > 0 || (isMass && isForMassMedia))
      return false;
    let places = 0;
    for (let at = start; at < end; at += EACH) {
      const meaning = page[at] ?? 0;
      const last = starts[meaning + 1] ?? 0;
      for (let found = starts[meaning] ?? 0; found < last; found++)
        if ((nearness[found] ?? 0) >= NEAR) places |= page[at + 2] ?? 0;
    }
    // One bit at most.
    return (places & (places - 1)) === 0;
  };
}
