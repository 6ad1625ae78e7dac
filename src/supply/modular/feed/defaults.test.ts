import { expect, test } from "vitest";
import { FORMATS, PROPERTIES } from "../modular.fixture.ts";
import { defaultsIn, onlyDefaults } from "./defaults.ts";

const SAID = {
  defaultCollectionId: "c",
  defaultCollectionName: "Collection",
  defaultCollectionDescription: "Films about travel",
  defaultChannel: "ctv",
  defaultFormatOptions: FORMATS,
  defaultPublisherProperties: PROPERTIES,
  defaultStartTime: "2026-01-01",
  defaultEndTime: "2026-12-31",
};

test("a request's values for all rows replace every column that they name, and are stored with a schedule", () => {
  expect(defaultsIn(SAID, undefined)).toEqual({
    collectionId: "c",
    collectionName: "Collection",
    collectionDescription: "Films about travel",
    channel: "ctv",
    formatOptions: FORMATS,
    publisherProperties: PROPERTIES,
    startTime: "2026-01-01",
    endTime: "2026-12-31",
  });
  expect(onlyDefaults({ ...SAID, defaultChannel: undefined })).not.toHaveProperty("defaultChannel");
  expect(onlyDefaults(SAID)).toEqual(SAID);
});
