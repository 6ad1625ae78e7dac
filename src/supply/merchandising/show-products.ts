import type { Log } from "../../ground/kernel/log.ts";
import type { Incompleteness, ProductsAnswer, ProductsRequest, SellerCall } from "../../ground/seller-agent/index.ts";
import type { Concession } from "../analytics/index.ts";
import {
  buyingModeOf,
  type Composition,
  type CompositionInput,
  composeProducts,
  joinProductId,
  type ProductMode,
  refineBundles,
} from "../composition/index.ts";
import { percentAt, type Terms } from "../instructions/index.ts";
import type { CompositionResult } from "../intelligence/index.ts";
import type { OpenedSource } from "../orders/index.ts";
import type { ProductRule } from "../rules/index.ts";
import { type CollectedProducts, collectProducts } from "./gather-products.ts";
import { type ModelRanker, orderByModel } from "./stance/order-by-model.ts";
import { type Composing, stanceOf } from "./stance/stance-of.ts";
import { type Authorised, withinDomains } from "./within-domains.ts";

/** A storefront's sources, and what determines which of their products are shown. */
export interface Shelf {
  readonly mode: ProductMode;
  readonly sources: readonly OpenedSource[];
  readonly terms: Terms;
  readonly rules: readonly ProductRule[];
  /** The concessions that were recently offered to the buyer, and at which it can still buy. */
  readonly concessions?: readonly Concession[];
  /** Reorders what is shown; absent if nothing may. */
  readonly orderer?: ModelRanker | undefined;
  /** The defaults by which the answer is composed; absent for a mere look-up, which shows nothing. */
  readonly composing?: Composing | undefined;
  /** The publishers whose inventory it may sell; absent if that is unknown. */
  readonly authorised?: Authorised | undefined;
}

export type ComposedResult = Extract<CompositionResult, { kind: "composed" }>;

/** Asks the sources and composes their answers. All I/O is here; all decisions are in `composeProducts`. */
export async function showProducts(
  shelf: Shelf,
  request: ProductsRequest,
  call: SellerCall,
  log: Log,
): Promise<ComposedResult> {
  const gathered = onlyAuthorised(await collectProducts(shelf.sources, request, call, log), shelf.authorised);
  const { input, composition } = await composed(inputOf(shelf, request, gathered), shelf.orderer);
  const { incomplete, refinementsApplied, tookMs } = gathered;
  const sources = gathered.said.map(({ source, value }) => ({
    sourceId: source.sourceId,
    name: source.name,
    products: value.products.length,
  }));
  return { kind: "composed", input, composition, sources, incomplete, refinementsApplied, tookMs };
}

/** Composes twice if a model may reorder the result, because the model's order is another input of the composition. */
async function composed(input: CompositionInput, orderer: ModelRanker | undefined) {
  const composition = await composeProducts(input);
  if (!orderer || input.brief === null || input.buyingMode !== "brief") return { input, composition };
  const order = await orderByModel(orderer, input.brief, composition);
  if (!order) return { input, composition };
  // The order is restricted to products that are shown: it neither adds nor removes any.
  const shown = new Set(composition.products.map(({ product }) => product.productId));
  const ordered = { ...input, order: order.filter((productId) => shown.has(productId)) };
  return { input: ordered, composition: await composeProducts(ordered) };
}

function inputOf(
  { mode, terms, rules, composing }: Shelf,
  request: ProductsRequest,
  { said }: CollectedProducts,
): CompositionInput {
  const { products: blocked } = terms.blocks;
  const ids = said.flatMap(({ source, value }) =>
    value.products.map(({ productId }) => joinProductId(source.sourceId, productId)),
  );
  const named = said.flatMap(({ source, value }) =>
    value.proposals.flatMap(({ allocations }) =>
      allocations.map(({ productId }) => joinProductId(source.sourceId, productId)),
    ),
  );
  return {
    mode,
    buyingMode: buyingModeOf(request),
    brief: request.brief ?? null,
    currency: request.budget?.currency ?? null,
    sources: said.map(({ source, value }) => ({
      sourceId: source.sourceId,
      products: value.products,
      proposals: value.proposals,
    })),
    discounts: Object.fromEntries(said.map(({ source }) => [source.sourceId, percentAt(terms, source.sourceId)])),
    withheld: [...new Set([...ids, ...named])].filter((productId) => blocked.has(productId)),
    rules,
    ...(composing && {
      stance: stanceOf(
        composing,
        said.map(({ source }) => source.sourceId),
        terms,
      ),
    }),
    ...(terms.thresholds && { doctrine: terms.thresholds }),
  };
}

/**
 * Drops products that the storefront is not authorised to sell, so that they are neither composed nor stored with the
 * run; the buyer is told how many there are.
 */
function onlyAuthorised(gathered: CollectedProducts, authorised: Authorised | undefined): CollectedProducts {
  if (!authorised) return gathered;
  const said = gathered.said.map((one) => ({ ...one, value: withinDomains(one.value, authorised) }));
  const count = (all: CollectedProducts["said"]) => all.reduce((sum, { value }) => sum + value.products.length, 0);
  const left = count(gathered.said) - count(said);
  if (left === 0) return gathered;
  const message = `${left} products are of publishers that this storefront is not authorised to sell`;
  const gap = { source: "publishers", reason: "filtered", message } as const;
  return { ...gathered, said, incomplete: [...gathered.incomplete, gap] };
}

/** The answer for the buyer, who is not told why a product is left out, except that the policy leaves some out. */
export function answerOf(shown: ComposedResult, { refine = [] }: ProductsRequest, storefront: string): ProductsAnswer {
  const { composition, incomplete, refinementsApplied } = shown;
  const answer = {
    products: composition.products.map(({ product }) => product),
    proposals: composition.proposals,
    refinementsApplied,
    incomplete: [...incomplete, ...gapOf(composition, storefront)],
  };
  return refineBundles(refine, answer);
}

function gapOf({ exclusions }: Composition, storefront: string): Incompleteness[] {
  const withheld = exclusions.filter(({ by }) => by === "acceptance_policy").length;
  if (withheld === 0) return [];
  const message = `${withheld} of the products that match are not offered under the storefront's acceptance policy`;
  return [{ source: storefront, reason: "filtered", message }];
}

/** Why a storefront that passes one source through has none to pass through; undefined if it has one, or composes. */
export function passthroughGap(mode: ProductMode, active: number): string | undefined {
  if (mode === "composition" || active === 1) return undefined;
  return active === 0
    ? "no source of this storefront is active"
    : `this storefront passes through a single source, but ${active} are active: choose one of them`;
}
