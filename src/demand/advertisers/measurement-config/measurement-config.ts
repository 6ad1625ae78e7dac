import type { MmmConfig } from "./mmm-config.ts";

/** How an advertiser's results are measured, in addition to sellers' reports. One for each advertiser. */
export interface MeasurementConfig extends MeasurementSettings {
  readonly advertiserId: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface MeasurementSettings {
  readonly mmmEnabled: boolean;
  /** For the marketing mix model. While the model is off, its configuration is stored but not shown. */
  readonly mmmConfig: MmmConfig | null;
  readonly incrementalityTestingEnabled: boolean;
  readonly brandLiftEnabled: boolean;
  readonly settings: Readonly<Record<string, unknown>> | null;
}

const DEFAULTS: MeasurementSettings = {
  mmmEnabled: false,
  mmmConfig: null,
  incrementalityTestingEnabled: false,
  brandLiftEnabled: false,
  settings: null,
};

/** The settings of an advertiser that has configured nothing: the defaults, dated to the advertiser's creation. */
export function defaultConfigOf({
  advertiserId,
  createdAt,
}: {
  readonly advertiserId: number;
  readonly createdAt: Date;
}): MeasurementConfig {
  return { ...DEFAULTS, advertiserId, createdAt, updatedAt: createdAt };
}
