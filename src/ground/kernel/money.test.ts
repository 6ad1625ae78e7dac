import Big from "big.js";
import { expect, test } from "vitest";
import { compare } from "./money.ts";

const WRITTEN = ["0", "0.0", "-0.01", "0.1", "0.30", "0.3", "9.53", "10", "9.5", "99999999999.999", "100000000000000"];
/** More digits than numbers tell apart: as numbers, neighbours would be equal. */
const LONG = ["9007199254740992", "9007199254740993", "0.30000000000000001", "0.30000000000000002"];

test("decimals are compared exactly, however long they are", () => {
  const all = [...WRITTEN, ...LONG, ...[...WRITTEN, ...LONG].map((amount) => `-${amount.replace("-", "")}`)];
  for (const a of all)
    for (const b of all) expect(Math.sign(compare(a, b)) + 0, `${a} and ${b}`).toBe(new Big(a).cmp(b) + 0);
});

test("what is no decimal is refused", () => {
  expect(() => compare("dear", "1")).toThrow("Invalid number");
  expect(() => compare("1", "dear")).toThrow("Invalid number");
});
