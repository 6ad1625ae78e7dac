import { z } from "zod";
import { flightInstant } from "../../../ground/kernel/inputs/flight.ts";
import { amountInput } from "../../../ground/kernel/inputs/money-input.ts";
import { checkMinorUnits, type Money } from "../../../ground/kernel/money.ts";
import type { NewPackage, Product } from "../../../ground/seller-agent/index.ts";
import { NOT_SOLD } from "../checks/not-sold.ts";
import { refused } from "../protocol/failure.ts";
import { ShownInPackage } from "./creative.ts";
import { FormatSelectors, formatsOf } from "./package-formats.ts";
import { fromAdcpTargeting, RequestedTargeting } from "./targeting.ts";

/** Returned to the buyer as it was sent. */
export const EchoedObject = z.record(z.string(), z.unknown());

export const AdcpPackage = z.object({
  product_id: z.string(),
  pricing_option_id: z.string(),
  budget: amountInput.describe("In major units of the pricing option's currency"),
  bid_price: amountInput.optional().describe("For an option without a fixed price"),
  pacing: z.enum(["even", "asap", "front_loaded"]).default("even"),
  start_time: flightInstant.optional(),
  end_time: flightInstant.optional(),
  buyer_ref: z.string().optional().describe("Your own name for the package, echoed"),
  context: EchoedObject.optional().describe("Your own data: returned wherever the package is"),
  ext: EchoedObject.optional(),
  agency_estimate_number: z.string().max(200).optional(),
  paused: z.boolean().optional().describe("Nothing is delivered until the package is resumed"),
  ...FormatSelectors,
  ...ShownInPackage,
  targeting_overlay: RequestedTargeting,
  ...NOT_SOLD,
});

type PackageRequest = z.output<typeof AdcpPackage>;

/** A package's currency is that of its pricing option; for a product that is not on the shelf, that of the total budget. */
export function fromAdcpPackage(
  part: PackageRequest,
  position: number,
  products: readonly Product[],
  total: Money | undefined,
): NewPackage {
  const path = `packages[${position}]`;
  const targeting = fromAdcpTargeting(part.targeting_overlay ?? {}, `${path}.targeting_overlay`);
  const currency = currencyOf(part, path, products) ?? total?.currency ?? unknownProduct(part, path);
  checkMinorUnits({ amount: part.budget, currency }, `${path}.budget`);
  return {
    buyerRef: refOf(part, position),
    productId: part.product_id,
    pricingOptionId: part.pricing_option_id,
    budget: part.budget,
    currency,
    bidPrice: part.bid_price ?? null,
    pacing: part.pacing,
    ...(part.start_time !== undefined && { startTime: part.start_time }),
    ...(part.end_time !== undefined && { endTime: part.end_time }),
    // An empty overlay requests nothing.
    ...(Object.keys(targeting).length > 0 && { targeting }),
    ...(part.paused && { paused: true }),
    ...formatsOf(part, path, products),
    ...echoOf(part),
  };
}

function echoOf(part: PackageRequest): Pick<NewPackage, "echo"> {
  const { context, ext, agency_estimate_number, format_option_refs, format_kind, params } = part;
  const { optimization_goals, measurement_terms } = part;
  const selectors = { format_option_refs, format_kind, params, optimization_goals, measurement_terms };
  const said = Object.entries({ context, ext, agency_estimate_number, ...selectors }).filter(
    ([, value]) => value !== undefined,
  );
  return said.length > 0 ? { echo: Object.fromEntries(said) } : {};
}

function refOf({ buyer_ref, context }: PackageRequest, position: number): string {
  const named = buyer_ref ?? context?.buyer_ref;
  return typeof named === "string" && named !== "" ? named : String(position);
}

function currencyOf({ product_id, pricing_option_id }: PackageRequest, path: string, products: readonly Product[]) {
  const product = products.find(({ productId }) => productId === product_id);
  if (!product) return undefined;
  const option = product.pricingOptions.find(({ pricingOptionId }) => pricingOptionId === pricing_option_id);
  if (option) return option.currency;
  const offered = product.pricingOptions.map(({ pricingOptionId }) => pricingOptionId).join(", ");
  const field = `${path}.pricing_option_id`;
  throw refused("INVALID_REQUEST", `${field}: ${product_id} is sold by ${offered}`, field);
}

function unknownProduct({ product_id }: PackageRequest, path: string): never {
  const message =
    `${path}.product_id: there is no product ${product_id}: call get_products; for one that was made for a brief, ` +
    "send total_budget with its currency";
  throw refused("PRODUCT_NOT_FOUND", message, `${path}.product_id`);
}
