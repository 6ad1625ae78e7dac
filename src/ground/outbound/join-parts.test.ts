import { expect, test } from "vitest";
import { joinParts } from "./join-parts.ts";

const KIB = 1_024;

test.each([[[]], [[0]], [[3, 0, 5]], [[64 * KIB, 1]], [[2_048 * KIB, 700 * KIB, 700 * KIB, 1]]])(
  "parts of %j bytes are one after another in memory of their own",
  async (lengths) => {
    const parts = lengths.map((length, nth) => Buffer.alloc(length, nth + 1));
    const joined = await joinParts(parts);
    expect(Buffer.concat(parts).equals(joined)).toBe(true);
    expect(joined.buffer.byteLength).toBe(joined.length);
  },
);

test("others have a turn after every mebibyte", async () => {
  const parts = Array.from({ length: 160 }, () => Buffer.alloc(64 * KIB));
  let turns = 0;
  let isOver = false;
  const count = () => {
    turns++;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  await joinParts(parts);
  isOver = true;
  expect(turns).toBeGreaterThanOrEqual(10);
});
