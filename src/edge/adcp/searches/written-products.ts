import type { z } from "zod";
import type { Incompleteness, Product, ProductsAnswer, ProductsRequest } from "../../../ground/seller-agent/index.ts";
import { OLDEST, releaseOf } from "../protocol/release.ts";
import { divergenceOf } from "../words/divergence.ts";
import { type Pagination, pageOf } from "../words/page.ts";
import { toAdcpProduct, toAdcpProposal } from "../words/product.ts";
import { type Filters, toAdcpApplied } from "../words/products-request.ts";

/** The parts of the request on which the wording of the answer depends. */
export interface ProductWording {
  readonly filters: z.output<typeof Filters>;
  readonly preferred_delivery_types?: readonly string[] | undefined;
  readonly pagination?: z.output<typeof Pagination>;
  readonly adcp_version?: string | undefined;
}

export interface FoundProducts {
  readonly request: ProductsRequest;
  readonly answer: ProductsAnswer;
  /** The products of the answer that pass the filters. */
  readonly products: readonly Product[];
  readonly diagnostics: object | undefined;
  /** The domain for products that name no publisher. */
  readonly publisherDomain: string;
}

/** The products found, as `get_products` returns them, whether the caller waited for them or polled a task. */
export function productsWritten(
  asked: ProductWording,
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

/** Products that a filter removed do not count as missing. */
export function isMissing({ reason }: Incompleteness): boolean {
  return reason !== "filtered";
}
