import { z } from "zod";
import { newUuid } from "../../ground/kernel/ids.ts";
import type { Random } from "../../ground/kernel/random.ts";

/** How often one person may be shown the advertiser's advertising. Stored in AdCP's terms. */
export interface FrequencyCap extends FrequencyCapInput {
  readonly id: string;
  /** ISO 8601. */
  readonly createdAt: string;
}

const cap = {
  max_impressions: z.int().min(1),
  window: z.object({
    interval: z.int().min(1),
    unit: z.enum(["seconds", "minutes", "hours", "days", "campaign"]),
  }),
};

const FrequencyCapInput = z.object(cap);
export type FrequencyCapInput = z.output<typeof FrequencyCapInput>;

export const FrequencyCapsInput = z
  .array(FrequencyCapInput)
  .max(20)
  .describe(
    "Replaces all caps; [] removes them. Passed on to the sellers; this server does not count impressions per person",
  );

export const FrequencyCapView = z
  .object({
    ...cap,
    id: z.string(),
    targetLevel: z.literal("ADVERTISER"),
    targetId: z.string(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    archivedAt: z.null(),
  })
  .meta({ id: "FrequencyCap" });

export function newFrequencyCaps(inputs: readonly FrequencyCapInput[], random: Random, at: Date): FrequencyCap[] {
  return inputs.map((input) => ({ ...input, id: newUuid(random), createdAt: at.toISOString() }));
}

export function frequencyCapView(
  { createdAt, ...cap }: FrequencyCap,
  advertiserId: number,
): z.input<typeof FrequencyCapView> {
  const target = { targetLevel: "ADVERTISER", targetId: String(advertiserId) } as const;
  return { ...cap, ...target, createdAt, updatedAt: createdAt, archivedAt: null };
}
