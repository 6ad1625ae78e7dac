import { type BriefKind, isMassMedium } from "./kinds.ts";
import type { Offer, OfferReading } from "./offer-reading.ts";
import { bestOf, type Covers, type Unit } from "./units.ts";

/**
 * One requirement met completely counts more than several half met: briefs name several things, and no product is all
 * of them.
 */
const BEST = 0.55;
/** A product for everybody is for these people too. */
const FOR_ALL = 0.2;
/** A product without a description may fit; it cannot be judged. */
const SILENT = 0.15;
/** A product's audience and season, in addition to its subject. */
const PEOPLE = 0.2;
/** If an audience is reached completely, it is reached, whatever it reads, hears or sees. */
const PEOPLE_ALONE = 0.72;
const BROAD_PEOPLE_ALONE = 0.3;
/** A product sold in a city's region is acceptable for that city. */
const LOCAL_ALONE = 0.42;
/**
 * A brief that requires a channel or a place, and names no topic or says that none matters, is met by what fulfils the
 * requirements.
 */
const DEMANDS_ALONE = 0.55;
/** A mass medium, in the channel or at the place that the brief requires, is fair for what many buy. */
const RIGHT_MEDIUM = 0.36;
/** One that says what it is about, which is something else: behind those for everybody. */
const OTHER_SUBJECT = 0.345;
/** For a trade, or what few buy, it is near, and no answer. */
const RIGHT_PLACE = 0.28;
/** A brief to businesses excludes consumers, whatever they read about. */
const CONSUMERS = 0.5;

/** How well a product matches the units of a brief, from 0 to 1, regardless of other offers. */
export type Scorer = (offer: Offer, reading: OfferReading, covers: Covers) => number;

/** Parts that do not depend on the product are computed once per brief, because there are many products. */
export function scorerFor(units: readonly Unit[], brief: BriefKind): Scorer {
  const parts = (kinds: readonly Unit["kind"][]) =>
    units.flatMap(({ kind }, index) => (kinds.includes(kind) ? [index] : []));
  const topics = parts(["topic"]);
  const words = parts(["word"]);
  const subjects = topics.length > 0 ? [...topics, ...words] : [];
  const people = parts(["audience", "season", "city"]);
  const cities = parts(["city"]);
  const exact = people.filter((index) => units[index]?.kind === "audience" && !units[index]?.isBroad);
  // "Anything but podcasts": whatever is left answers it.
  const asksForNothing = units.length === 0;
  return (offer, reading, { shares }) => {
    const said = bestOf(words, shares);
    const about = topics.length > 0 ? joined(subjects, units, shares) : null;
    const side = joined(people, units, shares);
    const local = bestOf(cities, shares) * LOCAL_ALONE;
    const alone = Math.max(bestOf(exact, shares) * PEOPLE_ALONE, side * BROAD_PEOPLE_ALONE, local);
    let met = about === null ? Math.max(people.length > 0 ? side : 0, said * 0.8) : about;
    if (about !== null && people.length > 0)
      met = Math.max(about * (1 - PEOPLE) + PEOPLE * (side * 0.6 + about * 0.4), alone);
    if ((about === null || brief.isOpen) && (brief.hasDemands || asksForNothing))
      met = Math.max(met, DEMANDS_ALONE + 0.4 * Math.max(side, said, about ?? 0));
    if (brief.isToBusiness && !reading.isTrade) met *= CONSUMERS;
    return Math.min(1, Math.max(met, leastOf(offer, reading, brief)));
  };
}

function leastOf(offer: Offer, reading: OfferReading, brief: BriefKind): number {
  if ((brief.demandsChannel || brief.demandsPlace) && isMassMedium(offer))
    return brief.isForMassMedia ? (reading.isOfSubject ? OTHER_SUBJECT : RIGHT_MEDIUM) : RIGHT_PLACE;
  const { isForAll, meanings } = reading;
  return isForAll ? FOR_ALL : meanings.start === meanings.end ? SILENT : 0;
}

/** 0 if the brief has nothing of the kind. */
function joined(indexes: readonly number[], units: readonly Unit[], shares: Float64Array): number {
  let [best, heaviest, sum, weight] = [0, 0, 0, 0];
  for (const index of indexes) {
    const own = units[index]?.weight ?? 0;
    const met = own * (shares[index] ?? 0);
    if (own > heaviest) heaviest = own;
    if (met > best) best = met;
    sum += met;
    weight += own;
  }
  return weight === 0 ? 0 : BEST * (best / heaviest) + (1 - BEST) * (sum / weight);
}
