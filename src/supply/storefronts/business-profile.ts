import { z } from "zod";
import { domainInput } from "../../ground/kernel/domain.ts";

/** The channel codes that describe storefronts. One of them has another name outside (see `outwardChannels`). */
const CHANNELS = ["display", "olv", "ctv", "social", "audio", "streaming_audio", "dooh"] as const;

export const channelsInput = z.array(z.enum(CHANNELS)).max(16);
export const regionsInput = z
  .array(z.string().regex(/^[A-Z0-9_-]{2,32}$/, "a region is 2 to 32 of A-Z 0-9 _ -"))
  .max(64);

/** The operator's statements about its business; replaced as a whole (storefront contract §3.6). */
export const BusinessProfile = z
  .object({
    agentName: z.string().min(1).max(80).optional(),
    agentPersonality: z.string().min(1).max(1000).optional().describe("How the Merchandising Agent should sound"),
    publisherDomains: z
      .array(domainInput)
      .max(128)
      .transform((domains) => [...new Set(domains)])
      .optional()
      .describe("If omitted: unknown, not all"),
    summary: z.string().max(2000).optional(),
    propertyCount: z.int().min(0).max(10_000).optional(),
    channels: channelsInput.optional(),
    regions: regionsInput.optional(),
    verticals: z.array(z.string().min(1).max(80)).max(32).optional(),
    evidenceUrls: z
      .array(z.url({ protocol: /^https?$/ }).max(2048))
      .max(16)
      .optional(),
    notes: z.string().max(4000).optional(),
    updatedBy: z.string().max(120).optional(),
  })
  .meta({ id: "BusinessProfile" });

export type BusinessProfile = z.output<typeof BusinessProfile>;

export const BusinessProfileView = BusinessProfile.extend({ publisherDomains: z.array(z.string()).optional() }).meta({
  id: "BusinessProfileView",
});
