import { z } from "zod";
import { domainInput } from "../../../ground/kernel/domain.ts";
import { numberOf } from "../../../ground/kernel/money.ts";
import { integerId } from "../../../ground/kernel/query.ts";
import { percentInput } from "../percent.ts";
import type { BuyerInstruction } from "./buyer-instruction.ts";

const countryCode = z.string().regex(/^[A-Z]{2}$/, "a country must be an ISO 3166 code, such as DE");

const words = {
  discountPercent: percentInput
    .nullable()
    .describe(
      "Taken off your price. The largest of all matching discounts is used, so a specific one counts only if it is larger",
    ),
  notes: z.string().max(2000).nullable().describe("Other terms for these buyers; the notes of all matching rows apply"),
  countries: z
    .array(countryCode)
    .min(1)
    .max(249)
    .transform((codes) => [...new Set(codes)])
    .nullable()
    .describe("Null means everywhere; otherwise a buyer that names none of its countries does not match"),
};

export const NewInstructionBody = z
  .object({
    operatorDomain: domainInput.nullable().describe("The agency or platform that buys; null means any"),
    brandDomain: domainInput.nullable().describe("The advertiser's brand; null means any"),
    ...words,
  })
  .meta({ id: "NewBuyerInstruction" });

const settled = z.never({ error: "the scope of an instruction is fixed: delete it and create another" }).optional();

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
    createdBy: z.string().nullable().describe("The user who created it; null if a service did"),
  })
  .meta({ id: "BuyerInstruction" });

export const ScopeQuery = z.object({
  operatorDomain: domainInput.optional().describe("The agency or platform that would buy"),
  brandDomain: domainInput.optional().describe("The advertiser's brand"),
  country: countryCode.optional().describe("Where the campaign would run"),
});

export const ResolvedView = z
  .object({
    matchedRowIds: z.array(z.string()).describe("The most specific first"),
    notes: z.array(z.string()).describe("All matching rows, the most specific first"),
    effectiveDiscountPercent: z.number().nullable(),
    source: z.enum(["buyer_instruction", "house_discount"]).nullable().describe("Where the discount comes from"),
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
