import { z } from "zod";
import { currencyInput } from "../../../ground/kernel/currency.ts";
import { numberOf } from "../../../ground/kernel/money.ts";
import { takeSkip } from "../../../ground/kernel/query.ts";
import { catalogIdOf } from "../catalog-id.ts";
import { CatalogPath } from "../schema.ts";
import type { Offering } from "./offering.ts";

export const OfferingView = z
  .object({
    offeringId: z.string(),
    catalogId: z.string(),
    title: z.string(),
    description: z.string().nullable(),
    price: z.number().nullable(),
    currency: z.string().nullable(),
    landingUrl: z.string().nullable(),
    status: z.literal("ACTIVE"),
    item: z.record(z.string(), z.unknown()).optional().describe("The complete item, if it came from a sync or a feed"),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: "Offering" });

export const OneOffering = z.object({ offering: OfferingView });

const OfferingId = z.string().trim().min(1).max(255);
const title = z.string().trim().min(1).max(500);
const description = z.string().max(5000).nullable();
const price = z.number().nonnegative().max(1e15).nullable().describe("In major units of the currency");
const landingUrl = z
  .url({ protocol: /^https?$/ })
  .max(2048)
  .nullable();

export const NewOfferingBody = z
  .object({
    offeringId: OfferingId.describe("Your own id; unique in the catalog"),
    title,
    description: description.optional(),
    price: price.optional(),
    currency: currencyInput.nullable().optional(),
    landingUrl: landingUrl.optional(),
  })
  .meta({ id: "NewOffering" });

export const OfferingChangeBody = z
  .object({
    title: title.optional(),
    description: description.optional(),
    price: price.optional(),
    currency: currencyInput.nullable().optional(),
    landingUrl: landingUrl.optional(),
  })
  .meta({ id: "OfferingChange" });

export const OfferingPath = CatalogPath.extend({ offeringId: z.string().min(1).max(255) });

export const OfferingListQuery = z.object({
  ...takeSkip,
  title: z.string().max(255).optional().describe("Part of the title, ignoring case"),
});

export function viewOf(offering: Offering): z.input<typeof OfferingView> {
  const { offeringId, catalogId, title, description, price, currency, landingUrl, item } = offering;
  return {
    offeringId,
    catalogId: catalogIdOf(catalogId),
    title,
    description,
    price: price === null ? null : numberOf(price),
    currency,
    landingUrl,
    status: "ACTIVE",
    ...(item && { item }),
    createdAt: offering.createdAt.toISOString(),
    updatedAt: offering.updatedAt.toISOString(),
  };
}
