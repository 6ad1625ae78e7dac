import { z } from "zod";
import { domainInput } from "../../../ground/kernel/domain.ts";
import { numberOf } from "../../../ground/kernel/money.ts";
import { integerId } from "../../../ground/kernel/query.ts";
import { percentInput } from "../percent.ts";
import type { BuyerInstruction } from "./buyer-instruction.ts";

const countryCode = z.string().regex(/^[A-Z]{2}$/, "a country is its ISO-3166 code, such as DE");

const words = {
  discountPercent: percentInput
    .nullable()
    .describe("Off your price. The best of all that match wins, so a special one counts only where it is better"),
  notes: z
    .string()
    .max(2000)
    .nullable()
    .describe("What else holds for these buyers; the notes of all that match apply"),
  countries: z
    .array(countryCode)
    .min(1)
    .max(249)
    .transform((codes) => [...new Set(codes)])
    .nullable()
    .describe("Null is everywhere; otherwise a buy that names none of its countries is not meant"),
};

export const NewInstructionBody = z
  .object({
    operatorDomain: domainInput.nullable().describe("The agency or platform that buys; null is any"),
    brandDomain: domainInput.nullable().describe("The advertiser's brand; null is any"),
    ...words,
  })
  .meta({ id: "NewBuyerInstruction" });

const settled = z.never({ error: "the scope of an instruction is settled: delete it and create another" }).optional();

export const InstructionChangeBody = z
  .object({
    operatorDomain: settled,
    brandDomain: settled,
    discountPercent: words.discountPercent.optional(),
    notes: words.notes.optional(),
    countries: words.countries.optional(),
  })
  .meta({ id: "BuyerInstructionChange" });

export const InstructionPath = z.object({ id: integerId("id") });

export const BuyerInstructionView = z
  .object({
    id: z.string().describe("A decimal number, as a string"),
    storefrontId: z.string(),
    operatorDomain: z.string().nullable(),
    brandDomain: z.string().nullable(),
    discountPercent: z.number().nullable(),
    notes: z.string().nullable(),
    countries: z.array(z.string()).nullable(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    createdBy: z.string().nullable().describe("The user who made it; null where a service did"),
  })
  .meta({ id: "BuyerInstruction" });

export const ScopeQuery = z.object({
  operatorDomain: domainInput.optional().describe("The agency or platform that would buy"),
  brandDomain: domainInput.optional().describe("The advertiser's brand"),
  country: countryCode.optional().describe("Where the buy would run"),
});

export const ResolvedView = z
  .object({
    matchedRowIds: z.array(z.string()).describe("The most specific first"),
    notes: z.array(z.string()).describe("Of all rows that match, the most specific first"),
    effectiveDiscountPercent: z.number().nullable(),
    source: z.enum(["buyer_instruction", "house_discount"]).nullable().describe("Where the discount is from"),
    sourceId: z.string().nullable(),
    explanation: z.string(),
  })
  .meta({ id: "ResolvedBuyerInstructions" });

export function viewOf(row: BuyerInstruction): z.input<typeof BuyerInstructionView> {
  const { buyerInstructionId, storefrontId, discountPercent, countries, createdAt, updatedAt, createdBy } = row;
  return {
    id: String(buyerInstructionId),
    storefrontId: String(storefrontId),
    operatorDomain: row.operatorDomain,
    brandDomain: row.brandDomain,
    discountPercent: discountPercent === null ? null : numberOf(discountPercent),
    notes: row.notes,
    countries: countries && [...countries],
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    createdBy: createdBy === null ? null : String(createdBy),
  };
}
