import { expect, test } from "vitest";
import { availViewOf } from "../../avails/avail-view.ts";
import { vectors } from "../../vectors/vectors.fixture.ts";
import { instantIn, priceIn, wholeNumberIn } from "./cell.ts";
import { FeedReader } from "./feed-reading.ts";
import { normaliseRow } from "./normalise.ts";

test.each(vectors.normalization)("the normalisation of $name is the published one", ({ rows, defaults, expected }) => {
  const reader = new FeedReader(defaults);
  for (const row of rows) reader.take(row);
  const { avails, rejectedRowCount, warningCount, rejectedRows, warnings } = reader.read();
  expect(avails.map(availViewOf)).toEqual(expected.avails);
  expect({ parsedAvailCount: avails.length, rejectedRowCount, warningCount, rejectedRows, warnings }).toMatchObject({
    parsedAvailCount: expected.parsedAvailCount,
    rejectedRowCount: expected.rejectedRowCount,
    warningCount: expected.warningCount,
    rejectedRows: expected.rejectedRows,
    warnings: expected.warnings,
  });
});

const GOOD = {
  availId: "a",
  name: "A",
  collectionId: "c",
  collectionName: "C",
  startTime: "2026-06-01",
  endTime: "2026-06-30",
  impressionsCapacity: 10,
  formatOptions: "video_hosted; image",
  publisherProperties: "publisher.example",
};

test.each([
  ["a cpm without a currency", { cpm: "10" }, "currency", "REQUIRED_FIELD_MISSING"],
  ["a format that is none of AdCP's", { formatOptions: "hologram" }, "formatOptions", "INVALID_CANONICAL_FORMATS"],
  ["no formats", { formatOptions: [] }, "formatOptions", "INVALID_CANONICAL_FORMATS"],
  [
    "a publisher without a domain",
    { publisherProperties: [{}] },
    "publisherProperties",
    "INVALID_PUBLISHER_PROPERTIES",
  ],
  ["a price that could be two", { cpm: "1,200", currency: "EUR" }, "cpm", "INVALID_NUMBER"],
  ["a time without a zone", { startTime: "2026-06-01T10:00:00" }, "startTime", "INVALID_DATE_TIME"],
])("%s is rejected, with the column, the value and how to fix it", (_, change, field, code) => {
  const { avail, diagnostics } = normaliseRow({ ...GOOD, ...change }, 7, {});
  expect(avail).toBeNull();
  expect(diagnostics).toMatchObject([{ rowNumber: 7, field, code, mend: expect.stringMatching(/./) }]);
});

test("a gross capacity without upstream bookings is refused if the seller requires them", () => {
  const { impressionsCapacity: _, ...row } = GOOD;
  const { avail, diagnostics } = normaliseRow({ ...row, gross_impressions: 5 }, 1, {}, { grossCapacity: "reject" });
  expect(avail).toBeNull();
  expect(diagnostics).toMatchObject([{ field: "upstreamBookedImpressions", code: "REQUIRED_FIELD_MISSING" }]);
});

test("numbers are read as people write them, and never guessed", () => {
  for (const text of ["1200000", "1,200,000", "1 200 000", "1_200_000", "1\u00A0200\u00A0000"])
    expect(wholeNumberIn(text)).toBe(1_200_000);
  for (const text of ["1.200.000", "1,20", "12,00,000", "1e6", "-1", "1.5", "", "Infinity", "9".repeat(400)])
    expect(wholeNumberIn(text)).toBeUndefined();
  expect([priceIn("180,50"), priceIn("180.50"), priceIn(0.1)]).toEqual(["180.5", "180.5", "0.1"]);
  expect([priceIn("1,200"), priceIn("-1"), priceIn("1.2.3"), priceIn(Number.NaN)]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test("a day without a time stands for its first second as a start, and for its last as an end", () => {
  expect(instantIn("2026-05-31", "start")?.toISOString()).toBe("2026-05-31T00:00:00.000Z");
  expect(instantIn(46_173, "end")?.toISOString()).toBe("2026-05-31T23:59:59.000Z");
  expect(instantIn("46173.5", "end")?.toISOString()).toBe("2026-05-31T12:00:00.000Z");
  expect(instantIn("2026-05-31T18:00:00+02:00", "end")?.toISOString()).toBe("2026-05-31T16:00:00.000Z");
  for (const odd of ["2026-02-29", "31/05/2026", "2026-05-31T25:00:00Z", 19_999, 80_000, {}, "2026-02-30T10:00:00Z"])
    expect(instantIn(odd, "start")).toBeUndefined();
});
