import { z } from "zod";
import { wholeNumber } from "../../ground/kernel/query.ts";
import { OUTCOME_TYPES } from "./facts/fact.ts";
import { POSTURES } from "./posture/posture.ts";
import { RULES } from "./rules.ts";

const count = z.int().min(0);
const rate = z.number().min(0).max(1);
const amount = z.number().min(0);
const at = z.iso.datetime();
const text = z.string().nullable();
export const PostureName = z.enum(POSTURES);
const posture = PostureName.nullable();
const day = z.iso.date();

export const AnalyticsQuery = z
  .object({
    limit: wholeNumber("limit", 1, RULES.caps.maxWindow)
      .default(RULES.caps.defaultWindow)
      .describe("How many of the newest runs are analysed; with days, how many of them are listed"),
    from: day.optional().describe("Analyses all runs of these days instead; UTC, both inclusive"),
    to: day.optional(),
  })
  .refine(({ from, to }) => (from === undefined) === (to === undefined), {
    path: ["from"],
    message: "name both days, from and to, or neither",
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ["to"],
    message: "to is not before from",
  })
  .refine(({ from, to }) => from === undefined || to === undefined || Date.parse(to) - Date.parse(from) <= LONGEST_MS, {
    path: ["to"],
    message: "ask for two years at most",
  });
const LONGEST_MS = 732 * 24 * 3_600_000;

const Buyer = z.object({ operatorDomain: text, brandDomain: text, country: text });
const EvidenceView = z.array(z.object({ label: z.string(), value: z.string() })).readonly();
const priority = z.enum(["high", "medium", "low"]);

const asks = {
  requestAskCount: count,
  productAskCount: count,
  proposalAskCount: count,
};

const events = {
  eventCount: count,
  submittedCount: count,
  forwardedCount: count,
  forwardFailedCount: count,
  rejectedCount: count,
  deliveryReportedCount: count,
  bookedMediaBuyCount: count,
};

const delivered = {
  deliveredImpressions: count,
  deliveredSpend: amount,
  deliveredCurrency: text.describe("Null if nothing was delivered, or in several currencies"),
};

const LearnedDefaultView = z.object({ posture: PostureName, reason: text, checkedAt: at.nullable() });

const Run = z.object({
  id: z.string().describe("The id of the intelligence run: GET /intelligence-runs/{id}"),
  purpose: z.enum(["live", "setup_test", "simulation", "probe", "evaluation"]).nullable(),
  createdAt: at,
  buyingMode: z.enum(["brief", "wholesale", "refine"]),
  resultKind: z.enum(["ok", "error", "skipped"]),
  resultCode: text,
  selectedPosture: posture,
  recommendedPosture: posture,
  postureRationale: text,
  postureEvidence: z.array(z.string()),
  attributionState: z.enum(["attributed", "unattributed", "unavailable"]),
  buyer: Buyer,
  shownProductCount: count,
  minSellPrice: amount.nullable(),
  maxSellPrice: amount.nullable(),
  ...asks,
  hadPriceObjection: z.boolean(),
  hadPackagingAsk: z.boolean(),
  refinementStatusCounts: z.object({ applied: count, partial: count, unable: count }),
  outcome: z.object({
    ...events,
    latestType: z.enum(OUTCOME_TYPES).nullable(),
    latestStatus: text,
    mediaBuyId: text.describe("The newest media buy attributed to it"),
    bookedBudget: amount.nullable(),
    ...delivered,
  }),
});

const BuyerRow = Buyer.extend({
  firstRunAt: at.nullable(),
  lastRunAt: at.nullable(),
  runCount: count,
  bookedRunCount: count,
  winRate: rate,
  askRunCount: count,
  askToBookConversionRate: rate.nullable(),
  attributedRunCount: count,
  eventCount: count,
  totalShownProducts: count,
  averageShownProducts: amount,
  priceObjectionCount: count,
  packagingAskCount: count,
  ...asks,
  bookedMediaBuyCount: count,
  bookedBudget: amount,
  averageBookedBudget: amount.nullable(),
  ...delivered,
  recommendedPosture: posture,
});

