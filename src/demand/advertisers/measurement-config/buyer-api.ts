import { z } from "zod";
import { InvalidState, NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { getActiveAdvertiser, getAdvertiser } from "../get-advertiser.ts";
import { AdvertiserPath } from "../schema.ts";
import { defaultConfigOf } from "./measurement-config.ts";
import { MeasurementConfigBody, MeasurementConfigView, measurementConfigView } from "./schema.ts";
import { listMeasurementConfigsOf, upsertMeasurementConfig } from "./store.ts";

const theOne = {
  api: "buyer",
  path: "/advertisers/{advertiserId}/measurement-config",
  tag: "Measurement",
  params: AdvertiserPath,
  answer: z.object({ measurementConfig: MeasurementConfigView }),
  errors: [NotFound],
  refs: { "params.advertiserId": "advertiser" },
} as const;

export const getMeasurementConfig = operation({
  ...theOne,
  id: "getMeasurementConfig",
  method: "get",
  summary: "Get an advertiser's measurement settings",
  description: "If it was never set, the defaults are returned.",
  access: "read",
  async handle({ params }, ctx) {
    const advertiser = await getAdvertiser(ctx, params.advertiserId);
    const { advertiserId } = advertiser;
    const stored = await listMeasurementConfigsOf(ctx.db, ctx.viewer.customerId, [advertiserId]);
    return { measurementConfig: measurementConfigView(stored.get(advertiserId) ?? defaultConfigOf(advertiser)) };
  },
});

export const updateMeasurementConfig = operation({
  ...theOne,
  id: "updateMeasurementConfig",
  method: "put",
  summary: "Update an advertiser's measurement settings: only the fields in the body change",
  description: "The settings are stored for whoever runs the measurement; they do not start one.",
  access: "write",
  body: MeasurementConfigBody,
  errors: [InvalidState, NotFound],
  audit: { resource: "MEASUREMENT_CONFIG", action: "UPDATE" },
  async handle({ params, body }, ctx) {
    const { advertiserId } = await getActiveAdvertiser(ctx, params.advertiserId);
    const config = await upsertMeasurementConfig(ctx.db, ctx.viewer.customerId, advertiserId, body, ctx.now);
    return { measurementConfig: measurementConfigView(config) };
  },
});
