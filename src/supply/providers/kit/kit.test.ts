import { expect, test } from "vitest";
import { DAY_MS } from "../../../ground/kernel/clock.ts";
import { dayIn, midnightIn, writtenIn } from "./days.ts";
import { tagged, tagOf } from "./lookup-tag.ts";
import { Digits, jsonText, readLossless } from "./lossless.ts";
import { fromProvider, type MoneyForm, toProvider } from "./money.ts";
import { textAt } from "./read.ts";
import { countryOfZone } from "./zone-country.ts";

test.each<[string, string]>([
  ["1500.25", "USD"],
  ["150025", "JPY"],
  ["1500.257", "KWD"],
  ["99999999999.99", "BRL"],
])("%s %s goes to a platform and back in any form, to the last digit", (amount, currency) => {
  for (const form of ["micros", "minor", "decimal"] satisfies MoneyForm[])
    expect(fromProvider(toProvider(amount, currency, form), currency, form)).toBe(amount);
});

test("an amount finer than a form can express is refused, and never rounded", () => {
  expect(toProvider("1.001", "USD", "minor")).toBeUndefined();
  expect(toProvider("1.5", "JPY", "minor")).toBeUndefined();
  expect(toProvider("0.0000001", "USD", "micros")).toBeUndefined();
  expect(fromProvider("-", "USD", "decimal")).toBeUndefined();
});

test("ids and amounts above 2^53 stay intact, both ways", () => {
  const read = readLossless('{"id":18446744073709551615,"list":[9007199254740993],"micros":1.50}');
  expect(textAt(read, "id")).toBe("18446744073709551615");
  expect(textAt(read, "list", 0)).toBe("9007199254740993");
  expect(textAt(read, "micros")).toBe("1.50");
  expect(jsonText({ id: 18446744073709551615n, kept: new Digits("1.50"), none: undefined })).toBe(
    '{"id":18446744073709551615,"kept":1.50}',
  );
  expect(readLossless("<html>")).toBeUndefined();
});

test("a day is as long as the clocks of its zone make it", () => {
  const zone = "America/Los_Angeles";
  const hours = (from: string, to: string) =>
    (midnightIn(zone, to).getTime() - midnightIn(zone, from).getTime()) / (DAY_MS / 24);
  expect(hours("2026-11-01", "2026-11-02")).toBe(25);
  expect(hours("2026-03-08", "2026-03-09")).toBe(23);
  expect(writtenIn(zone, midnightIn(zone, "2026-11-01"))).toBe("2026-11-01T00:00:00.000-07:00");
  expect(writtenIn(zone, midnightIn(zone, "2026-11-02"))).toBe("2026-11-02T00:00:00.000-08:00");
  expect(dayIn("Asia/Tokyo", new Date("2026-06-01T15:00:00Z"))).toBe("2026-06-02");
  expect(dayIn("UTC", new Date("2026-06-01T23:59:59Z"))).toBe("2026-06-01");
});

test("a name is truncated, but its tag is not", () => {
  const tag = tagOf("mb_1", "pkg_1");
  expect(tagged("a".repeat(400), tag, 40)).toHaveLength(40);
  expect(tagged("a".repeat(400), tag, 40).endsWith(tag)).toBe(true);
});

test("a zone gives its country if only one country uses it", () => {
  expect(countryOfZone("America/Los_Angeles")).toBe("US");
  expect(countryOfZone("UTC")).toBeUndefined();
});
