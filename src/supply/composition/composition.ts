import type { Decimal } from "../../ground/kernel/money.ts";
import type { Relevance } from "../../ground/ranking/rank-products.ts";
import type { Product, ProductsRequest, Proposal } from "../../ground/seller-agent/index.ts";
import type { Exclusion, ProductRule } from "../rules/index.ts";
import type { Storefront } from "../storefronts/index.ts";
import type { QuotedOption } from "./quote-option.ts";
import type { Stance } from "./stance/stance.ts";

export type ProductMode = Storefront["productMode"];
export type BuyingMode = "brief" | "wholesale" | "refine";

/** One source's answer, with its own ids and prices. */
interface SourceAnswer {
  readonly sourceId: string;
  readonly products: readonly Product[];
  readonly proposals: readonly Proposal[];
}

/** Everything that determines what a buyer is shown. It is plain JSON apart from the dates of proposals, so it can be stored. */
export interface CompositionInput {
  readonly mode: ProductMode;
  readonly buyingMode: BuyingMode;
  readonly brief: string | null;
  /** The currency in which the buyer wants to pay, if it says so. */
  readonly currency: string | null;
  /** In the order in which the sources were added to the storefront. */
  readonly sources: readonly SourceAnswer[];
  /** The discount on each source's prices, in percent. */
  readonly discounts: Readonly<Record<string, Decimal>>;
  /** Ids of the products that the acceptance policy withholds, as buyers know them. */
  readonly withheld: readonly string[];
  readonly rules: readonly ProductRule[];
  /** Product ids in the order that a model chose; the others follow in their own order. */
  readonly order?: readonly string[] | undefined;
  /** How the answer is composed beyond that. Without it, everything that fits is shown at its regular price. */
  readonly stance?: Stance | undefined;
  /** The fit from which a brief is pitched to, from the operating instructions. Without it, every brief that anything fits is. */
  readonly doctrine?: { readonly minimumCategoryFit: number; readonly counterAppetite: number } | undefined;
}

/** A product as the buyer is shown it, with what it is based on. */
export interface ComposedProduct {
  readonly sourceId: string;
  readonly product: Product;
  readonly quotes: readonly QuotedOption[];
  /** How well it fits the brief; null if nothing was ranked. */
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
