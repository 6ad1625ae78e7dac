import { expect, test } from "vitest";
import { after, DAY_MS, HOUR_MS, MINUTE_MS } from "../../../ground/kernel/clock.ts";
import { type KeptLogo, type Logo, shownDigest, wantsFetching } from "./brand.ts";

const now = new Date("2026-05-04T12:00:00Z");
const url = "https://northwind.example/logo.svg";
const logo = (kept: Partial<KeptLogo> | null): Logo => ({
  url,
  onDark: false,
  kept: kept && { sourceUrl: url, fetchedAt: now, digest: "abc", ...kept },
});

test("a logo is fetched when it was never seen here, and when its address has changed", () => {
  expect(wantsFetching(logo(null), now)).toBe(true);
  expect(wantsFetching(logo({ sourceUrl: "https://northwind.example/old.svg" }), now)).toBe(true);
  expect(wantsFetching(logo({}), now)).toBe(false);
  expect(wantsFetching({ ...logo({}), url: null }, now)).toBe(false);
});

test("a picture is looked at again after a day, and a failure after an hour", () => {
  expect(wantsFetching(logo({}), after(now, DAY_MS - MINUTE_MS))).toBe(false);
  expect(wantsFetching(logo({}), after(now, DAY_MS))).toBe(true);
  expect(wantsFetching(logo({ digest: null }), after(now, HOUR_MS - MINUTE_MS))).toBe(false);
  expect(wantsFetching(logo({ digest: null }), after(now, HOUR_MS))).toBe(true);
});

test("a picture is shown only while the seller points to where it came from", () => {
  expect(shownDigest(logo({}))).toBe("abc");
  expect(shownDigest(logo({ sourceUrl: "https://northwind.example/old.svg" }))).toBeNull();
  expect(shownDigest({ ...logo({}), url: null })).toBeNull();
  expect(shownDigest(logo(null))).toBeNull();
});
