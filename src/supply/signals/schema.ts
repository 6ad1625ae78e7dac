import { z } from "zod";
import { instantOf } from "../../ground/kernel/clock.ts";
import { numberOf } from "../../ground/kernel/money.ts";
import { limitOffset, queryBoolean } from "../../ground/kernel/query.ts";
import type { ListedSignal } from "./listed-signal.ts";

export const SignalListQuery = z.object({
  ...limitOffset(100, 20),
  agentId: z.string().max(255).optional().describe("The agent that issues it (adcpAgentId)"),
  visibility: z
    .enum(["PUBLIC", "PROPRIETARY"])
    .optional()
    .describe("PROPRIETARY finds none: signals here are available to every buyer"),
  isLive: queryBoolean.optional(),
  includeArchived: queryBoolean.default(false).describe("Include those that their agent no longer lists"),
});

const Price = z.object({
  pricing_option_id: z.string(),
  pricing_model: z.string(),
  currency: z.string().nullable(),
  cpm: z.number().nullable(),
});

export const SignalView = z
  .object({
    id: z.int(),
    signalId: z.string(),
    adcpAgentId: z.string().nullable(),
    name: z.string(),
    description: z.string().nullable(),
    keyType: z.array(z.string()).describe("Always empty: AdCP agents do not say by which keys they identify people"),
    regions: z.array(z.string()).nullable(),
    metadata: z.record(z.string(), z.unknown()).nullable(),
    isLive: z.boolean(),
    archivedAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    access: z.array(
      z.object({
        id: z.int(),
        signalId: z.string(),
        advertiserId: z.string().nullable().describe("Null: every advertiser"),
        visibility: z.literal("PUBLIC"),
        price: Price.nullable(),
      }),
    ),
  })
  .meta({ id: "Signal" });

export function viewOf(listed: ListedSignal): z.input<typeof SignalView> {
  const { number, signal, archivedAt, createdAt, updatedAt } = listed;
  const { signalId, agentId, name, description, price, ...metadata } = signal;
  const said = price && {
    pricing_option_id: price.pricingOptionId,
    pricing_model: price.pricingModel,
    currency: price.currency,
    cpm: price.cpm === null ? null : numberOf(price.cpm),
  };
  return {
    id: number,
    signalId,
    adcpAgentId: agentId,
    name,
    description,
    keyType: [],
    regions: null,
    metadata,
    isLive: archivedAt === null,
    archivedAt: instantOf(archivedAt),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    access: [{ id: number, signalId, advertiserId: null, visibility: "PUBLIC", price: said }],
  };
}
