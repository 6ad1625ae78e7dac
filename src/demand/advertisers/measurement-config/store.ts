import type { Db, Row } from "../../../ground/db/index.ts";
import type { MeasurementConfig, MeasurementSettings } from "./measurement-config.ts";

type Change = { readonly [Name in keyof MeasurementSettings]?: MeasurementSettings[Name] | undefined };

/** The settings of several advertisers, by advertiser; an advertiser without settings is not in the map. */
export async function listMeasurementConfigsOf(
  db: Db,
  customerId: number,
  advertiserIds: readonly number[],
): Promise<Map<number, MeasurementConfig>> {
  const rows = await db
    .selectFrom("measurement_configs")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where((config) => config("advertiser_id", "=", config.fn.any(config.val([...advertiserIds]))))
    .execute();
  return new Map(rows.map((row) => [row.advertiser_id, fromRow(row)]));
}

/**
 * Writes only the settings that the change names, in one statement, so that concurrent changes of different settings both take
 * effect.
 */
export async function upsertMeasurementConfig(
  db: Db,
  customerId: number,
  advertiserId: number,
  change: Change,
  at: Date,
): Promise<MeasurementConfig> {
  const columns = { ...columnsOf(change), updated_at: at };
  const row = await db
    .insertInto("measurement_configs")
    .values({ customer_id: customerId, advertiser_id: advertiserId, created_at: at, ...columns })
    .onConflict((conflict) => conflict.columns(["customer_id", "advertiser_id"]).doUpdateSet(columns))
    .returningAll()
    .executeTakeFirstOrThrow();
  return fromRow(row);
}

function columnsOf({ mmmEnabled, mmmConfig, incrementalityTestingEnabled, brandLiftEnabled, settings }: Change) {
  return {
    ...(mmmEnabled !== undefined && { mmm_enabled: mmmEnabled }),
    ...(mmmConfig !== undefined && { mmm_config: mmmConfig && JSON.stringify(mmmConfig) }),
    ...(incrementalityTestingEnabled !== undefined && { incrementality_testing_enabled: incrementalityTestingEnabled }),
    ...(brandLiftEnabled !== undefined && { brand_lift_enabled: brandLiftEnabled }),
    ...(settings !== undefined && { settings: settings && JSON.stringify(settings) }),
  };
}

function fromRow(row: Row<"measurement_configs">): MeasurementConfig {
  return {
    advertiserId: row.advertiser_id,
    mmmEnabled: row.mmm_enabled,
    mmmConfig: row.mmm_config as MeasurementConfig["mmmConfig"],
    incrementalityTestingEnabled: row.incrementality_testing_enabled,
    brandLiftEnabled: row.brand_lift_enabled,
    settings: row.settings as MeasurementConfig["settings"],
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
