import type { BriefReading } from "../brief/index.ts";
import { type Fit, fitOf, LEAST_SCORE } from "./fit.ts";
import { briefKindOf } from "./kinds.ts";
import { bestOf, type Unit } from "./units.ts";

/** What is only related to everything that a brief asks for is near, and no answer. */
const RELATED = 0.5;
/** Who names a trade does not mean another one, although both have owners and managers. */
const UNRELATED = 0.3;
/** Where hardly a word of the brief is unknown, what fits scores more than this; otherwise the unknown words may be what it fits. */
const CLEAR = 0.42;
const FEW_UNKNOWN = 3;
/** Of products whose worth is less, hardly one in four answers its brief. */
const LEAST_WORTH = 0.4;
/** More than half of the products of whose likelihood this is answer their brief, whatever else is missing. */
const LIKELY = 0.75;

/** Who somebody is at work, and not at what. */
const ROLES: ReadonlySet<string> = new Set([
  "topic:small-business",
  "topic:business",
  "audience:decision-makers",
  "topic:leadership",
  "audience:executives",
  "audience:entrepreneurs",
]);

/** When and where somebody advertises, and not what it is about. */
const MARGINAL: ReadonlySet<Unit["kind"]> = new Set(["season", "city"]);

/** What is known of a product beside a brief. */
export interface Standing {
  /** By the rules of `score.ts`. */
  readonly score: number;
  readonly likelihood: number;
  /** By the likelihood, less what the brief's prices, dates and preferences take from it. */
  readonly worth: number;
  /** In a medium that everybody sees. */
  readonly isMass: boolean;
  /** It is one of several things that the brief lists, or a model found more in it than the words do. */
  readonly isMeant: boolean;
}

/** Whether a product fits, by the rules and by how likely a person would say so. */
export function finalFitFor(units: readonly Unit[], reading: BriefReading) {
  const { isOpen, isToBusiness, isForMassMedia, ...kind } = briefKindOf(reading);
  // "Anything but podcasts" asks for whatever is left.
  const hasDemands = kind.hasDemands || units.length === 0;
  // A word that the lexicon does not know says little where it knows others: "pista" is where one skis, and where one dances.
  const all = units.map((_, index) => index);
  const meanings = all.filter((index) => units[index]?.kind !== "word");
  const isWellKnown = all.length - meanings.length <= FEW_UNKNOWN;
  // Every trade has its owners and managers. Who looks for hairdressers, and sells them furniture, does not look for who reads about
  // furniture; and who looks for collectors of stamps does not look for any hobby.
  const sought = meanings.filter(
    (index) => !units[index]?.isBesideSought && !units[index]?.isBroader && !ROLES.has(units[index]?.key ?? ""),
  );
  const telling = [sought, meanings, all].find(({ length }) => length > 0) ?? [];
  // "Radio in Ireland": what meets all that is demanded answers it, however little is known of it. "Podcasts in Cork" may run there.
  const isOfMediaAlone =
    (hasDemands || units.length === 0) &&
    (isOpen || meanings.every((index) => MARGINAL.has(units[index]?.kind ?? "word")));
  // "In the evening they show with their hands how big it was": what is known of such a brief is not what it is about.
  const isVague = !isWellKnown && meanings.length > 0 && meanings.every((index) => units[index]?.isBroad);
  return ({ score, likelihood, worth, isMass, isMeant }: Standing, shares: Float64Array): Fit => {
    const byScore = fitOf(score);
    if (byScore === "none") return "none";
    if (worth < LEAST_WORTH && !(isOfMediaAlone && score >= LEAST_SCORE.fair)) return "weak";
    const best = isMeant ? 1 : bestOf(telling, shares);
    const isOfOtherTrade = isToBusiness && telling === sought && best <= UNRELATED && !(isMass && isForMassMedia);
    if ((isVague && !isMeant) || isOfOtherTrade) return "weak";
    const isOnlyNear = likelihood < LIKELY && !hasDemands && best <= RELATED;
    const isUnclear = isWellKnown && score < CLEAR && !isMass;
    if (byScore === "fair") return isOnlyNear || isUnclear ? "weak" : "fair";
    // Who reads "strong" expects a score that is, and nobody one of 0.7 for a weak match.
    if (byScore === "weak") return worth >= LEAST_SCORE.strong && !isOnlyNear ? "fair" : "weak";
    const isStrong = likelihood >= LEAST_SCORE.strong && !(isOnlyNear && best <= UNRELATED);
    return isStrong ? "strong" : isOnlyNear ? "weak" : "fair";
  };
}
