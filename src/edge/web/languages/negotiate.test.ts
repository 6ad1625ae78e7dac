import { expect, test } from "vitest";
import { html } from "../html.ts";
import { LANGUAGES, negotiate, offeredOf, type SearchCriteria } from "./negotiate.ts";
import { plural } from "./plural.ts";

const tagFor = (supported: readonly string[] | null, criteria: SearchCriteria) =>
  negotiate(offeredOf(supported), criteria).tag;

test("the requested language takes precedence over the remembered one, and that over the browser's", () => {
  const accepted = "fr";
  expect(tagFor(null, { asked: "de", remembered: "nl", accepted })).toBe("de");
  expect(tagFor(null, { remembered: "nl", accepted })).toBe("nl");
  expect(tagFor(null, { accepted })).toBe("fr");
});

test("only the storefront's languages are offered, and the first is for everybody else", () => {
  expect(tagFor(["nl", "en"], { asked: "de", accepted: "fr, es;q=0.5" })).toBe("nl");
  expect(tagFor(["nl", "en"], { accepted: "en" })).toBe("en");
  expect(offeredOf(["NL-be", "en_GB", "nl"]).map(({ tag }) => tag)).toEqual(["nl", "en"]);
});

test("all languages are offered if the storefront names none, or none that is supported", () => {
  expect(offeredOf(null)).toBe(LANGUAGES);
  expect(offeredOf([])).toBe(LANGUAGES);
  expect(offeredOf(["pt", "ja"])).toBe(LANGUAGES);
});

test.each([
  ["de-AT", "de"],
  ["fr;q=0.4, es;q=0.9, en;q=0.1", "es"],
  ["pt-BR, pt;q=0.9, ar-EG;q=0.8", "ar"],
  ["de;q=0, nl;q=0.2", "nl"],
  ["ja, *;q=0.1", "en"],
  ["", "en"],
  ["q=1;;;,,,;q=x, de;q=2", "en"],
])("a browser that accepts %j reads %s", (accepted, tag) => {
  expect(tagFor(null, { accepted })).toBe(tag);
});

test("a single requested word takes precedence over any junk in the others", () => {
  expect(tagFor(null, { asked: "../../etc", remembered: "<script>", accepted: "es" })).toBe("es");
});

test("every plural category of every language has a wording", () => {
  for (const { tag, words } of LANGUAGES) {
    const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
    const counts = Array.from({ length: 120 }, (_, count) => count);
    const said = new Set(counts.map((count) => words.busyLead(count).text.replace(/\d+/, "#")));
    expect([tag, said.size]).toEqual([tag, expect.any(Number)]);
    expect(said.size).toBeGreaterThan(1);
    expect(categories).toContain("other");
  }
  expect(plural("ar", 2, { two: html`two`, other: html`other` }).text).toBe("two");
  expect(plural("ar", 0, { two: html`two`, other: html`other` }).text).toBe("other");
});
