import type { Decimal } from "../../ground/kernel/money.ts";
import type { Relevance } from "../../ground/ranking/rank-products.ts";
import type { Product, ProductsRequest, Proposal } from "../../ground/seller-agent/index.ts";
import type { Exclusion, ProductRule } from "../rules/index.ts";
import type { Storefront } from "../storefronts/index.ts";
import type { QuotedOption } from "./quote-option.ts";
import type { Stance } from "./stance/stance.ts";

export type ProductMode = Storefront["productMode"];
export type BuyingMode = "brief" | "wholesale" | "refine";

/** What one source answered, in its own ids and at its own prices. */
interface SourceAnswer {
  readonly sourceId: string;
  readonly products: readonly Product[];
  readonly proposals: readonly Proposal[];
}

/** Everything that decides what a buyer is shown. It is plain JSON but for the dates of proposals, and can be kept. */
export interface CompositionInput {
  readonly mode: ProductMode;
  readonly buyingMode: BuyingMode;
  readonly brief: string | null;
  /** What the buyer would pay in, where it says so. */
  readonly currency: string | null;
  /** In the order in which the sources were added. */
  readonly sources: readonly SourceAnswer[];
  /** What is off the price of each source, in percent. */
  readonly discounts: Readonly<Record<string, Decimal>>;
  /** The products that the acceptance policy withholds, as buyers know them. */
  readonly withheld: readonly string[];
  readonly rules: readonly ProductRule[];
  /** Ids of products in a model's order; those that it does not name follow in their own order. */
  readonly order?: readonly string[] | undefined;
  /** How the answer is composed beyond that; left out, everything that fits is shown at its price. */
  readonly stance?: Stance | undefined;
  /** From when on a brief is pitched to, by the operating instructions; left out, every brief that anything fits is. */
  readonly doctrine?: { readonly minimumCategoryFit: number; readonly counterAppetite: number } | undefined;
}

/** A product as the buyer is shown it, and what stands behind that. */
export interface ComposedProduct {
  readonly sourceId: string;
  readonly product: Product;
  readonly quotes: readonly QuotedOption[];
  /** How well it fits the brief; null where nothing was ranked. */
  readonly relevance: Relevance | null;
}

export interface Composition {
  readonly products: readonly ComposedProduct[];
  readonly proposals: readonly Proposal[];
  readonly exclusions: readonly Exclusion[];
}

export function buyingModeOf({ brief, refine }: ProductsRequest): BuyingMode {
  if (refine) return "refine";
  return brief === undefined || brief.trim() === "" ? "wholesale" : "brief";
}
