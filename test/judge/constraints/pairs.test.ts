import { expect, test } from "vitest";
import { isReadAsMeant, type PairSubject, pairsOf } from "./pairs.ts";

/** By hands that had seen neither code nor other frames: the share that is to be read as it is meant, and what was read at first. */
const SUBJECTS: readonly (readonly [subject: PairSubject, share: number, was: number])[] = [
  ["media", 0.82, 0.7],
  ["places", 0.82, 0.69],
  ["subjects", 0.76, 0.64],
];

test.each(SUBJECTS)(
  "of two things in a sentence, each is read as it is meant: %s (%d, %d at first)",
  (subject, share) => {
    const pairs = pairsOf(subject, 3);
    const misread = pairs.filter((pair) => !isReadAsMeant(pair)).map(({ text }) => text);
    expect(pairs).toHaveLength(1080);
    expect(1 - misread.length / pairs.length, misread.join("\n")).toBeGreaterThanOrEqual(share);
  },
);
