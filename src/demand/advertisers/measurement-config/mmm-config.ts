import { z } from "zod";

/** How a marketing mix model is built. */
export const MmmConfig = z
  .looseObject({
    provider: z.string().max(255).optional(),
    dataSourceIds: z.array(z.string().max(255)).max(250).optional(),
    reportingFrequency: z.enum(["weekly", "monthly", "quarterly"]).optional(),
  })
  .meta({ id: "MmmConfig" });

export type MmmConfig = z.output<typeof MmmConfig>;
