import { expect, test } from "vitest";
import { firmDemandsOf } from "./firm-demands.fixture.ts";
import { readBrief } from "./read-brief.ts";

const demandsOf = (brief: string) => firmDemandsOf(brief).toSorted();

test("what is indented below what is excluded is refused, and what follows is not", () => {
  const brief = [
    "product: lawn mowers",
    "geo: [DE, AT]",
    "channels:",
    "  - display",
    "exclude:",
    "  channels: [social, radio]",
    "  topics: [gambling]",
    "max_cpm: 18 EUR",
  ].join("\n");
  expect(demandsOf(brief)).toEqual(["-radio", "-social", "AT", "DE", "display"]);
  const { chips } = readBrief(brief);
  expect(chips.some(({ concept, negated }) => concept === "gambling" && negated)).toBe(true);
  expect(chips.find(({ kind }) => kind === "maxCpm")).toMatchObject({ value: "18", currency: "EUR" });
});

test("a heading of Markdown refuses the items below it, and none of the next heading's", () => {
  const brief = "## Channels\n- radio\n\n## Do not include\n- TV\n- politics\n\n## Markets\n- France";
  expect(demandsOf(brief)).toEqual(["-ctv", "-linear_tv", "FR", "radio"]);
});

test.each([
  ["channels: no social; podcasts", ["-social", "podcast"]],
  ["channels: podcasts; other channels: none", ["podcast"]],
])("a label before a refusal does not undo it: %s", (brief, demands) => {
  expect(demandsOf(brief)).toEqual(demands);
});

test.each([
  ["Markets: NO, SE, FI\nMedia: online video", ["FI", "NO", "SE", "olv"]],
  ["NO TV, NO US inventory, radio", ["-US", "-ctv", "-linear_tv", "radio"]],
])("NO is Norway in a list of countries, and a word elsewhere: %s", (brief, demands) => {
  expect(demandsOf(brief)).toEqual(demands);
});

test.each([
  ["Geo: Canada (excl. Quebec)\nChannels: Podcast\nExclusions: politics", ["CA", "podcast"]],
  ["Canada (excluding Quebec), podcasts", ["CA", "podcast"]],
])("what is refused in brackets ends with them: %s", (brief, demands) => {
  expect(demandsOf(brief)).toEqual(expect.arrayContaining(demands));
  const quebec = readBrief(brief).chips.filter(({ concept }) => concept === "quebec");
  expect(quebec.map(({ negated }) => negated)).toEqual([true]);
});

test.each(["maxCpm: 25 USD, podcasts", "channels=podcast;max_cpm=25USD"])("a field names its limit: %s", (brief) => {
  expect(readBrief(brief).chips.find(({ kind }) => kind === "maxCpm")).toMatchObject({ value: "25", currency: "USD" });
});

test("a brand that is not endemic is not refused", () => {
  const { chips } = readBrief("CTV sports, US, non-endemic beer brand");
  expect(chips.find(({ concept }) => concept === "beer")).toMatchObject({ negated: false });
});
