import { expect, test } from "vitest";
import { meet, meetingFiguresOf, readMeetings } from "./meetings.ts";

/** What no change may make worse; `node bin/run.mjs test/judge/run-meetings.ts` tells where it did. */
const FLOORS = [
  { file: "north-tune", aboveMisses: 0.84, first: 0.67, firstThree: 0.8, absent: 0.06 },
  { file: "north-held", aboveMisses: 0.58, first: 0.43, firstThree: 0.59, absent: 0.18 },
  { file: "south-tune", aboveMisses: 0.8, first: 0.54, firstThree: 0.8, absent: 0.07 },
  { file: "south-held", aboveMisses: 0.53, first: 0.34, firstThree: 0.44, absent: 0.21 },
] as const;

test.each(FLOORS)("what answers a brief stands above what only looks like it: $file", async (floor) => {
  const figures = meetingFiguresOf(await meet(readMeetings(floor.file)));
  expect(figures.aboveMisses).toBeGreaterThanOrEqual(floor.aboveMisses);
  expect(figures.first).toBeGreaterThanOrEqual(floor.first);
  expect(figures.firstThree).toBeGreaterThanOrEqual(floor.firstThree);
  expect(figures.absent).toBeLessThanOrEqual(floor.absent);
});
