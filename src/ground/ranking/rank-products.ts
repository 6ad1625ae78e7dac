import { type BriefReading, type Chip, readBrief } from "../brief/index.ts";
import { ceilingFactorFor, rateIn } from "./cost.ts";
import { type Demands, demandsOf, refusalOf, unmetBy } from "./demands.ts";
import { reasonsFor } from "./explain.ts";
import { finalFitFor, type Standing } from "./final-fit.ts";
import { type Finders, findersOf } from "./finders.ts";
import { type Fit, fitOf, isFitting, LEAST_SCORE, shownScore } from "./fit.ts";
import { type BriefKind, briefKindOf, isMassMedium } from "./kinds.ts";
import { MOST_SHARED } from "./likelihood/evidence.ts";
import { likelihoodFor, type Observe } from "./likelihood/likelihood.ts";
import { pairsFor } from "./likelihood/pairs.ts";
import { type Offer, type OfferReading, readOffer, recall } from "./offer-reading.ts";
import { type Mentioned, passingFor } from "./offers/passing.ts";
import { type MarkedWord, marked, weightOf } from "./offers/word-marks.ts";
import { HOW, type How, orderOf, type Standings, standingsOf } from "./order.ts";
import { preferencesOf } from "./preferences.ts";
import { scorerFor } from "./score.ts";
import { seasonFactorFor } from "./times.ts";
import { type Covers, coversOf, fillCovers, type Unit, unitsOf, type WordShares, wordSharesOf } from "./units.ts";

/** How well a product fits the brief, and the reasons. */
export interface Relevance {
  /** 0 to 1, whatever else is on offer; of near-equal products of one publisher the later ones have a little less. */
  readonly score: number;
  readonly fit: Fit;
  /** What the product has of the brief, in the brief's words and order. */
  readonly matchedTerms: readonly string[];
  readonly why: string;
}

export type Ranked<Item> = Item & { readonly relevance: Relevance | null };

/** The version of the ranking: a run that records it, with the reading's version, can be ranked again unchanged. */
export const RANKING_VERSION = "19";

export interface RankingOptions {
  /** The reading of the brief, if somebody corrected it. */
  readonly reading?: BriefReading;
  /** How close an offer is to the brief by a model's vectors, from 0 to 1; undefined if there are none. */
  readonly nearness?: (offer: Offer) => number | undefined;
  /** Products that break a requirement of the brief come after those that meet all; for callers that do not filter. */
  readonly heedsDemands?: boolean;
  /** For an offer that currently cannot be bought. */
  readonly isOutOfReach?: (offer: Offer) => boolean;
  /** Is told what is known of each offer, by its place, that may fit: weights are learned from it. */
  readonly observe?: Observe;
}

/**
 * Best match first. The same offers get the same order and the same scores in whatever order they arrive, and a score
 * does not depend on the other offers. Without a brief the offers are unchanged.
 */
export async function rankProducts<Item extends Offer>(
  offers: readonly Item[],
  brief: string | undefined,
  options: RankingOptions = {},
): Promise<Ranked<Item>[]> {
  const reading = options.reading ?? readBrief(brief ?? "");
  const units = unitsOf(reading, brief ?? "");
  if (units.length === 0 && reading.chips.length === 0) return offers.map((offer) => ({ ...offer, relevance: null }));
  const readings = await readOffers(offers);
  const wordShares = wordSharesOf(units, readings);
  const weighed = weighWords(units, wordShares);
  const ranking = { weighed, wordShares, finders: findersOf(weighed), readings };
  const standings = standingsFor(offers, reading, ranking, { brief: brief ?? "", ...options });
  const order = orderOf(standings, offers);
  const relevanceAt = relevanceFor(offers, reading, ranking, standings);
  return Array.from(order, (place) => ({ ...(offers[place] as Item), relevance: relevanceAt(place) }));
}

/** The brief's units, and what is known of the offers in their order. */
interface Ranking {
  readonly weighed: readonly Unit[];
  readonly wordShares: WordShares;
  readonly finders: Finders;
  readonly readings: readonly OfferReading[];
}

