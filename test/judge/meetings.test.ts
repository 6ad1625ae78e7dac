import { expect, test } from "vitest";
import { meet, meetingFiguresOf, readMeetings } from "./meetings.ts";

/** What no change may make worse; `node bin/run.mjs test/judge/run-meetings.ts` tells where it did. */
const FLOORS = [
  { file: "north-tune", aboveMisses: 0.84, first: 0.7, firstThree: 0.8, absent: 0.06 },
  { file: "north-held", aboveMisses: 0.64, first: 0.49, firstThree: 0.65, absent: 0.18 },
  { file: "south-tune", aboveMisses: 0.8, first: 0.6, firstThree: 0.8, absent: 0.07 },
  { file: "south-held", aboveMisses: 0.57, first: 0.42, firstThree: 0.5, absent: 0.21 },
] as const;

test.each(FLOORS)("what answers a brief stands above what only looks like it: $file", async (floor) => {
  const figures = meetingFiguresOf(await meet(readMeetings(floor.file)));
  expect(figures.aboveMisses).toBeGreaterThanOrEqual(floor.aboveMisses);
  expect(figures.first).toBeGreaterThanOrEqual(floor.first);
  expect(figures.firstThree).toBeGreaterThanOrEqual(floor.firstThree);
  expect(figures.absent).toBeLessThanOrEqual(floor.absent);
});