const Month = z.object({
  period: z.string().describe("YYYY-MM, in UTC"),
  runCount: count,
  bookedRunCount: count,
  winRate: rate,
  askRunCount: count,
  askToBookConversionRate: rate.nullable(),
  priceObjectionCount: count,
  packagingAskCount: count,
  bookedBudget: amount,
  averageBookedBudget: amount
    .nullable()
    .describe("By the number of runs that led to a booking; everywhere else by media buys"),
  averageShownProducts: amount,
  recommendedPosture: posture,
});

const Performance = z.object({
  runCount: count,
  bookedRunCount: count,
  winRate: rate,
  askRunCount: count,
  askToBookConversionRate: rate.nullable(),
  priceObjectionConversionRate: rate.nullable(),
  packagingAskConversionRate: rate.nullable(),
  averageBookedBudget: amount.nullable(),
  averageProductsPerRun: amount,
  averageProductsPerBookedRun: amount.nullable(),
  averageProductsPerUnbookedRun: amount.nullable(),
  deliveryRate: amount
    .nullable()
    .describe("Reports per booked media buy: more than 1 if media buys are reported often"),
  repeatBuyerCount: count,
  recommendedPosture: posture,
});

const Summary = z.object({
  totalRuns: count,
  okRuns: count,
  skippedRuns: count,
  errorRuns: count,
  briefRuns: count,
  refineRuns: count,
  wholesaleRuns: count,
  totalShownProducts: count,
  averageShownProducts: amount,
  priceObjectionCount: count,
  packagingAskCount: count,
  ...asks,
  appliedRefinements: count,
  partialRefinements: count,
  unableRefinements: count,
});

const byPosture = z.object({
  posture: PostureName,
  runCount: count.min(1),
  bookedRunCount: count,
  winRate: rate,
  bookedBudget: amount,
});

const Adherence = z.object({
  comparableRunCount: count,
  followedCount: count,
  followedWinRate: rate.nullable(),
  divergedWinRate: rate.nullable(),
});

const Signal = z.object({
  id: z.string(),
  priority,
  label: z.string(),
  detail: z.string(),
  posture: PostureName,
  evidence: EvidenceView,
});

const Recommendation = z.object({
  id: z.string(),
  priority,
  kind: z.enum([
    "protect_expand",
    "prioritize_follow_up",
    "packaging_friction",
    "price_resistance",
    "tighten_selection",
    "learned_auto_approve",
  ]),
  title: z.string(),
  detail: z.string(),
  action: z.string(),
  buyer: Buyer.nullable().describe("Null for recommendations that concern all of them"),
  evidence: EvidenceView,
});

/** Storefront contract §9.2 and §9.3. */
export const SellerAnalyticsView = z
  .object({
    generatedAt: at,
    storefront: z
      .object({ id: z.string(), name: z.string(), state: z.enum(["neutral", "paused", "archived"]) })
      .nullable(),
    window: z.object({
      requestedRunLimit: count.min(1),
      runCount: count,
      eligibleRunCount: count,
      legacyRunCount: count,
      firstRunAt: at.nullable(),
      lastRunAt: at.nullable(),
    }),
    summary: Summary,
    outcomes: z.object({ attributedRunCount: count, ...events, bookedBudget: amount, ...delivered }),
    historicalPerformance: Performance,
    seasonality: z.array(Month),
    buyers: z.array(BuyerRow),
    postureConversion: z.object({ byPosture: z.array(byPosture), adherence: Adherence }),
    learnedDefault: LearnedDefaultView.nullable(),
    strategySignals: z.array(Signal),
    sellerRecommendations: z.array(Recommendation),
    runs: z.array(Run),
    topProducts: z
      .array(z.object({ productId: z.string(), name: text, impressions: count.describe("How many runs included it") }))
      .readonly(),
    notes: z.array(z.string()),
  })
  .meta({ id: "SellerAnalytics" });

export const LearnedDefaultBody = z
  .object({ posture: PostureName.nullable().describe("Null unpins it") })
  .meta({ id: "LearnedDefaultPosture" });

export const LearnedDefaultAnswer = z.object({ learnedDefault: LearnedDefaultView.nullable() });
