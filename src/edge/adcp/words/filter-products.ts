import type { z } from "zod";
import type { Product } from "../../../ground/seller-agent/index.ts";
import { isOn, type PropertyList } from "../../../ground/seller-agent/lists/index.ts";
import { REPORTED } from "./product.ts";
import type { Filters } from "./products-request.ts";

type FilterRequest = z.output<typeof Filters>;

interface Filtered {
  readonly products: readonly Product[];
  /** AdCP 3.1, `filter_diagnostics`; undefined if no filter removed anything. */
  readonly diagnostics: object | undefined;
}

/** Applies what is not sent to sources: AdCP's other filters, and the property list. Each count is the number that this filter alone would remove. */
export function filterProducts(
  products: readonly Product[],
  asked: FilterRequest,
  list: PropertyList | undefined,
  preferred: readonly string[] = [],
): Filtered {
  const rules = rulesOf(asked, list);
  const kept = products
    .filter((product) => rules.every(([, fits]) => fits(product)))
    .map((product) => pruned(product, asked));
  const excluded = rules.flatMap(([name, fits]) => {
    const count = products.filter((product) => !fits(product)).length;
    return count > 0 ? [[name, { count }] as const] : [];
  });
  const diagnostics =
    excluded.length > 0
      ? { semantics: "any", total_candidates: products.length, excluded_by: Object.fromEntries(excluded) }
      : undefined;
  const first = (product: Product) => (preferred.includes(product.deliveryType) ? 0 : 1);
  return { products: kept.toSorted((a, b) => first(a) - first(b)), diagnostics };
}

/** Reduces a product to its prices in the requested currencies (AdCP 3.1, filters.pricing_currencies). */
function pruned(product: Product, { pricing_currencies: currencies }: FilterRequest): Product {
  if (!currencies) return product;
  return { ...product, pricingOptions: product.pricingOptions.filter(({ currency }) => currencies.includes(currency)) };
}

type Rule = readonly [name: string, fits: (product: Product) => boolean];

function rulesOf(asked: FilterRequest, list: PropertyList | undefined): Rule[] {
  const { delivery_type, is_fixed_price, pricing_currencies, format_ids, min_exposures, required_metrics } = asked;
  const { required_vendor_metrics } = asked;
  const rules: Rule[] = [];
  if (list) rules.push(["property_list", (product) => isOn(list, product)]);
  if (delivery_type) rules.push(["delivery_type", ({ deliveryType }) => deliveryType === delivery_type]);
  if (is_fixed_price !== undefined)
    rules.push([
      "is_fixed_price",
      ({ pricingOptions }) => pricingOptions.some(({ fixedPrice }) => (fixedPrice !== null) === is_fixed_price),
    ]);
  if (pricing_currencies) rules.push(["pricing_currencies", (product) => canBePaidIn(product, pricing_currencies)]);
  if (format_ids)
    rules.push([
      "format_ids",
      ({ formatIds }) =>
        formatIds.some((own) => format_ids.some(({ agent_url, id }) => own.agentUrl === agent_url && own.id === id)),
    ]);
  if (min_exposures !== undefined)
    rules.push(["min_exposures", ({ estimatedExposures: known }) => known === null || known >= min_exposures]);
  if (required_vendor_metrics)
    rules.push(["required_vendor_metrics", (product) => isMeasured(product, required_vendor_metrics)]);
  const isReported = required_metrics?.every((metric) => REPORTED.includes(metric));
  if (isReported !== undefined) rules.push(["required_metrics", () => isReported]);
  return rules;
}

/** Signals that are included in a product are part of its price (AdCP 3.1, filters.pricing_currencies). */
function canBePaidIn({ pricingOptions, terms }: Product, currencies: readonly string[]): boolean {
  const charged = [pricingOptions.map(({ currency }) => currency), ...(terms?.signals?.mandatoryIn ?? [])];
  return charged.every((priced) => priced.some((currency) => currencies.includes(currency)));
}

function isMeasured({ terms }: Product, wanted: NonNullable<FilterRequest["required_vendor_metrics"]>): boolean {
  const declared = terms?.measurement?.vendorMetrics ?? [];
  return wanted.every(({ vendor, metric_id }) =>
    declared.some(
      ({ vendorDomain, vendorBrandId, metricId }) =>
        (vendor === undefined || vendor.domain === vendorDomain) &&
        (vendor?.brand_id === undefined || vendor.brand_id === vendorBrandId) &&
        (metric_id === undefined || metric_id === metricId),
    ),
  );
}
