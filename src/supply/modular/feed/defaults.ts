import type { JsonRecord } from "../avails/avail.ts";
import type { ModuleInstance } from "../modules/module-instance.ts";
import type { FieldName } from "./reading/columns.ts";
import type { FeedDefaults, NormaliseOptions } from "./reading/normalise.ts";
import type { FeedDefaultsBody } from "./schema.ts";

const FIELDS: Readonly<Record<keyof FeedDefaultsBody, FieldName>> = {
  defaultCollectionId: "collectionId",
  defaultCollectionName: "collectionName",
  defaultCollectionDescription: "collectionDescription",
  defaultChannel: "channel",
  defaultFormatOptions: "formatOptions",
  defaultPublisherProperties: "publisherProperties",
  defaultStartTime: "startTime",
  defaultEndTime: "endTime",
};

/** What a request says for all rows, with the currency that the feed module is configured for. */
export function defaultsIn(body: FeedDefaultsBody, feed: ModuleInstance | undefined): FeedDefaults {
  const said = Object.entries(FIELDS).map(([name, field]) => [field, body[name as keyof FeedDefaultsBody]] as const);
  const currency = feed?.config.defaultCurrency;
  return Object.fromEntries([...said, ["currency", currency] as const].filter(([, value]) => value !== undefined));
}

export function optionsIn(feed: ModuleInstance | undefined): NormaliseOptions {
  return feed?.config.grossCapacity === "reject" ? { grossCapacity: "reject" } : {};
}

/** As they are kept with a schedule. */
export function onlyDefaults(body: FeedDefaultsBody): JsonRecord {
  return Object.fromEntries(
    Object.keys(FIELDS).flatMap((name) => {
      const value = body[name as keyof FeedDefaultsBody];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
