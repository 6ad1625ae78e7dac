import { z } from "zod";
import { numberOf } from "../../../ground/kernel/money.ts";
import { type Avail, freeOf } from "./avail.ts";
import { instantText, JsonObject } from "./avail-view.ts";
import { productIdOf } from "./product.ts";

export const ProductView = z
  .object({
    productId: z.string(),
    availId: z.string(),
    collectionId: z.string(),
    collectionName: z.string(),
    name: z.string(),
    description: z.string(),
    channel: z.string().nullable(),
    formatOptions: z.array(JsonObject),
    publisherProperties: z.array(JsonObject),
    startTime: z.string(),
    endTime: z.string(),
    impressionsCapacity: z.int(),
    heldImpressions: z.int(),
    bookedImpressions: z.int(),
    availableImpressions: z.int().describe("Free impressions: capacity less held and booked, never below zero"),
    cpm: z.number().nullable(),
    currency: z.string().nullable(),
    targeting: JsonObject,
    sourceMetadata: JsonObject,
    cadent: z.null(),
  })
  .meta({ id: "ModularInventoryProduct" });

export function productViewOf(avail: Avail): z.input<typeof ProductView> {
  const { availId, collectionId, collectionName, collectionDescription, name, channel, cpm, currency } = avail;
  return {
    productId: productIdOf(avail),
    availId,
    collectionId,
    collectionName,
    name,
    description: collectionDescription ?? collectionName,
    channel,
    formatOptions: avail.formatOptions.map((option) => ({ ...option })),
    publisherProperties: avail.publisherProperties.map((property) => ({ ...property })),
    startTime: instantText(avail.startTime),
    endTime: instantText(avail.endTime),
    impressionsCapacity: avail.impressionsCapacity,
    heldImpressions: avail.held,
    bookedImpressions: avail.booked,
    availableImpressions: freeOf(avail),
    cpm: cpm === null ? null : numberOf(cpm),
    currency,
    targeting: { ...avail.targeting },
    sourceMetadata: { ...avail.sourceMetadata },
    cadent: null,
  };
}
