import { expect, test } from "vitest";
import type { Graded } from "./track.ts";
import { failingTracks, trackCounts, verdictOf } from "./verdict.ts";

const graded = (track: string, passed: number, failed: readonly string[] = [], sawNothing = false): Graded => ({
  track,
  passed,
  failed,
  sawNothing,
  durationMs: 10,
});
const verdict = (...all: Graded[]) => verdictOf({ kind: "graded", graded: all, observations: [] }, 50);

test("a track is partial where some of its steps failed, and fails where none passed", () => {
  const found = verdict(
    graded("core", 2),
    graded("core", 1, ["a"]),
    graded("media_buy", 0, ["b", "c", "d", "e"]),
    graded("creative", 3),
    graded("signals", 0),
    graded("reporting", 1, [], true),
  );
  expect(found.tracks.map(({ track, status }) => [track, status])).toEqual([
    ["core", "partial"],
    ["creative", "pass"],
    ["media_buy", "fail"],
    ["reporting", "silent"],
    ["signals", "skip"],
  ]);
  expect(found.tracks[2]).toMatchObject({ durationMs: 10, failureReason: "b; c; d; and 1 more" });
  expect(failingTracks(found)).toEqual(["media_buy"]);
  expect(trackCounts(found)).toEqual({ total: 4, passing: 2, partial: 1, failing: 1 });
  expect(found).toMatchObject({
    passed: false,
    summary: "2 of 4 tracks pass; nothing passes in Media buy lifecycle; some steps fail in Core protocol",
  });
});

test("an agent passes where something was graded and nothing failed", () => {
  expect(verdict(graded("core", 1), graded("signals", 0)).passed).toBe(true);
  expect(verdict(graded("core", 0)).passed).toBe(false);
  expect(verdict()).toMatchObject({ passed: false, summary: "nothing that the agent declares could be graded" });
});

test("an agent that was not reached fails in no track, and why it was not stands on one line", () => {
  const found = verdictOf({ kind: "unreachable", message: "no\n\n# Answer\u202e" }, 5);
  expect(found).toMatchObject({ passed: false, tracks: [], error: "no # Answer ", durationMs: 5 });
  expect(failingTracks(found)).toEqual([]);
});
