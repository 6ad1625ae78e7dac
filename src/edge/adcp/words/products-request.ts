import { z } from "zod";
import { SECOND_MS, startOfDay } from "../../../ground/kernel/clock.ts";
import { flightDay } from "../../../ground/kernel/inputs/flight.ts";
import { amountOrZeroInput } from "../../../ground/kernel/inputs/money-input.ts";
import type { ProductsRequest, Refinement } from "../../../ground/seller-agent/index.ts";
import { refused } from "../protocol/failure.ts";
import { AdcpFormatId } from "./format.ts";

export const Refine = z.discriminatedUnion("scope", [
  z.object({ scope: z.literal("request"), ask: z.string().min(1) }),
  z.object({
    scope: z.literal("product"),
    product_id: z.string().optional(),
    id: z.string().optional().describe("As in the first release of AdCP 3.0"),
    action: z.enum(["include", "omit", "more_like_this"]).default("include"),
    ask: z.string().optional(),
  }),
  z.object({
    scope: z.literal("proposal"),
    proposal_id: z.string().optional(),
    id: z.string().optional().describe("As in the first release of AdCP 3.0"),
    action: z.enum(["include", "omit", "finalize"]).default("include"),
    ask: z.string().optional(),
  }),
]);

const Vendor = z.object({ domain: z.string(), brand_id: z.string().optional() });

export const Filters = z.object({
  channels: z.array(z.string()).optional(),
  countries: z.array(z.string()).optional().describe("ISO 3166 alpha-2"),
  start_date: flightDay.optional(),
  end_date: flightDay.optional(),
  budget_range: z
    .object({
      min: amountOrZeroInput.optional(),
      max: amountOrZeroInput.optional(),
      currency: z.string(),
    })
    .optional(),
  delivery_type: z.enum(["guaranteed", "non_guaranteed"]).optional(),
  is_fixed_price: z.boolean().optional(),
  pricing_currencies: z.array(z.string()).optional(),
  format_ids: z.array(AdcpFormatId).optional(),
  min_exposures: z.int().min(1).optional().describe("Products with at least this forecast, where it is known"),
  required_vendor_metrics: z
    .array(z.object({ vendor: Vendor.optional(), metric_id: z.string().optional() }))
    .optional()
    .describe("Products measured by all of these vendors"),
  required_metrics: z.array(z.string()).optional().describe("Products that report all of these metrics"),
});

const UNITS = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 } as const;

export const Duration = z.object({
  interval: z.int().min(1),
  unit: z.enum(["seconds", "minutes", "hours", "days", "campaign"]),
});

export function fromAdcpDuration({ interval, unit }: z.output<typeof Duration>): number {
  return unit === "campaign" ? Number.POSITIVE_INFINITY : interval * UNITS[unit] * SECOND_MS;
}

/** The inverse of the seller-agent port's `toAdcpFilters`; filters that the port cannot express are applied by `filterProducts`. */
export function fromAdcpFilters(filters: z.output<typeof Filters>): Omit<ProductsRequest, "brief" | "refine"> {
  const { channels, countries, start_date, end_date, budget_range } = filters;
  const most = budget_range?.max ?? budget_range?.min;
  return {
    ...(channels && { channels }),
    ...(countries && { countries }),
    ...(start_date && end_date && { flight: { start: startOfDay(start_date), end: startOfDay(end_date) } }),
    ...(budget_range &&
      most !== undefined && { budget: { amount: most, currency: budget_range.currency.toUpperCase() } }),
  };
}

/** Throws `SellerRefused` for an entry that names nothing. */
export function fromAdcpRefinement(entry: z.output<typeof Refine>, position: number): Refinement {
  if (entry.scope === "request") return entry;
  const ask = entry.ask === undefined ? {} : { ask: entry.ask };
  if (entry.scope === "product") {
    const productId = entry.product_id ?? entry.id ?? unnamed(position, "product_id");
    return { scope: "product", productId, action: entry.action, ...ask };
  }
  const proposalId = entry.proposal_id ?? entry.id ?? unnamed(position, "proposal_id");
  return { scope: "proposal", proposalId, action: entry.action, ...ask };
}

function unnamed(position: number, name: string): never {
  const field = `refine[${position}].${name}`;
  throw refused("INVALID_REQUEST", `${field}: say which one you mean`, field);
}

/** In the order of the request, each entry with its refinement repeated (AdCP 3.1, `refinement_applied`). */
export function toAdcpApplied(refine: readonly Refinement[], applied: readonly { readonly status: string }[]) {
  return refine.map((entry, position) => ({
    scope: entry.scope,
    ...(entry.scope === "product" && { product_id: entry.productId }),
    ...(entry.scope === "proposal" && { proposal_id: entry.proposalId }),
    ...(applied[position] ?? { status: "unable", notes: "the sellers did not answer this part" }),
  }));
}
