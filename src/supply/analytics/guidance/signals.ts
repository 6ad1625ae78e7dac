import type { Totals } from "../payload/totals.ts";
import type { Posture } from "../posture/posture.ts";
import { priceCostsDeals, type Rates } from "../posture/select-posture.ts";
import { RULES } from "../rules.ts";
import { comparable, wilson } from "../statistics.ts";
import { averageText, byPriority, type Evidence, evidence, type Priority, percentText } from "./evidence.ts";

export interface StrategySignal {
  readonly id: string;
  readonly priority: Priority;
  readonly label: string;
  readonly detail: string;
  readonly posture: Posture;
  readonly evidence: readonly Evidence[];
}

/** The input of the signals: the window's counters, and the default for when they show nothing. */
export interface Reading {
  readonly totals: Totals;
  readonly rates: Rates;
  readonly repeatBuyers: number;
  readonly windowPosture: Posture | null;
  readonly learnedDefault: Posture | null;
}

const { signals: LIMITS, posture: POSTURE } = RULES;

/** What the window shows about how the storefront sells, the most urgent first. */
export function strategySignals(reading: Reading): StrategySignal[] {
  if (reading.totals.runs < LIMITS.minRuns) return [insufficientHistory(reading)];
  const all = [
    ...priceSignals(reading),
    ...packagingSignals(reading),
    ...asksSignals(reading),
    ...winRateSignals(reading),
    ...selectionSignals(reading),
    ...deliverySignals(reading),
    ...demandSignals(reading),
  ];
  return byPriority(all);
}

function insufficientHistory({ totals, learnedDefault }: Reading): StrategySignal {
  return {
    id: "insufficient_history",
    priority: "low",
    label: "Not enough history",
    detail: `Fewer than ${LIMITS.minRuns} recent runs; the fallback posture applies.`,
    posture: learnedDefault ?? "direct_fit",
    evidence: evidence(["Runs", totals.runs], ["Runs needed", LIMITS.minRuns]),
  };
}

/** Whether buyers that object to the price book clearly less often than others. */
function priceResists({ priceBookedRuns }: Totals, { price, nonPrice }: Rates): boolean {
  return price < comparable(nonPrice - POSTURE.holdTolerance) || priceBookedRuns === 0;
}

function priceSignals({ totals, rates }: Reading): StrategySignal[] {
  const { priceRuns: p, priceBookedRuns: pb } = totals;
  if (p < POSTURE.minSignal.window) return [];
  const reported = evidence(["Price-objection runs", p], ["Booked", pb], ["Conversion", percentText(pb, p)]);
  if (!priceResists(totals, rates))
    return [
      {
        id: "price_objections_book",
        priority: "medium",
        label: "Price objections still book",
        detail: "Runs with a price objection book about as often as the others; hold the price.",
        posture: "hold_value",
        evidence: reported,
      },
    ];
  const isWide = comparable(rates.nonPrice - rates.price) >= POSTURE.priceFirstGap;
  return [
    {
      id: "price_objections_lose",
      priority: isWide ? "high" : "medium",
      label: "Price objections lose deals",
      detail: "Runs with a price objection book less often than the others.",
      posture: priceCostsDeals(totals, rates) ? "price_first" : "value_preserving_compromise",
      evidence: reported,
    },
  ];
}

function packagingSignals({ totals, rates }: Reading): StrategySignal[] {
  const { packagingRuns: k, packagingBookedRuns: kb } = totals;
  if (k < POSTURE.minSignal.window) return [];
  const reported = evidence(["Packaging-ask runs", k], ["Booked", kb], ["Conversion", percentText(kb, k)]);
  const stalls = rates.pack < rates.nonPack;
  return [
    {
      id: stalls ? "packaging_asks_stall" : "packaging_asks_convert",
      priority: stalls ? "medium" : "low",
      label: stalls ? "Packaging asks stall" : "Packaging asks lead to bookings",
      detail: stalls
        ? "Buyers that ask for other packages book less often; offer tiers."
        : "Buyers that ask for other packages book at least as often; keep offering tiers.",
      posture: "tradeoff_ladder",
      evidence: reported,
    },
  ];
}

function asksSignals({ totals, rates }: Reading): StrategySignal[] {
  const { askRuns: a, askBookedRuns: ab } = totals;
  const lift = comparable(rates.ask - rates.nonAsk);
  if (a < POSTURE.minSignal.window || lift < LIMITS.askLift) return [];
  return [
    {
      id: "asks_convert",
      priority: "medium",
      label: "Asks lead to bookings",
      detail: "Buyers that negotiate book more often; answer asks quickly.",
      posture: "value_preserving_compromise",
      evidence: evidence(["Ask runs", a], ["Conversion", percentText(ab, a)]),
    },
  ];
}

