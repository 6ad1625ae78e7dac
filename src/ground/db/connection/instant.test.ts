import pg from "pg";
import { expect, test } from "vitest";
import { instantIn } from "./instant.ts";

const byDriver = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ) as (text: string) => unknown;

test("an instant is the one that the driver reads, to the millisecond", () => {
  const fractions = ["", ".1", ".12", ".1234", ".12345", ".123456", ".999999", ".000001"];
  for (let ms = 0; ms < 1_000; ms++) fractions.push(`.${String(ms).padStart(3, "0")}`);
  for (const second of ["1970-01-01 00:00:00", "2024-02-29 23:59:59", "9999-12-31 23:59:59", "0100-01-01 00:00:00"])
    for (const fraction of fractions) {
      const text = `${second}${fraction}+00`;
      expect(instantIn(text), text).toEqual(byDriver(text));
    }
});

test.each([
  "infinity",
  "-infinity",
  "2026-11-02 12:00:00+02",
  "0099-01-01 00:00:00+00",
  "10000-01-01 00:00:00+00",
  "0044-03-15 12:00:00+00 BC",
  "2026-11-02 12:00:00",
  "2026-11-02",
])("%s is left to the driver", (text) => expect(instantIn(text)).toBeUndefined());
