import { z } from "zod";
import type { Product, ProductTerms } from "../../../ground/seller-agent/index.ts";
import { refused } from "../protocol/failure.ts";

const unsold = z.unknown().optional().describe("Not offered: omit it");

/** Custom terms would have to be negotiated, but a storefront sells on the terms of its sources. */
const TERMS = ["measurement_terms", "performance_standards"] as const;
/** Features that would be lost on the way to the sources. */
const FEATURES = [
  "catalogs",
  "optimization_goals",
  "keyword_targets_add",
  "keyword_targets_remove",
  "negative_keywords_add",
  "negative_keywords_remove",
] as const;

/** Fields that AdCP allows in a package, but that this agent does not pass on. Accepting them silently would mean selling something else. */
export const NOT_SOLD = {
  measurement_terms: unsold,
  performance_standards: unsold,
  catalogs: unsold,
  optimization_goals: unsold,
};

/** The same for a change. */
export const NOT_CHANGED = {
  ...NOT_SOLD,
  keyword_targets_add: unsold,
  keyword_targets_remove: unsold,
  negative_keywords_add: unsold,
  negative_keywords_remove: unsold,
};

type PackageRequest = Readonly<Partial<Record<keyof typeof NOT_CHANGED, unknown>>> & { readonly product_id?: string };

/**
 * Throws `SellerRefused` for the first unsupported value in a package. An empty value requests nothing. Products that were made up for a
 * trial may offer what no other product does.
 */
export function refuseWhatIsNotSold(parts: readonly PackageRequest[], products: readonly Product[] = []): void {
  for (const [position, asked] of parts.entries()) {
    const part = withoutOffered(asked, products.find(({ productId }) => productId === asked.product_id)?.terms);
    const term = TERMS.find((name) => part[name] !== undefined);
    if (term) throw notSold("TERMS_REJECTED", position, term, "this storefront sells on its own terms");
    const feature = FEATURES.find((name) => !isEmpty(part[name]));
    if (feature) throw notSold("UNSUPPORTED_FEATURE", position, feature, "this storefront does not pass it on");
  }
}

const Goals = z.array(z.object({ kind: z.literal("metric"), metric: z.string() }));
const Measured = z.object({ billing_measurement: z.object({ measurement_window: z.string() }) });

function withoutOffered(part: PackageRequest, terms: ProductTerms | undefined): PackageRequest {
  const { optimization_goals: goals, measurement_terms: measured, ...rest } = part;
  const wanted = Goals.safeParse(goals).data;
  const window = Measured.safeParse(measured).data?.billing_measurement.measurement_window;
  const areOffered = wanted?.every(({ metric }) => terms?.optimizes?.includes(metric)) ?? false;
  const isOffered = window !== undefined && terms?.measurement?.measurementWindows.includes(window);
  return {
    ...rest,
    ...(!areOffered && { optimization_goals: goals }),
    ...(!isOffered && { measurement_terms: measured }),
  };
}

function isEmpty(value: unknown): boolean {
  return typeof value !== "object" || value === null || Object.keys(value).length === 0;
}

function notSold(code: string, position: number, name: string, why: string) {
  const field = `packages[${position}].${name}`;
  return refused(code, `${field}: ${why}: leave it out`, field);
}
