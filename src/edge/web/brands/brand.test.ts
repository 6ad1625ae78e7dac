import { expect, test } from "vitest";
import { after, DAY_MS, HOUR_MS, MINUTE_MS } from "../../../ground/kernel/clock.ts";
import { type Logo, type StoredLogo, shownDigest, wantsFetching } from "./brand.ts";

const now = new Date("2026-05-04T12:00:00Z");
const url = "https://northwind.example/logo.svg";
const logo = (kept: Partial<StoredLogo> | null): Logo => ({
  url,
  onDark: false,
  kept: kept && { sourceUrl: url, fetchedAt: now, digest: "abc", ...kept },
});

test("a logo is fetched if it was never fetched before, or its address has changed", () => {
  expect(wantsFetching(logo(null), now)).toBe(true);
  expect(wantsFetching(logo({ sourceUrl: "https://northwind.example/old.svg" }), now)).toBe(true);
  expect(wantsFetching(logo({}), now)).toBe(false);
  expect(wantsFetching({ ...logo({}), url: null }, now)).toBe(false);
});

test("an image is fetched again after a day, and a failure is retried after an hour", () => {
  expect(wantsFetching(logo({}), after(now, DAY_MS - MINUTE_MS))).toBe(false);
  expect(wantsFetching(logo({}), after(now, DAY_MS))).toBe(true);
  expect(wantsFetching(logo({ digest: null }), after(now, HOUR_MS - MINUTE_MS))).toBe(false);
  expect(wantsFetching(logo({ digest: null }), after(now, HOUR_MS))).toBe(true);
});

test("an image is shown only as long as the seller's URL is the one from which it came", () => {
  expect(shownDigest(logo({}))).toBe("abc");
  expect(shownDigest(logo({ sourceUrl: "https://northwind.example/old.svg" }))).toBeNull();
  expect(shownDigest({ ...logo({}), url: null })).toBeNull();
  expect(shownDigest(logo(null))).toBeNull();
});
