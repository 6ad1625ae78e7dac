import { expect, test } from "vitest";
import { asOf, type LogMark, MOST_LAG_MS, positionIn, withMark } from "./lag.ts";

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 1, 12, 0, seconds));
const marks: readonly LogMark[] = [
  { at: at(0), position: 100n },
  { at: at(1), position: 200n },
  { at: at(2), position: 200n },
];

test("positions are compared as numbers, not as texts", () => {
  expect(positionIn("0/9")).toBeLessThan(positionIn("0/10"));
  expect(positionIn("9/FFFFFFFF")).toBeLessThan(positionIn("A/0"));
});

test("a replica is as fresh as the newest moment whose writes it has, all of them", () => {
  expect(asOf(marks, 200n)).toEqual(at(2));
  expect(asOf(marks, 199n)).toEqual(at(0));
  expect(asOf(marks, 99n)).toBeNull();
});

test("a moment that is too long ago is forgotten", () => {
  const [first, ...rest] = withMark(marks, { at: new Date(at(1).getTime() + MOST_LAG_MS), position: 300n });
  expect(first?.at).toEqual(at(1));
  expect(rest).toHaveLength(2);
});