function winRateSignals({ totals }: Reading): StrategySignal[] {
  const { runs: n, bookedRuns: b } = totals;
  if (n < LIMITS.strongMinRuns) return [];
  const reported = evidence(["Win rate", percentText(b, n)], ["Runs", n]);
  const { lower, upper } = wilson(b, n);
  const strong: StrategySignal = {
    id: "strong_win_rate",
    priority: "medium",
    label: "Strong win rate",
    detail: "Buyers book often enough at these terms; protect them.",
    posture: "hold_value",
    evidence: reported,
  };
  const weak: StrategySignal = {
    id: "weak_win_rate",
    priority: "high",
    label: "Weak win rate",
    detail: "Few runs lead to a booking; offer something in return for commitment.",
    posture: "value_preserving_compromise",
    evidence: reported,
  };
  return [...(lower >= POSTURE.strongWinLower ? [strong] : []), ...(upper <= LIMITS.weakWinUpper ? [weak] : [])];
}

/** How many more products an unbooked run showed than a booked one; null if there are too few runs of either kind to tell. */
function selectionGap({ runs, bookedRuns, shownProducts, shownOnBooked }: Totals): number | null {
  const unbooked = runs - bookedRuns;
  if (bookedRuns < LIMITS.selectionMinRuns || unbooked < LIMITS.selectionMinRuns) return null;
  return comparable((shownProducts - shownOnBooked) / unbooked - shownOnBooked / bookedRuns);
}

export function selectionEvidence({ runs, bookedRuns, shownProducts, shownOnBooked }: Totals): Evidence[] {
  return evidence(
    ["Products, booked runs", averageText(shownOnBooked, bookedRuns)],
    ["Products, unbooked runs", averageText(shownProducts - shownOnBooked, runs - bookedRuns)],
  );
}

export function showsTooMany(totals: Totals): boolean {
  return (selectionGap(totals) ?? 0) >= LIMITS.selectionGap;
}

function selectionSignals({ totals }: Reading): StrategySignal[] {
  if (showsTooMany(totals))
    return [
      {
        id: "focused_sets_win",
        priority: "medium",
        label: "Shorter answers win",
        detail: "Booked runs showed clearly fewer products than unbooked runs.",
        posture: "direct_fit",
        evidence: selectionEvidence(totals),
      },
    ];
  if (-(selectionGap(totals) ?? 0) < LIMITS.selectionGap) return [];
  return [
    {
      id: "broader_sets_win",
      priority: "low",
      label: "Broader answers win",
      detail: "Booked runs showed clearly more products than unbooked runs.",
      posture: "tradeoff_ladder",
      evidence: selectionEvidence(totals),
    },
  ];
}

function deliverySignals({ totals, windowPosture, learnedDefault }: Reading): StrategySignal[] {
  const { bookedBuys, deliveryReports } = totals;
  if (bookedBuys < LIMITS.deliveryMinBuys || comparable(deliveryReports / bookedBuys) >= LIMITS.deliveryRate) return [];
  return [
    {
      id: "delivery_gap",
      priority: "medium",
      label: "Delivery not reported",
      detail: "Many booked buys have no delivery report yet.",
      posture: windowPosture ?? learnedDefault ?? "direct_fit",
      evidence: evidence(["Booked media buys", bookedBuys], ["Delivery reports", deliveryReports]),
    },
  ];
}

function demandSignals({ totals, repeatBuyers }: Reading): StrategySignal[] {
  const { runs, wholesaleRuns } = totals;
  const repeat: StrategySignal = {
    id: "repeat_demand",
    priority: "low",
    label: "Repeat buyers",
    detail: "Several buyers come back; protect the price level with them.",
    posture: "hold_value",
    evidence: evidence(["Repeat buyers", repeatBuyers]),
  };
  const wholesale: StrategySignal = {
    id: "wholesale_dominant",
    priority: "low",
    label: "Mostly wholesale",
    detail: "Most runs ask for the catalogue as it is; keep it whole and its rate card current.",
    posture: "wholesale_mirror",
    evidence: evidence(["Wholesale runs", wholesaleRuns], ["Runs", runs]),
  };
  const { minSignal, shares } = POSTURE;
  const dominates = wholesaleRuns >= minSignal.window && comparable(wholesaleRuns / runs) >= shares.wholesale;
  return [...(repeatBuyers >= LIMITS.repeatBuyers ? [repeat] : []), ...(dominates ? [wholesale] : [])];
}
