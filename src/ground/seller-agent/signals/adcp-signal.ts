import { z } from "zod";
import { amount, currencyCode, readEach } from "../adcp.ts";
import type { Signal, SignalPrice } from "./signal.ts";

const reported = z.string().nullish().catch(null);

const Price = z.looseObject({
  pricing_option_id: z.string(),
  model: reported,
  pricing_model: reported,
  currency: currencyCode.nullish().catch(null),
  cpm: amount.nullish().catch(null),
});

/** AdCP 3.1, get-signals-response. */
const AdcpSignal = z.looseObject({
  signal_agent_segment_id: z.string().min(1),
  name: z.string().min(1),
  description: reported,
  signal_type: reported,
  value_type: reported,
  data_provider: reported,
  pricing_options: z.array(Price).nullish().catch(null),
});

/** A seller's answer, with each signal parsed separately, so that an invalid one affects no other. */
export function fromAdcpSignals(list: readonly unknown[], agentId: string): Signal[] {
  return readEach(AdcpSignal, list, "signal_agent_segment_id").read.map((signal) => ({
    agentId,
    signalId: signal.signal_agent_segment_id,
    name: signal.name,
    description: signal.description ?? null,
    signalType: signal.signal_type ?? null,
    valueType: signal.value_type ?? null,
    dataProvider: signal.data_provider ?? null,
    price: priceOf(signal.pricing_options?.[0]),
  }));
}

function priceOf(option: z.infer<typeof Price> | undefined): SignalPrice | null {
  if (!option) return null;
  const { pricing_option_id, model, pricing_model, currency, cpm } = option;
  return {
    pricingOptionId: pricing_option_id,
    pricingModel: model ?? pricing_model ?? "cpm",
    currency: currency ?? null,
    cpm: cpm ?? null,
  };
}
