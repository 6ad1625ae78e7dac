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

/** The request's defaults for all rows, with the currency configured in the feed module. */
export function defaultsIn(body: FeedDefaultsBody, feed: ModuleInstance | undefined): FeedDefaults {
  const said = Object.entries(FIELDS).map(([name, field]) => [field, body[name as keyof FeedDefaultsBody]] as const);
  const currency = feed?.config.defaultCurrency;
  return Object.fromEntries([...said, ["currency", currency] as const].filter(([, value]) => value !== undefined));
}

export function optionsIn(feed: ModuleInstance | undefined): NormaliseOptions {
  return feed?.config.grossCapacity === "reject" ? { grossCapacity: "reject" } : {};
}

/** The defaults in the form in which a schedule stores them. */
export function onlyDefaults(body: FeedDefaultsBody): JsonRecord {
  return Object.fromEntries(
    Object.keys(FIELDS).flatMap((name) => {
      const value = body[name as keyof FeedDefaultsBody];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
