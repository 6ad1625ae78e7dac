import type { BriefKind } from "../kinds.ts";
import type { OfferReading } from "../offer-reading.ts";
import { specificityOf } from "../specificity.ts";
import { bestOf, type Covers, type Unit } from "../units.ts";
import { focusFor } from "./focus.ts";

/**
 * What tells whether a person would call a product an answer to a brief. The weights of these are learned from graded briefs
 * (`test/judge/learn-weights.ts`); each is between 0 and 1, or a little above.
 */
export const EVIDENCE = [
  /** How well it meets what the brief names, by the rules of `score.ts`, and what else it is about. */
  "met",
  /** How alike the brief and the product are as wholes. */
  "focus",
  /** How many words of the brief it repeats. */
  "echoed",
  /** The best met of what the brief names. */
  "best",
  /** The same, by how much the name says. */
  "bestSpecific",
  /** People whom the brief names. */
  "people",
  /** Places that it names. */
  "local",
  /** The brief demands a channel, a place, a language or a price, all of which the product has. */
  "demands",
  /** It is in a medium that everybody sees, which is right for what the brief demands. */
  "rightMedium",
  /** The brief seeks people at work. */
  "toBusiness",
  /** The product is for people at work. */
  "isTrade",
] as const;

export type Evidence = Readonly<Record<(typeof EVIDENCE)[number], number>>;

/** How much of the product's place depends on the rest of what it is about. */
const FOCUS = 0.25;
/** Of a product that does not say what it is about. */
const HALF = 0.5;
/** Each word in common, up to a limit: what a planner and a publisher call alike is rarely another thing. */
const SHARED_WORD = 0.06;
export const MOST_SHARED = 4;

/** Weighs what the covers hold of a product. */
export function evidenceFor(units: readonly Unit[], brief: BriefKind) {
  const focusOn = focusFor(brief.isOpen ? [] : units);
  const meanings = units.flatMap(({ key, kind }, index) => (kind === "word" || key === null ? [] : [{ index, key }]));
  const specificities = units.map(({ key, isBroad }) => (key === null ? 0 : specificityOf(key) * (isBroad ? HALF : 1)));
  const of = (kind: Unit["kind"]) => units.flatMap((unit, index) => (unit.kind === kind ? [index] : []));
  const [people, cities, words] = [of("audience"), of("city"), of("word")];
  return (score: number, { shares }: Covers, reading: OfferReading, echoed: number, isMass: boolean): Evidence => {
    const focus = focusOn(reading);
    let shared = echoed;
    for (const index of words) if ((shares[index] ?? 0) > 0) shared++;
    let [best, bestSpecific] = [0, 0];
    for (const { index } of meanings) {
      const share = shares[index] ?? 0;
      best = Math.max(best, share);
      bestSpecific = Math.max(bestSpecific, share * (specificities[index] ?? 0));
    }
    return {
      met: score * (focus === undefined ? 1 : 1 + FOCUS * (focus - HALF)) + SHARED_WORD * Math.min(MOST_SHARED, shared),
      focus: focus ?? 0,
      echoed: Math.min(MOST_SHARED, echoed) / MOST_SHARED,
      best,
      bestSpecific,
      people: bestOf(people, shares),
      local: bestOf(cities, shares),
      demands: brief.hasDemands ? 1 : 0,
      rightMedium: brief.isForMassMedia && isMass ? 1 : 0,
      toBusiness: brief.isToBusiness ? 1 : 0,
      isTrade: reading.isTrade ? 1 : 0,
    };
  };
}
