import { z } from "zod";
import { flightInstant } from "../../../ground/kernel/inputs/flight.ts";
import { amountInput } from "../../../ground/kernel/inputs/money-input.ts";
import { eitherSpelling } from "./either-spelling.ts";

const bidPrice = amountInput.nullable().optional().describe("In the pricing option's currency and model");
const pacing = z.enum(["even", "asap", "front_loaded"]).optional();
const name = z.string().trim().min(1).max(255).optional();
const id = z.string().min(1).max(128);
const productId = z.string().min(1).max(512);

/** New terms for a package of a buy that its seller holds. */
const PackageEdit = eitherSpelling(
  z.strictObject({
    packageId: id,
    budget: amountInput.optional().describe("In major units of the package's currency"),
    pacing,
    bidPrice,
    startTime: flightInstant.optional(),
    endTime: flightInstant.optional(),
  }),
  { package_id: "packageId", bid_price: "bidPrice", start_time: "startTime", end_time: "endTime" },
);

/** New terms for a product of a draft. */
const ProductEdit = eitherSpelling(
  z.strictObject({
    productId,
    pricingOptionId: z.string().min(1).max(255).optional(),
    budget: amountInput.optional().describe("For all packages of the product together"),
    pacing,
    bidPrice,
    remove: z.boolean().optional().describe("Removes the product from the draft, and from the campaign's selection"),
  }),
  { product_id: "productId", pricing_option_id: "pricingOptionId", bid_price: "bidPrice" },
);

const edits = {
  name,
  packages: z.array(PackageEdit).min(1).max(500).optional().describe("For a media buy that is with its seller"),
  products: z.array(ProductEdit).min(1).max(500).optional().describe("For a draft"),
  startTime: z
    .union([z.literal("asap"), flightInstant])
    .optional()
    .describe('A date and time, or "asap"'),
  endTime: flightInstant.optional(),
  reason: z.string().max(1000).optional(),
  creative_ids: z.array(id).max(500).optional().describe("Ignored: creatives belong to the campaign"),
  optimization_goals: z.array(z.unknown()).max(50).optional().describe("Ignored: goals belong to the campaign"),
};

const OLDER = { start_time: "startTime", end_time: "endTime", updated_reason: "reason" };

/** Buyer contract e.11: one entry of a campaign's `mediaBuys`. */
export const MediaBuyOperation = eitherSpelling(
  z.strictObject({
    ...edits,
    mediaBuyId: id,
    action: z
      .enum(["update", "cancel", "delete"])
      .default("update")
      .describe("`delete` is for drafts and for media buys that have ended; any other is canceled"),
    packageIds: z.array(id).min(1).max(500).optional().describe("Cancels only these packages"),
    suggestion_id: z.string().max(255).optional(),
  }),
  { ...OLDER, media_buy_id: "mediaBuyId", package_ids: "packageIds" },
).meta({ id: "MediaBuyOperation" });

export type MediaBuyOperation = z.output<typeof MediaBuyOperation>;
export type PackageEdit = z.output<typeof PackageEdit>;
export type ProductEdit = z.output<typeof ProductEdit>;

/** Strict, as in the contract, so that a misspelt field is not silently taken for an omitted one. */
export const UpdateMediaBuyBody = eitherSpelling(z.strictObject(edits), OLDER).meta({ id: "UpdateMediaBuy" });

export type UpdateMediaBuyBody = z.output<typeof UpdateMediaBuyBody>;

/** Fields that a client may send but this server ignores, each with the operation to use instead. */
export function unusedIn(edits: UpdateMediaBuyBody, path: string): string[] {
  const { creative_ids, optimization_goals } = edits;
  return [
    ...(creative_ids ? [`${path}creative_ids is not used: assign creatives to the campaign`] : []),
    ...(optimization_goals ? [`${path}optimization_goals is not used: set the campaign's performanceConfig`] : []),
  ];
}
