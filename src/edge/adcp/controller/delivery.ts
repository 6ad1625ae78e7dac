import { z } from "zod";
import { amountOrZeroInput } from "../../../ground/kernel/inputs/money-input.ts";
import { minorDigits, numberOf, ratio, times } from "../../../ground/kernel/money.ts";
import { readPurchases } from "../../../supply/callers/index.ts";
import { type AddedDelivery, addDelivery, spendSoFar } from "../../../supply/callers/rehearsals/index.ts";
import type { Json } from "../../reference/index.ts";
import { fault, scenario } from "./scenario.ts";

const count = z.int().nonnegative().max(1_000_000_000).default(0);

function toAdcpAdded({ impressions, clicks, conversions, spend }: AddedDelivery): Json {
  return { impressions, clicks, conversions, reported_spend: { amount: numberOf(spend) } };
}

function noTrial(mediaBuyId: string): Json {
  return fault("NOT_FOUND", `params.media_buy_id: you have no media buy ${mediaBuyId} in a sandbox here`);
}

const Written = z.record(z.string(), z.unknown());

/** How the delivery was measured (AdCP 3.1, simulate_delivery); the last statement counts. */
const Measurement = z.object({
  vendor_metric_values: z.array(Written).max(50).optional(),
  viewability: Written.optional(),
  is_final: z.boolean().optional(),
  finalized_at: z.iso.datetime({ offset: true }).optional(),
  measurement_window: z.string().max(100).optional(),
});

export const simulateDelivery = scenario(
  z.object({
    media_buy_id: z.string(),
    impressions: count,
    clicks: count,
    conversions: count,
    reported_spend: z.object({ amount: amountOrZeroInput }).optional(),
    ...Measurement.shape,
  }),
  async ({ media_buy_id, reported_spend, impressions, clicks, conversions, ...said }, { resolved }) => {
    const measured = Object.keys(said).length > 0 ? said : null;
    const added = { impressions, clicks, conversions, spend: reported_spend?.amount ?? "0", measured };
    const whole = await addDelivery(resolved.caller, media_buy_id, added);
    if (!whole) return noTrial(media_buy_id);
    return { success: true, simulated: toAdcpAdded(added), cumulative: toAdcpAdded(whole) };
  },
);

/** Sets the spend of a trial to a percentage of its budget, whatever was added before. */
export const simulateSpend = scenario(
  z.object({
    media_buy_id: z.string("name a media buy: budgets belong to media buys, not to accounts"),
    spend_percentage: z.number().min(0).max(100),
  }),
  async ({ media_buy_id: mediaBuyId, spend_percentage }, { resolved }) => {
    const [purchase] = await readPurchases(resolved.caller, { mediaBuyIds: [mediaBuyId], limit: 1 });
    if (!purchase) return noTrial(mediaBuyId);
    const { budget, currency } = purchase;
    const spend = ratio(times(budget, spend_percentage), 100, minorDigits(currency)) ?? "0";
    if (!(await spendSoFar(resolved.caller, mediaBuyId, spend))) return noTrial(mediaBuyId);
    const computed_spend = { amount: numberOf(spend), currency };
    return {
      success: true,
      simulated: { spend_percentage, computed_spend, budget: { amount: numberOf(budget), currency } },
    };
  },
);
