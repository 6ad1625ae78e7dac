import { DAY_MS } from "../../../ground/kernel/clock.ts";
import type { BuyerKey } from "../facts/fact.ts";
import type { BuyerSegment } from "../payload/buyers.ts";
import { isoOf } from "../payload/iso.ts";
import type { Totals } from "../payload/totals.ts";
import type { Rates } from "../posture/select-posture.ts";
import { RULES } from "../rules.ts";
import { comparable } from "../statistics.ts";
import { byPriority, type Evidence, evidence, moneyText, type Priority, percentText } from "./evidence.ts";
import { selectionEvidence, showsTooMany } from "./signals.ts";

export interface SellerRecommendation {
  readonly id: string;
  readonly priority: Priority;
  readonly kind: RecommendationKind;
  readonly title: string;
  readonly detail: string;
  readonly action: string;
  /** Null if the advice concerns all buyers. */
  readonly buyer: BuyerKey | null;
  readonly evidence: readonly Evidence[];
}

type RecommendationKind =
  | "protect_expand"
  | "prioritize_follow_up"
  | "packaging_friction"
  | "price_resistance"
  | "tighten_selection"
  | "learned_auto_approve";

export interface Recommendations {
  readonly asOf: Date;
  readonly totals: Totals;
  readonly rates: Rates;
  readonly buyers: readonly BuyerSegment[];
  readonly reportingCurrency: string;
  readonly autoApproved: ReadonlySet<number>;
}

const LIMITS = RULES.recommendations;

/** What a person could do about the findings. None of it happens automatically. */
export function sellerRecommendations(advised: Recommendations): SellerRecommendation[] {
  const buyers = advised.buyers.filter(({ isKnown }) => isKnown).toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const each = (rule: (segment: BuyerSegment, advised: Recommendations) => SellerRecommendation[]) =>
    buyers.flatMap((segment) => rule(segment, advised));
  const all = [
    ...each(protectAndExpand),
    ...each(followUp),
    ...packagingOfAll(advised),
    ...each(packagingOfBuyer),
    ...priceOfAll(advised),
    ...each(priceOfBuyer),
    ...tightenSelection(advised),
    ...each(autoApprove),
  ];
  return byPriority(all).slice(0, LIMITS.cap);
}

type Words = Pick<SellerRecommendation, "kind" | "priority" | "title" | "detail" | "action" | "evidence">;

function aboutBuyer({ key, buyer }: BuyerSegment, words: Words): SellerRecommendation {
  return { id: `${words.kind}:${key}`, ...words, buyer };
}

function aboutAll(words: Words): SellerRecommendation {
  return { id: `${words.kind}:all`, ...words, buyer: null };
}

function nameOf({ brandDomain, operatorDomain, country }: BuyerKey): string {
  return brandDomain ?? operatorDomain ?? `buyers in ${country}`;
}

function protectAndExpand(
  segment: BuyerSegment,
  { totals: all, reportingCurrency }: Recommendations,
): SellerRecommendation[] {
  const { totals, rates, buyer } = segment;
  const { bookedRuns, runs, bookedBudget } = totals;
  const share = all.bookedBudget === 0n ? 0 : comparable(Number(bookedBudget) / Number(all.bookedBudget));
  if (bookedRuns < LIMITS.protectBooked) return [];
  if (rates.base < LIMITS.protectRate && share < LIMITS.protectShare) return [];
  return [
    aboutBuyer(segment, {
      kind: "protect_expand",
      priority: share >= LIMITS.protectShareHigh ? "high" : "medium",
      title: `Protect and expand ${nameOf(buyer)}`,
      detail: "This buyer books repeatedly.",
      action: "Keep terms stable and propose one larger or longer package.",
      evidence: evidence(
        ["Booked runs", `${bookedRuns} of ${runs}`],
        ["Booked budget", moneyText(bookedBudget, reportingCurrency)],
        ["Share of booked budget", percentText(bookedBudget, all.bookedBudget)],
      ),
    }),
  ];
}

function followUp(segment: BuyerSegment, { asOf }: Recommendations): SellerRecommendation[] {
  const { totals, lastRunAt, buyer } = segment;
  const { runs, bookedRuns, askRuns, submitted } = totals;
  const isRecent = asOf.getTime() - lastRunAt.getTime() <= LIMITS.followUpDays * DAY_MS;
  if (runs < LIMITS.followUpRuns || bookedRuns > 0 || !isRecent || askRuns + submitted === 0) return [];
  return [
    aboutBuyer(segment, {
      kind: "prioritize_follow_up",
      priority: askRuns >= 2 || submitted > 0 ? "high" : "medium",
      title: `Follow up with ${nameOf(buyer)}`,
      detail: "This buyer keeps asking and has not booked.",
      action: "Contact the buyer about the latest ask.",
      evidence: evidence(["Runs", runs], ["Ask runs", askRuns], ["Last run", isoOf(lastRunAt)]),
    }),
  ];
}

