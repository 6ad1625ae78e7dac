import { z } from "zod";
import { readingVersion } from "../../ground/brief/index.ts";
import { numberOf } from "../../ground/kernel/money.ts";
import { integerId, queryBoolean, takeSkip, wholeNumber } from "../../ground/kernel/query.ts";
import { RANKING_VERSION } from "../../ground/ranking/rank-products.ts";
import { COMMERCIAL_RESULTS, PostureName } from "../analytics/index.ts";
import type { CountedFilter } from "./counted-store.ts";
import { Explanation, explanationOf } from "./explanation.ts";
import { DISPOSITIONS, type IntelligenceRun } from "./intelligence-run.ts";
import type { Replay } from "./replay-run.ts";
import type { RunFilter } from "./store.ts";

export const RunPath = z.object({ id: integerId("id") });

const buyerPart = z.string().min(1).max(255).optional();

/** Filters for the runs behind a figure of seller analytics. */
const counted = {
  counted: queryBoolean
    .optional()
    .describe("true: only runs that seller analytics counts, as with any of the following filters"),
  createdFrom: z.iso.datetime().optional().describe("Only counted runs from this time on"),
  createdTo: z.iso.datetime().optional().describe("Only counted runs up to this time, inclusive"),
  resultKind: z.enum(["ok", "error", "skipped"]).optional(),
  posture: PostureName.optional().describe("Only counted runs that were composed under this posture"),
  asked: z
    .enum(["any", "price", "packaging"])
    .optional()
    .describe("Only counted runs with a request for changes, with a price objection or about packaging"),
  booked: queryBoolean.optional().describe("Only counted runs with, or without, a booked media buy"),
  operatorDomain: buyerPart.describe("Only counted runs of this operator; none: runs that named no operator"),
  brandDomain: buyerPart.describe("Only counted runs for this brand; none: runs that named no brand"),
  country: buyerPart.describe("Only counted runs for this country; none: runs that named no country"),
  productId: z.string().min(1).max(255).optional().describe("Only counted runs in which this product was shown"),
};

export const RunListQuery = z.object({
  skip: takeSkip.skip,
  take: wholeNumber("take", 1, 100).default(25),
  disposition: z
    .enum(DISPOSITIONS)
    .optional()
    .describe(
      "responded: with products; declined_fit: nothing matched; declined_policy: your acceptance policy said no",
    ),
  q: z.string().min(1).max(200).optional().describe("Part of the brief, ignoring case"),
  buyingMode: z.enum(["brief", "wholesale", "refine"]).optional(),
  commercialResult: z
    .enum(COMMERCIAL_RESULTS)
    .optional()
    .describe("By the latest event of the media buys attributed to the run"),
  ...counted,
  view: z.enum(["full", "summary"]).default("full").describe("summary omits prompt, raw output and inventory snapshot"),
});

export const LabelBody = z
  .object({ label: z.record(z.string(), z.unknown()).refine(isSmall, { error: "label: 16 kB at most" }) })
  .meta({ id: "IntelligenceRunLabel" });

function isSmall(label: unknown): boolean {
  return JSON.stringify(label).length <= 16_384;
}

const text = z.string().nullable();
const version = z.int().nullable();

const Source = z.object({
  sourceId: text,
  name: z.string(),
  products: z.int().nullable().describe("How many products it has for the brief; null if it did not say"),
  reason: text,
  message: text,
});

export const ExclusionView = z.object({
  productId: z.string(),
  by: z.enum(["acceptance_policy", "product_rules", "product_count", "operating_instructions"]),
  ruleId: text,
  reason: z.string(),
});

const RunResult = z.object({ kind: z.enum(["ok", "error", "skipped"]), code: text, message: text });

/** The contract's fields (§9.7), then our own. Fields that a model would write are null, because there is none. */
export const RunView = z
  .object({
    id: z.string().describe("A decimal number, as a string"),
    purpose: z.enum(["live", "simulation"]),
    storefrontId: z.string(),
    buyerCustomerId: z.int().nullable(),
    operatingInstructionsVersion: z.int().describe("0 if no version was active"),
    buyerScope: z.object({ operatorDomain: text, brandDomain: text, country: text }),
    buyerInstructions: z.object({
      matchedRowIds: z.array(z.string()),
      effectiveDiscountPercent: z.number().nullable(),
      notes: z.array(z.string()),
    }),
    brief: text,
    buyingMode: z.enum(["brief", "wholesale", "refine"]),
    inventorySnapshot: z
      .unknown()
      .optional()
      .describe("The input to the composition; null if it was too large to keep"),
    prompt: z.string().optional().describe("Empty: no model is asked"),
    rawLlmOutput: z.null().optional(),
    parsedOutput: z.null(),
    runRationale: text,
    explanation: Explanation,
    composedProductIds: z.array(z.string()),
    result: RunResult,
    modelProvider: text,
    modelName: z.string(),
    durationMs: z.int().nullable(),
    refineSnapshot: z.unknown(),
    refinementAppliedSnapshot: z.unknown(),
    requestAsks: z.array(z.string()),
    shownProductsSnapshot: z.unknown(),
    pricingSummary: z.unknown(),
    negotiationSummary: z.unknown(),
    commercialOutcome: z.object({ commercialResult: z.enum(COMMERCIAL_RESULTS) }).nullable(),
    evalLabel: z.unknown(),
    createdAt: z.iso.datetime(),
    disposition: z.enum(DISPOSITIONS).nullable().describe("Null if no source answered"),
    posture: text,
    productMode: z.enum(["composition", "passthrough"]),
    acceptancePolicyVersion: version,
    productRulesVersion: version,
    readingVersion: z.string().nullable().describe("The version that read the brief"),
    rankingVersion: z.string().nullable().describe("The version that ranked the products"),
    sourcesAsked: z.array(Source),
    exclusions: z.array(ExclusionView).describe("What the sources offered but the buyer was not shown; at most 100"),
    proposalIds: z.array(z.string()),
  })
  .meta({ id: "IntelligenceRun" });

