import MiniSearch from "minisearch";
import { understand } from "../../src/demand/discovery/reading/understand.ts";
import { briefFilters } from "../../src/demand/discovery/search/brief-filters.ts";
import { filterProducts } from "../../src/demand/discovery/search/filter-products.ts";
import { isNothingFitting } from "../../src/demand/discovery/search/nothing-fits.ts";
import { decimalOf } from "../../src/ground/kernel/money.ts";
import { rankProducts } from "../../src/ground/ranking/rank-products.ts";
import type { Product } from "../../src/ground/seller-agent/index.ts";
import { type GradedBrief, type GradedProduct, satisfies } from "./set.ts";

/** What a matcher answers a brief with: ids, best first, and none where it says that nothing fits. */
export type Matcher = (brief: GradedBrief) => Promise<readonly string[]>;

export interface Figures {
  readonly briefs: number;
  /** Of the briefs that something fits. */
  readonly ndcg: number;
  /** The share of the first ten, of all briefs together, that break what the brief says beyond doubt. */
  readonly violations: number;
  /** Of the briefs that nothing fits, how many are recognised. */
  readonly nothing: number;
  /** Of the briefs that something fits, how many are answered with nothing. */
  readonly wronglyNothing: number;
}

export interface Judged {
  readonly brief: GradedBrief;
  readonly top: readonly string[];
  readonly ndcg: number | null;
  readonly violations: number;
}

const DEPTH = 10;

export async function judge(briefs: readonly GradedBrief[], products: readonly GradedProduct[], matcher: Matcher) {
  const byId = new Map(products.map((product) => [product.id, product]));
  const judged: Judged[] = [];
  for (const brief of briefs) {
    const top = (await matcher(brief)).slice(0, DEPTH);
    const breaks = (id: string) => {
      const product = byId.get(id);
      return !product || brief.constraints.some((constraint) => !satisfies(product, constraint));
    };
    judged.push({
      brief,
      top,
      ndcg: brief.nothingFits ? null : ndcgOf(top, brief.grades),
      violations: top.filter(breaks).length,
    });
  }
  return judged;
}

export function figuresOf(judged: readonly Judged[]): Figures {
  const fitting = judged.filter(({ ndcg }) => ndcg !== null);
  const nothing = judged.filter(({ ndcg }) => ndcg === null);
  const shown = judged.reduce((sum, { top }) => sum + top.length, 0);
  return {
    briefs: judged.length,
    ndcg: mean(fitting.map(({ ndcg }) => ndcg ?? 0)),
    violations: shown === 0 ? 0 : judged.reduce((sum, { violations }) => sum + violations, 0) / shown,
    nothing: mean(nothing.map(({ top }) => (top.length === 0 ? 1 : 0))),
    wronglyNothing: mean(fitting.map(({ top }) => (top.length === 0 ? 1 : 0))),
  };
}

/**
 * The share of briefs that are answered with nothing once all products that fit are taken away. What is left is often near, so
 * this is far below 1 for a person as well; it tells of hundreds of briefs what `nothing` tells of a few.
 */
export async function emptiedShare(briefs: readonly GradedBrief[], products: readonly GradedProduct[]) {
  const fitting = briefs.filter(({ nothingFits }) => !nothingFits);
  let recognised = 0;
  for (const brief of fitting) {
    const left = products.filter(({ id }) => brief.grades[id] === undefined);
    if ((await discovery(left)(brief)).length === 0) recognised++;
  }
  return recognised / fitting.length;
}

function ndcgOf(top: readonly string[], grades: Readonly<Record<string, number>>): number {
  const ideal = Object.values(grades)
    .toSorted((a, b) => b - a)
    .slice(0, DEPTH);
  return gainOf(top.map((id) => grades[id] ?? 0)) / gainOf(ideal);
}

function gainOf(grades: readonly number[]): number {
  return grades.reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Discovery's own path from a brief to an order, without sellers and sessions. */
export function discovery(products: readonly GradedProduct[]): Matcher {
  const offers = products.map(offerOf);
  return async ({ text }) => {
    const understanding = understand({ brief: text });
    const { kept } = filterProducts(offers, briefFilters(understanding));
    const ranked = await rankProducts(kept, text, { reading: understanding.open });
    if (isNothingFitting(understanding.open, ranked)) return [];
    return ranked.filter(({ relevance }) => relevance?.fit !== "none").map(({ product }) => product.productId);
  };
}

/** What any full-text search does: BM25 over the same words, without stop-words or stems. */
export function bm25(products: readonly GradedProduct[]): Matcher {
  const index = new MiniSearch({ fields: ["name", "description"] });
  index.addAll(products.map(offerOf).map(({ product }) => ({ id: product.productId, ...product })));
  return async ({ text }) => index.search(text).map(({ id }) => String(id));
}

/** An order determined by its seed alone. */
export function random(products: readonly GradedProduct[], seed = 1): Matcher {
  let state = seed;
  return async () =>
    products
      .map(({ id }) => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
        return { id, draw: state };
      })
      .toSorted((a, b) => a.draw - b.draw)
      .map(({ id }) => id);
}

/** As a seller offers it over AdCP, which has no field for categories, and none for people but the description. */
export function offerOf({ id, publisher, name, description, channels, countries, formats, ...rest }: GradedProduct) {
  const { pricing, audiences, propertyNames } = rest;
  const price = decimalOf(pricing.cpm);
  const product: Product = {
    productId: id,
    name,
    description: `${description} ${audiences.join(", ")}.`,
    channels,
    countries,
    deliveryType: "non_guaranteed",
    formatIds: formats.map((format) => ({ agentUrl: "https://formats.example", id: format })),
    publisherProperties: propertyNames.map((publisherDomain) => ({
      publisherDomain,
      selectionType: "all",
      propertyIds: [],
    })),
    pricingOptions: [
      {
        pricingOptionId: "cpm",
        pricingModel: "cpm",
        currency: pricing.currency,
        fixedPrice: pricing.fixed ? price : null,
        floorPrice: pricing.fixed ? null : price,
        minSpendPerPackage: null,
      },
    ],
    estimatedExposures: null,
    briefRelevance: null,
  };
  return { salesAgentId: publisher, salesAgentName: publisher, product };
}