function packagingOfAll({ totals, rates }: Recommendations): SellerRecommendation[] {
  const { packagingRuns, packagingBookedRuns } = totals;
  if (packagingRuns < LIMITS.frictionGlobal || rates.pack >= rates.nonPack) return [];
  return [
    aboutAll({
      kind: "packaging_friction",
      priority: "medium",
      title: "Packaging is getting in the way of deals",
      detail: "Runs that ask for other packages book less often than the others.",
      action: "Add smaller or unbundled variants.",
      evidence: evidence(["Packaging-ask runs", packagingRuns], ["Booked", packagingBookedRuns]),
    }),
  ];
}

function packagingOfBuyer(segment: BuyerSegment): SellerRecommendation[] {
  const { packagingRuns, packagingBookedRuns } = segment.totals;
  if (packagingRuns < LIMITS.frictionBuyer || packagingBookedRuns > 0) return [];
  return [
    aboutBuyer(segment, {
      kind: "packaging_friction",
      priority: "medium",
      title: `Packaging is getting in the way at ${nameOf(segment.buyer)}`,
      detail: "This buyer asked for other packages and did not book.",
      action: "Offer two or three tiers.",
      evidence: evidence(["Packaging-ask runs", packagingRuns], ["Booked", packagingBookedRuns]),
    }),
  ];
}

function priceOfAll({ totals, rates }: Recommendations): SellerRecommendation[] {
  const { priceRuns, priceBookedRuns } = totals;
  const { posture } = RULES;
  const isLower = rates.price < comparable(rates.nonPrice - posture.holdTolerance);
  if (priceRuns < LIMITS.frictionGlobal || !isLower) return [];
  const isWide = comparable(rates.nonPrice - rates.price) >= posture.priceFirstGap;
  return [
    aboutAll({
      kind: "price_resistance",
      priority: isWide ? "high" : "medium",
      title: "Price resistance is costing deals",
      detail: "Runs with price objections book less often than the others.",
      action: "Review rate card and floors of the most objected products.",
      evidence: evidence(["Price-objection runs", priceRuns], ["Booked", priceBookedRuns]),
    }),
  ];
}

function priceOfBuyer(segment: BuyerSegment): SellerRecommendation[] {
  const { priceRuns, priceBookedRuns } = segment.totals;
  if (priceRuns < LIMITS.frictionBuyer || priceBookedRuns > 0) return [];
  return [
    aboutBuyer(segment, {
      kind: "price_resistance",
      priority: "medium",
      title: `Price resistance at ${nameOf(segment.buyer)}`,
      detail: "This buyer objected to price and did not book.",
      action: "Decide a discount or a value argument for this buyer.",
      evidence: evidence(["Price-objection runs", priceRuns], ["Booked", priceBookedRuns]),
    }),
  ];
}

function tightenSelection({ totals }: Recommendations): SellerRecommendation[] {
  if (totals.runs < RULES.signals.minRuns || !showsTooMany(totals)) return [];
  return [
    aboutAll({
      kind: "tighten_selection",
      priority: "medium",
      title: "Show fewer products",
      detail: "Booked runs showed clearly fewer products.",
      action: "Lower the target product count.",
      evidence: selectionEvidence(totals),
    }),
  ];
}

function autoApprove(segment: BuyerSegment, { autoApproved }: Recommendations): SellerRecommendation[] {
  const { totals, customerId, buyer } = segment;
  const { bookedBuys, rejected, forwardFailed } = totals;
  if (bookedBuys < LIMITS.autoApproveBuys || rejected + forwardFailed > 0) return [];
  if (customerId === null || autoApproved.has(customerId)) return [];
  return [
    aboutBuyer(segment, {
      kind: "learned_auto_approve",
      priority: "low",
      title: `Consider auto-approval for ${nameOf(buyer)}`,
      detail: "All buys of this buyer were accepted and forwarded.",
      // Auto-approval bypasses acceptance screening, so the text has to say so.
      action: "Switch on auto-approval for this buyer if acceptance screening is not needed.",
      evidence: evidence(
        ["Booked media buys", bookedBuys],
        ["Rejections", rejected],
        ["Forward failures", forwardFailed],
      ),
    }),
  ];
}
