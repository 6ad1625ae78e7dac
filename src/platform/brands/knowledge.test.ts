import { expect, test } from "vitest";
import { after, DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "../../ground/kernel/clock.ts";
import type { Brand } from "./brand.ts";
import { answers, confirm, type Knowledge, learnFromLookup, leftAlone } from "./knowledge.ts";
import type { Finding } from "./published/find-brand.ts";

const wall = new Date("2026-05-04T12:00:00Z");
const brand = { domain: "acme.com", name: "Acme" } as Brand;
const found = { kind: "found", brand, passing: false, turnsAt: [] as Date[] } as const;
const missing = { kind: "none", reason: "it answered 404", momentary: false } as const;
const silent = { kind: "none", reason: "no answer", momentary: true } as const;

function learnt(finding: Finding, at = wall, before?: Knowledge): Knowledge {
  return learnFromLookup(before, "acme.com", { finding, etag: '"1"' }, at);
}

const lasts = ({ freshUntil, lookedUpAt }: Knowledge) => freshUntil.getTime() - lookedUpAt.getTime();

test("a find lasts a day, a miss an hour, and silence ten minutes", () => {
  expect(lasts(learnt(found))).toBe(DAY_MS);
  expect(lasts(learnt({ ...found, passing: true }))).toBe(HOUR_MS);
  expect(lasts(learnt(missing))).toBe(HOUR_MS);
  expect(lasts(learnt(silent))).toBe(10 * MINUTE_MS);
});

test("what was read before a redirect takes effect is not used after that time", () => {
  expect(lasts(learnt({ ...found, turnsAt: [after(wall, MINUTE_MS)] }))).toBe(MINUTE_MS);
  expect(lasts(learnt({ ...found, turnsAt: [after(wall, -MINUTE_MS)] }))).toBe(DAY_MS);
});

test("a domain without a brand is asked less and less often, but at least once a day", () => {
  let known = learnt(missing);
  const pauses = Array.from({ length: 7 }, () => lasts((known = learnt(missing, wall, known))) / HOUR_MS);
  expect(pauses).toEqual([2, 4, 8, 16, 24, 24, 24]);
});

test("a brand is kept for a week of its domain's silence, and removed once its domain says so", () => {
  const known = learnt(found);
  expect(learnt(silent, after(wall, 6 * DAY_MS), known)).toMatchObject({ brand, etag: '"1"', reason: "no answer" });
  expect(learnt(silent, after(wall, 7 * DAY_MS), known)).toMatchObject({ brand: null, readAt: null, etag: null });
  expect(learnt(missing, after(wall, MINUTE_MS), known)).toMatchObject({ brand: null });
});

test("an unchanged brand is valid for another day", () => {
  const later = after(wall, 2 * DAY_MS);
  expect(confirm(learnt(found), "acme.com", later)).toMatchObject({
    brand,
    readAt: later,
    freshUntil: after(later, DAY_MS),
  });
});

test("an explicit request for a brand does not get a cached miss that is a minute old", () => {
  const [hit, miss] = [learnt(found), learnt(missing)];
  const soon = after(wall, 59 * SECOND_MS);
  const later = after(wall, MINUTE_MS);
  expect([answers(miss, soon, true), answers(miss, later, true), answers(miss, later, false)]).toEqual([
    true,
    false,
    true,
  ]);
  expect([answers(hit, later, true), answers(hit, after(wall, DAY_MS), true)]).toEqual([true, false]);
});

test("reserved names are not looked up, nor any name if looking up brands is switched off", () => {
  const asking = { brandJsonUrl: "https://{domain}/.well-known/brand.json", brandRegistryUrl: null };
  for (const domain of ["acme.example", "shop.test", "acme.local", "example.com", "www.example.org", "a.home.arpa"])
    expect(leftAlone(domain, asking), domain).toContain("reserved");
  for (const domain of ["acme.com", "example.de", "myexample.com", "latest.com"])
    expect(leftAlone(domain, asking), domain).toBeUndefined();
  expect(leftAlone("acme.com", { brandJsonUrl: null, brandRegistryUrl: null })).toContain("does not look brands up");
  expect(leftAlone("acme.com", { brandJsonUrl: null, brandRegistryUrl: "https://registry.com" })).toBeUndefined();
});
