import { z } from "zod";
import { domainInput } from "../../../ground/kernel/domain.ts";
import { numberOf } from "../../../ground/kernel/money.ts";
import { integerId } from "../../../ground/kernel/query.ts";
import { percentInput } from "../percent.ts";
import { chainOf, type Hierarchy, type HouseDiscount } from "./house-discount.ts";

const percent = percentInput.describe(
  "Taken off your price, from 0 to 100. If a buyer instruction matches too, the larger discount is used",
);
const notes = z.string().max(2000).nullable();
const scope = z.enum(["brand", "operator"]);

export const NewDiscountBody = z
  .object({
    houseDomain: domainInput.describe("A house, such as nike.com: what is known to belong to it is included"),
    scope: scope.describe("Whether the buy's brand must belong to the house, or its operator"),
    discountPercent: percent,
    notes,
  })
  .meta({ id: "NewHouseDiscount" });

const settled = z.never({ error: "house and scope of a discount are fixed: delete it and create another" }).optional();

export const DiscountChangeBody = z
  .object({ houseDomain: settled, scope: settled, discountPercent: percent.optional(), notes: notes.optional() })
  .meta({ id: "HouseDiscountChange" });

export const DiscountPath = z.object({ id: integerId("id") });

export const HouseDiscountView = z
  .object({
    id: z.string().describe("A decimal number, as a string"),
    storefrontId: z.string(),
    houseDomain: z.string(),
    scope,
    discountPercent: z.number(),
    notes,
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    createdBy: z.string().nullable().describe("The user who created it; null if a service did"),
  })
  .meta({ id: "HouseDiscount" });

export const HierarchyQuery = z.object({ domain: domainInput.describe("A brand's or an operator's domain") });

export const HierarchyView = z
  .object({
    domain: z.string(),
    chain: z.array(z.string()).describe("From the domain up to its house"),
    house: z.string(),
    known: z.boolean().describe("Whether a published hierarchy says so; if not, coverage says why"),
    coverage: z
      .enum(["registered", "unregistered", "unavailable"])
      .describe("Published; looked for and not found; or not looked for yet"),
    resolverDegraded: z.boolean().describe("The last lookup failed: this is the result of an earlier one"),
    isTop: z.boolean().describe("Known, and itself the head of its house"),
  })
  .meta({ id: "HouseHierarchy" });

export function viewOf(row: HouseDiscount): z.input<typeof HouseDiscountView> {
  return {
    id: String(row.houseDiscountId),
    storefrontId: String(row.storefrontId),
    houseDomain: row.houseDomain,
    scope: row.scope,
    discountPercent: numberOf(row.discountPercent),
    notes: row.notes,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    createdBy: row.createdBy === null ? null : String(row.createdBy),
  };
}

export function hierarchyView(hierarchy: Hierarchy): z.input<typeof HierarchyView> {
  const { domain, coverage, isOld } = hierarchy;
  const chain = chainOf(hierarchy);
  const known = coverage === "registered";
  return {
    domain,
    chain,
    house: chain.at(-1) ?? domain,
    known,
    coverage,
    resolverDegraded: isOld,
    isTop: known && chain.length === 1,
  };
}
