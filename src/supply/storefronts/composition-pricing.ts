import { z } from "zod";
import { currencyInput } from "../../ground/kernel/currency.ts";
import { MOST_AMOUNT } from "../../ground/kernel/inputs/money-input.ts";

const terms = (most: number, length: number) => z.array(z.string().min(1).max(length)).max(most).optional();

const DOMAIN = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/;

/** Fields are combined with AND, the values within a field with OR. */
const Hints = z.object({
  channels: terms(32, 80),
  creativeTerms: terms(64, 120),
  publisherDomains: z.array(z.string().max(253).regex(DOMAIN, "a bare domain, such as acme.com")).max(128).optional(),
  countries: z
    .array(z.string().regex(/^[A-Z0-9_-]{2,32}$/))
    .max(64)
    .optional(),
  advertiserVerticals: terms(64, 120),
  seasonality: terms(32, 120),
  signalTags: terms(64, 120),
  placementTags: terms(64, 120),
});

const price = z.number().max(MOST_AMOUNT);
const Price = z.object({
  pricingModel: z.enum(["cpm", "vcpm", "cpc", "cpcv", "cpv", "cpp", "cpa", "flat_rate", "time"]).default("cpm"),
  currency: currencyInput.optional(),
  targetPrice: price.positive().optional(),
  floorPrice: price.nonnegative().optional(),
  ceilingPrice: price.positive().optional(),
});

const PricingFact = z.object({
  id: z
    .string()
    .max(120)
    .regex(/^[a-zA-Z0-9][a-zA-Z0-9_-]*$/),
  label: z.string().min(1).max(160),
  appliesWhen: z.string().min(1).max(2000),
  hints: Hints.prefault({}),
  pricing: Price,
  strength: z.enum(["hard_floor", "default", "guidance"]).default("default"),
  provenance: z.string().max(500).optional(),
  notes: z.string().max(2000).optional(),
});

/** Deprecated, but the contract has it in every answer; no other value can be chosen. */
export const DEFAULT_PERCENTILE = "p75";

/** The seller's prices for composed products; replaced as a whole (storefront contract §3.2). */
export const CompositionPricing = z
  .object({
    targetPercentile: z.enum(["p50", "p75", "p90"]).default(DEFAULT_PERCENTILE),
    rateCard: z
      .object({ currency: currencyInput.optional(), facts: z.array(PricingFact).max(500).default([]) })
      .prefault({}),
  })
  .meta({ id: "CompositionPricing" });

export type CompositionPricing = z.output<typeof CompositionPricing>;