export const ReplayView = z
  .object({
    same: z.boolean().describe("Whether the products, their order and their prices are the same"),
    shownProductIds: z.array(z.string()),
    replayedProductIds: z.array(z.string()),
    differing: z.array(z.string()).describe("Products that were added, removed, moved or repriced"),
    productRulesVersion: version,
    isRankedAlike: z
      .boolean()
      .describe(
        "Whether briefs are still read and products still ranked in the same way: if not, a different order means nothing",
      ),
  })
  .meta({ id: "IntelligenceRunReplay" });

export function filterOf({
  disposition,
  buyingMode,
  q,
  commercialResult,
  view,
  ...rest
}: z.output<typeof RunListQuery>): RunFilter {
  return {
    disposition: disposition ?? null,
    buyingMode: buyingMode ?? null,
    q: q ?? null,
    commercialResult: commercialResult ?? null,
    counted: countedOf(rest),
    inFull: view === "full",
  };
}

type CountedQuery = Pick<z.output<typeof RunListQuery>, keyof typeof counted>;

function countedOf({ counted, createdFrom, createdTo, booked, ...same }: CountedQuery): CountedFilter | null {
  const { resultKind = null, posture = null, asked = null, productId = null } = same;
  const { operatorDomain = null, brandDomain = null, country = null } = same;
  const filter = {
    createdFrom: createdFrom === undefined ? null : new Date(createdFrom),
    createdTo: createdTo === undefined ? null : new Date(createdTo),
    isBooked: booked ?? null,
    resultKind,
    posture,
    asked,
    productId,
    operatorDomain,
    brandDomain,
    country,
  };
  return counted || Object.values(filter).some((value) => value !== null) ? filter : null;
}

export function summaryOf({ runId, record, ...run }: IntelligenceRun): z.input<typeof RunView> {
  const { buyerScope, buyerInstructions, versions, shown } = record;
  const { operatorDomain, brandDomain, countries } = buyerScope;
  const { matchedRowIds, discountPercent, notes } = buyerInstructions;
  return {
    id: String(runId),
    purpose: record.purpose,
    storefrontId: String(run.storefrontId),
    buyerCustomerId: run.buyerCustomerId,
    operatingInstructionsVersion: versions.operatingInstructions ?? 0,
    buyerScope: { operatorDomain, brandDomain, country: countries[0] ?? null },
    buyerInstructions: {
      matchedRowIds: [...matchedRowIds],
      effectiveDiscountPercent: discountPercent === null ? null : numberOf(discountPercent),
      notes: [...notes],
    },
    brief: run.brief,
    buyingMode: run.buyingMode,
    parsedOutput: null,
    runRationale: null,
    explanation: explanationOf(run.disposition, record),
    composedProductIds: [...record.shownIds],
    result: record.result,
    modelProvider: null,
    modelName: "deterministic",
    durationMs: record.durationMs,
    refineSnapshot: run.buyingMode === "refine" ? record.requestAsks : null,
    refinementAppliedSnapshot: record.refinementsApplied,
    requestAsks: [...record.requestAsks],
    shownProductsSnapshot: shown,
    pricingSummary: {
      raised: shown.filter(({ prices }) => prices.some(({ raised }) => raised)).length,
      discountPercent,
    },
    negotiationSummary: { refinements: record.requestAsks.length, shownProductIds: record.shownIds },
    commercialOutcome: run.commercialResult && { commercialResult: run.commercialResult },
    evalLabel: run.evalLabel,
    createdAt: run.createdAt.toISOString(),
    disposition: run.disposition,
    posture: record.posture,
    productMode: record.mode,
    acceptancePolicyVersion: versions.acceptancePolicy,
    productRulesVersion: versions.productRules,
    readingVersion: versions.reading ?? null,
    rankingVersion: versions.ranking ?? null,
    sourcesAsked: [...record.sources],
    exclusions: [...record.exclusions],
    proposalIds: [...record.proposalIds],
  };
}

export function viewOf(run: IntelligenceRun): z.input<typeof RunView> {
  return { ...summaryOf(run), inventorySnapshot: run.inputs, prompt: "", rawLlmOutput: null };
}

export function replayView({ run, composition, differing }: Replay): z.input<typeof ReplayView> {
  return {
    same: differing.length === 0,
    shownProductIds: [...run.record.shownIds],
    replayedProductIds: composition.products.map(({ product }) => product.productId),
    differing: [...differing],
    productRulesVersion: run.record.versions.productRules,
    isRankedAlike: isRankedAlike(run.record),
  };
}

function isRankedAlike({ versions }: IntelligenceRun["record"]): boolean {
  return versions.reading === readingVersion() && versions.ranking === RANKING_VERSION;
}
