import type { z } from "zod";
import type { Incompleteness, Product, ProductsAnswer, ProductsRequest } from "../../../ground/seller-agent/index.ts";
import { OLDEST, releaseOf } from "../protocol/release.ts";
import { divergenceOf } from "../words/divergence.ts";
import { type Pagination, pageOf } from "../words/page.ts";
import { toAdcpProduct, toAdcpProposal } from "../words/product.ts";
import { type Filters, toAdcpApplied } from "../words/products-request.ts";

/** What the wording of an answer depends on, of what was asked. */
export interface AskedProducts {
  readonly filters: z.output<typeof Filters>;
  readonly preferred_delivery_types?: readonly string[] | undefined;
  readonly pagination?: z.output<typeof Pagination>;
  readonly adcp_version?: string | undefined;
}

export interface FoundProducts {
  readonly request: ProductsRequest;
  readonly answer: ProductsAnswer;
  /** Those of the answer that the filters leave. */
  readonly products: readonly Product[];
  readonly diagnostics: object | undefined;
  /** For products whose publishers nobody named. */
  readonly publisherDomain: string;
}

/** What was found as `get_products` says it, whether its caller has waited or asks after a task. */
export function productsWritten(
  asked: AskedProducts,
  { request, answer, products, diagnostics, publisherDomain }: FoundProducts,
) {
  const { page, pagination } = pageOf(products, asked.pagination, ({ productId }) => productId);
  const written = page.map((product) => toAdcpProduct(product, publisherDomain));
  const warnings = page.flatMap(divergenceOf);
  return {
    products: releaseOf({ ...asked }) === OLDEST ? written.map(withFormatIds) : written,
    ...toAdcpRest(answer, request),
    ...(diagnostics && { filter_diagnostics: diagnostics }),
    ...(asked.pagination && { pagination }),
    ...(warnings.length > 0 && { errors: warnings }),
  };
}

/** 3.0 requires the list of named formats even if it is empty. */
function withFormatIds<P extends object>(product: P): P {
  return { format_ids: [], ...product };
}

function toAdcpRest({ proposals, refinementsApplied, incomplete }: ProductsAnswer, { refine }: ProductsRequest) {
  const missing = incomplete.filter(isMissing);
  return {
    ...(proposals.length > 0 && { proposals: proposals.map(toAdcpProposal) }),
    ...(refine && { refinement_applied: toAdcpApplied(refine, refinementsApplied) }),
    ...(missing.length > 0 && {
      incomplete: missing.map(({ source, message }) => ({ scope: "products", description: `${source}: ${message}` })),
    }),
  };
}

/** What a filter removed is part of the answer, not a gap. */
export function isMissing({ reason }: Incompleteness): boolean {
  return reason !== "filtered";
}