function standingsFor(
  offers: readonly Offer[],
  reading: BriefReading,
  { weighed, wordShares, finders, readings }: Ranking,
  { brief, nearness, heedsDemands, isOutOfReach, observe }: RankingOptions & { readonly brief: string },
): Standings {
  const standings = standingsOf(offers, brief);
  const kind = briefKindOf(reading);
  const covers = coversOf(weighed);
  const scorer = scorerFor(weighed, kind);
  const likelihoodAt = likelihoodFor(weighed, kind, observe);
  const isPaired = pairsFor(reading, weighed);
  const judge = judgeFor(weighed, reading, kind, finders);
  const demands = demandsOf(reading);
  const isOut = refusalOf(demands);
  const scalingOf = scalingFor(offers, reading, demands, heedsDemands ?? false);
  const echoedIn = echoesFor(reading);
  offers.forEach((offer, place) => {
    const read = readings[place] ?? readOffer(offer);
    // What a brief excludes by its subject never fits it, even if it was not filtered out.
    if (isOut(read)) return;
    fillCovers(covers, finders, read, wordShares, place);
    const isPair = isPaired(offer, covers.shares);
    const byWords = Math.max(scorer(offer, read, covers), isPair ? PAIRED : 0);
    const nearBy = nearness?.(offer);
    const raw = withModel(byWords, nearBy);
    if (raw <= 0) return;
    const echoed = echoedIn(read);
    const echo = 1 + ECHO * Math.min(MOST_ECHOED, echoed);
    const scaled = scalingOf(offer, read, place);
    const score = scaled(raw * echo);
    const reach = isOutOfReach?.(offer) ? OUT_OF_REACH : 1;
    standings.worths[place] = score * reach;
    const isNone = fitOf(score) === "none";
    // What does not fit is not made to by what decides between those that do.
    if (isNone && observe === undefined) return;
    const isMass = isMassMedium(offer);
    const byEvidence = likelihoodAt(place, byWords * echo, covers, read, echoed, isMass);
    if (isNone) return;
    const likelihood = withModel(isPair ? Math.max(byEvidence, PAIRED) : byEvidence, nearBy);
    const worth = Math.max(LEAST_SCORE.weak, scaled(likelihood)) * reach;
    const isNear = raw > byWords;
    const standing = { score, likelihood, worth, isMass, isMeant: isNear || isPair, echoed };
    const { fit, isInPassing } = judge(read, standing, covers);
    standings.worths[place] = fit === "weak" ? belowFair(worth) : worth;
    standings.fits[place] = FITS.indexOf(fit);
    standings.hows[place] = isNear ? HOW.byModel : isInPassing ? HOW.inPassing : HOW.said;
  });
  return standings;
}

/** Whether a product fits; what its text only says in passing is a weak match. */
function judgeFor(weighed: readonly Unit[], reading: BriefReading, kind: BriefKind, finders: Finders) {
  const finalFit = finalFitFor(weighed, reading);
  const isPassing = passingFor(weighed, kind, finders);
  return (
    read: OfferReading,
    standing: Standing & Mentioned,
    { shares }: Covers,
  ): { fit: Fit; isInPassing: boolean } => {
    const fit = finalFit(standing, shares);
    const isInPassing = isFitting(fit) && isPassing(read, standing);
    return { fit: isInPassing ? "weak" : fit, isInPassing };
  };
}

/** By whether a product is what a brief would like, what it costs, when it runs, the words that the brief refuses, and whether it meets what is demanded. */
function scalingFor(offers: readonly Offer[], reading: BriefReading, demands: Demands, heedsDemands: boolean) {
  const criteria = preferencesOf(reading);
  const ceilingFactor = ceilingFactorFor(demands.maxCpm);
  const seasonFactor = seasonFactorFor(reading.chips);
  const shunned = reading.terms.filter(({ isRefused }) => isRefused).map(({ stem }) => marked(stem));
  const cheapness = cheapnessOf(offers, reading.chips);
  return (offer: Offer, read: OfferReading, place: number) => {
    const factor =
      criteria(offer, read) * ceilingFactor(offer.product) * seasonFactor(offer, read) * shunFactor(read, shunned);
    const kept = heedsDemands && unmetBy(offer, demands).length > 0 ? BROKEN : 1;
    const cheap = cheapness[place] ?? 0;
    return (value: number): number => (value * factor + cheap) * kept;
  };
}

/** In the order of their numbers. */
const FITS: readonly Fit[] = ["none", "weak", "fair", "strong"];

/** Whoever reads a score expects that what fits has more than what does not. */
function belowFair(worth: number): number {
  return Math.min(worth, LEAST_SCORE.fair - BELOW_FAIR * (1 - worth));
}

const BELOW_FAIR = 0.04;

/** With more unread products than this, other requests are served in between. */
const CHUNK = 100;

