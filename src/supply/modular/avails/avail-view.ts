import { z } from "zod";
import { numberOf } from "../../../ground/kernel/money.ts";
import type { NewAvail } from "./avail.ts";

export const JsonObject = z.record(z.string(), z.unknown());

export const AvailView = z
  .object({
    availId: z.string(),
    name: z.string(),
    collectionId: z.string(),
    collectionName: z.string(),
    collectionDescription: z.string().nullable().optional(),
    channel: z.string().nullable(),
    startTime: z.string(),
    endTime: z.string(),
    impressionsCapacity: z.int().describe("Net: what may be sold here"),
    upstreamBookedImpressions: z.int().optional().describe("For information; already subtracted"),
    cpm: z.number().optional(),
    currency: z.string().optional(),
    targeting: JsonObject.optional(),
    sourceMetadata: JsonObject.optional(),
    formatOptions: z.array(JsonObject),
    publisherProperties: z.array(JsonObject),
  })
  .meta({ id: "ModularAvail" });

/** What the feed does not say is left out. */
export function availViewOf(avail: NewAvail): z.input<typeof AvailView> {
  const { collectionDescription, upstreamBookedImpressions, cpm, currency, targeting, sourceMetadata } = avail;
  const { availId, name, collectionId, collectionName, channel, impressionsCapacity } = avail;
  return {
    availId,
    name,
    collectionId,
    collectionName,
    ...(collectionDescription !== null && { collectionDescription }),
    channel,
    startTime: instantText(avail.startTime),
    endTime: instantText(avail.endTime),
    impressionsCapacity,
    ...(upstreamBookedImpressions !== null && { upstreamBookedImpressions }),
    ...(cpm !== null && { cpm: numberOf(cpm) }),
    ...(currency !== null && { currency }),
    ...(Object.keys(targeting).length > 0 && { targeting: { ...targeting } }),
    ...(Object.keys(sourceMetadata).length > 0 && { sourceMetadata: { ...sourceMetadata } }),
    formatOptions: avail.formatOptions.map((option) => ({ ...option })),
    publisherProperties: avail.publisherProperties.map((property) => ({ ...property })),
  };
}

/** Without the milliseconds, where there are none. */
export function instantText(instant: Date): string {
  return instant.toISOString().replace(".000Z", "Z");
}
