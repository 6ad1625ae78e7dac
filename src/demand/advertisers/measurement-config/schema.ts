import { z } from "zod";
import type { MeasurementConfig } from "./measurement-config.ts";
import { MmmConfig } from "./mmm-config.ts";

const Settings = z.record(z.string(), z.unknown()).describe("Anything else that a vendor needs to know");

export const MeasurementConfigView = z
  .object({
    advertiserId: z.string(),
    mmmEnabled: z.boolean(),
    mmmConfig: MmmConfig.nullable().describe("Null while mmmEnabled is false"),
    incrementalityTestingEnabled: z.boolean(),
    brandLiftEnabled: z.boolean(),
    settings: Settings.nullable(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: "MeasurementConfig" });

export const MeasurementConfigBody = z
  .object({
    mmmEnabled: z.boolean().optional().describe("Whether a marketing mix model is built from the advertiser's results"),
    mmmConfig: MmmConfig.nullable().optional().describe("Replaced as a whole"),
    incrementalityTestingEnabled: z.boolean().optional(),
    brandLiftEnabled: z.boolean().optional(),
    settings: Settings.nullable().optional().describe("Replaced as a whole"),
  })
  .meta({ id: "MeasurementConfigChange" });

export function measurementConfigView(config: MeasurementConfig): z.input<typeof MeasurementConfigView> {
  const { advertiserId, mmmConfig, createdAt, updatedAt, ...rest } = config;
  return {
    ...rest,
    advertiserId: String(advertiserId),
    mmmConfig: rest.mmmEnabled ? mmmConfig : null,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