/** What products say of themselves. Kept, so that whoever knows them before they are ranked may have them read then. */
export async function readOffers(offers: readonly Offer[]): Promise<OfferReading[]> {
  const readings: OfferReading[] = [];
  let fresh = 0;
  for (const offer of offers) {
    const known = recall(offer);
    readings.push(known ?? readOffer(offer));
    if (!known && ++fresh % CHUNK === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  return readings;
}

/**
 * A word that no product contains asks for something that is not available, or is filler: it counts little either way.
 */
const NOWHERE = 0.35;
/** A word that most products contain is not distinctive. */
const COMMON = 0.5;
/** A word that few products contain is very distinctive. */
const RARE = 0.04;
const TELLING = 1.5;

function weighWords(units: readonly Unit[], wordShares: WordShares): Unit[] {
  const weighed = [...units];
  for (const { unit: index, of: shares } of wordShares) {
    const unit = units[index];
    if (!unit || shares.length < 2) continue;
    let having = 0;
    for (const share of shares) if (share > 0) having++;
    weighed[index] = { ...unit, weight: unit.weight * tellingOf(having / shares.length) };
  }
  return weighed;
}

function tellingOf(share: number): number {
  if (share === 0 || share > COMMON) return NOWHERE;
  return share < RARE ? TELLING : 1;
}

/** A model finds what words do not: it adds to what the words leave open. */
const MODEL = 0.75;

function withModel(score: number, nearness: number | undefined): number {
  return nearness === undefined ? score : Math.max(score, score * (1 - MODEL) + MODEL * nearness);
}

/** A product that is one of the things a brief lists is an answer to it, however little it has of the others. */
const PAIRED = 0.5;

/** The factor for a product with a refused word that the lexicon does not know: it may not be about it. */
const SHUNNED = 0.4;

function shunFactor(read: OfferReading, shunned: readonly MarkedWord[]): number {
  return shunned.some((word) => weightOf(read, word) !== undefined) ? SHUNNED : 1;
}

/** What is said in the brief's own words is nearer than what is said in others: for each word, and for so many of them. */
const ECHO = 0.05;
const MOST_ECHOED = 2;

function echoesFor({ terms }: BriefReading) {
  const said = terms.filter(({ isKnown, isRefused }) => isKnown && !isRefused).map(({ stem }) => marked(stem));
  return (read: OfferReading): number => {
    let echoed = 0;
    for (const word of said) if (weightOf(read, word) !== undefined && ++echoed === MOST_SHARED) break;
    return echoed;
  };
}

const CHEAP = 0.06;

/** If the brief wants low prices: the cheaper within its currency, the more. */
function cheapnessOf(offers: readonly Offer[], chips: readonly Chip[]): readonly number[] {
  if (!chips.some(({ kind }) => kind === "cheap")) return [];
  const rates = offers.map(({ product }) => rateIn(product));
  const ofCurrency = Map.groupBy(
    rates.filter((rate) => rate !== null),
    ({ currency }) => currency,
  );
  const dearestFirst = new Map(
    [...ofCurrency].map(([currency, same]) => [currency, same.map(({ amount }) => amount).sort((x, y) => y - x)]),
  );
  return rates.map((rate) => {
    const peers = (rate && dearestFirst.get(rate.currency)) ?? [];
    if (!rate || peers.length < 2) return 0;
    return (CHEAP * countAbove(peers, rate.amount)) / peers.length;
  });
}

/** How many of the descending amounts are greater. */
function countAbove(amounts: readonly number[], amount: number): number {
  let [from, to] = [0, amounts.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((amounts[middle] ?? 0) > amount) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** A product that breaks a requirement is a weak match at most. */
const BROKEN = 0.25;
/** What cannot be bought is ranked below what can. */
const OUT_OF_REACH = 0.75;
function relevanceFor(
  offers: readonly Offer[],
  reading: BriefReading,
  { weighed, wordShares, finders, readings }: Ranking,
  { fits, orders, hows }: Standings,
): (place: number) => Relevance {
  const reasons = reasonsFor(weighed, reading.chips);
  const covers = coversOf(weighed);
  return (place) => {
    const offer = offers[place] as Offer;
    const fit = FITS[fits[place] ?? 0] ?? "none";
    const order = orders[place] ?? 0;
    // A product that does not fit must not seem to.
    if (fit === "none") {
      const why = reasons.why("none", null, offer, HOW.said);
      return { score: shownScore(Math.min(order, LEAST_SCORE.weak)), fit: "none", matchedTerms: [], why };
    }
    fillCovers(covers, finders, readings[place] ?? readOffer(offer), wordShares, place);
    const why = reasons.why(fit, covers, offer, hows[place] as How);
    return { score: shownScore(order), fit, matchedTerms: reasons.terms(covers), why };
  };
}
