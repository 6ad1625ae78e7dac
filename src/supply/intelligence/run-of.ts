import { readingVersion } from "../../ground/brief/index.ts";
import { RANKING_VERSION } from "../../ground/ranking/rank-products.ts";
import type {
  BuyerIdentity,
  Incompleteness,
  PricingOption,
  ProductsAnswer,
  ProductsRequest,
  Refinement,
} from "../../ground/seller-agent/index.ts";
import type { CompositionDefaults, Posture } from "../analytics/index.ts";
import {
  buyingModeOf,
  type ComposedProduct,
  type Composition,
  type CompositionInput,
  type ProductMode,
} from "../composition/index.ts";
import type { Terms } from "../instructions/index.ts";
import type { Disposition, NewRun, QueriedSource, RunRecord, ShownPrice, ShownProduct } from "./intelligence-run.ts";
import { saveInputs } from "./stored-inputs.ts";

/** Who asked for what, and the terms that applied. */
export interface RunRequest {
  readonly storefrontId: number;
  readonly mode: ProductMode;
  readonly buyer: BuyerIdentity;
  readonly request: ProductsRequest;
  readonly terms: Terms;
  /** Null if no version is active. */
  readonly rulesVersion: number | null;
  /** In the time of the seller's clock. */
  readonly at: Date;
  readonly durationMs: number;
  readonly purpose: RunRecord["purpose"];
  readonly composing: Composing;
}

/** The defaults by which products are composed, each with its origin, and what history alone would have recommended. */
interface Composing {
  readonly defaults: CompositionDefaults;
  readonly recommended: Posture | null;
  readonly evidence: readonly string[];
}

/** The result: products, or none for a reason that was known before any source was asked. */
export type CompositionResult =
  | {
      readonly kind: "composed";
      readonly input: CompositionInput;
      readonly composition: Composition;
      readonly sources: readonly { readonly sourceId: string; readonly name: string; readonly products: number }[];
      readonly incomplete: readonly Incompleteness[];
      readonly refinementsApplied: ProductsAnswer["refinementsApplied"];
      /** How long each source that was asked took, by source id. */
      readonly tookMs: ReadonlyMap<string, number>;
    }
  | { readonly kind: "skipped"; readonly disposition: Disposition; readonly code: string; readonly message: string };

const MOST_REPORTED = 100;
const MOST_NAMED = 1_000;

export function runOf(asked: RunRequest, came: CompositionResult): NewRun {
  const { storefrontId, buyer, request, at } = asked;
  const brief = request.brief?.trim() || null;
  const run = {
    storefrontId,
    buyerCustomerId: buyer.customerId,
    buyingMode: buyingModeOf(request),
    brief,
    createdAt: at,
  };
  if (came.kind === "skipped") {
    const { disposition, code, message } = came;
    return {
      ...run,
      disposition,
      inputs: null,
      record: { ...recordOf(asked), result: { kind: "skipped", code, message } },
    };
  }
  const { composition, sources, incomplete } = came;
  const silent = sources.length === 0 ? incomplete[0] : undefined;
  const record: RunRecord = {
    ...recordOf(asked),
    refinementsApplied: came.refinementsApplied,
    sources: [...sources.map(response), ...incomplete.filter(({ sourceId }) => sourceId !== undefined).map(unanswered)],
    exclusions: composition.exclusions.slice(0, MOST_REPORTED),
    shown: composition.products.slice(0, MOST_REPORTED).map(shownOf),
    shownIds: composition.products.slice(0, MOST_NAMED).map(({ product }) => product.productId),
    proposalIds: composition.proposals.slice(0, MOST_REPORTED).map(({ proposalId }) => proposalId),
    posture: asked.composing.defaults.posture.value,
    composing: asked.composing,
    result: silent ? { kind: "error", code: silent.reason, message: silent.message } : OK,
  };
  const disposition = silent ? null : dispositionOf(composition);
  return { ...run, disposition, record, inputs: sources.length > 0 ? saveInputs(came.input) : null };
}

const OK = { kind: "ok", code: null, message: null } as const;

function recordOf({ buyer, request, terms, mode, rulesVersion, durationMs, purpose }: RunRequest): RunRecord {
  const { operatorDomain, brandDomain } = buyer;
  const { operatingInstructionsVersion, acceptancePolicyVersion, matched, discount } = terms;
  return {
    purpose,
    mode,
    buyerScope: { operatorDomain, brandDomain, countries: request.countries ?? [] },
    buyerInstructions: {
      matchedRowIds: matched.map(({ buyerInstructionId }) => String(buyerInstructionId)),
      discountPercent: discount?.percent ?? null,
      notes: matched.flatMap(({ notes }) => notes ?? []),
    },
    versions: {
      operatingInstructions: operatingInstructionsVersion,
      acceptancePolicy: acceptancePolicyVersion,
      productRules: rulesVersion,
      reading: readingVersion(),
      ranking: RANKING_VERSION,
    },
    filters: { channels: request.channels ?? [], budget: request.budget ?? null },
    requestAsks: (request.refine ?? []).map(askIn),
    refinementsApplied: [],
    sources: [],
    exclusions: [],
    shown: [],
    shownIds: [],
    proposalIds: [],
    posture: null,
    result: OK,
    durationMs,
  };
}

/** `omit main:homepage`, followed by the wording of the ask. */
function askIn(entry: Refinement): string {
  if (entry.scope === "request") return entry.ask;
  const what = `${entry.action} ${entry.scope === "product" ? entry.productId : entry.proposalId}`;
  return entry.ask === undefined ? what : `${what}: ${entry.ask}`;
}

function response({ sourceId, name, products }: { sourceId: string; name: string; products: number }): QueriedSource {
  return { sourceId, name, products, reason: null, message: null };
}

function unanswered({ sourceId, source, reason, message }: Incompleteness): QueriedSource {
  return { sourceId: sourceId ?? null, name: source, products: null, reason, message };
}

function shownOf({ product, quotes, relevance }: ComposedProduct): ShownProduct {
  const { productId, name, formatIds } = product;
  return {
    productId,
    name: name.slice(0, 255),
    reasoning: relevance?.why ?? null,
    score: relevance?.score ?? null,
    formatIds: formatIds.slice(0, 20).map(({ agentUrl, id }) => ({ agentUrl, id })),
    prices: quotes.slice(0, 20).map(({ option, raised }) => priceOf(option, raised)),
  };
}

function priceOf(option: PricingOption, raised: boolean): ShownPrice {
  const { pricingOptionId, pricingModel, currency, fixedPrice, floorPrice } = option;
  return { pricingOptionId, pricingModel, currency, fixedPrice, floorPrice, raised };
}

function dispositionOf({ products, exclusions }: Composition): Disposition {
  if (products.length > 0) return "responded";
  return exclusions.some(({ by }) => by === "acceptance_policy") ? "declined_policy" : "declined_fit";
}
