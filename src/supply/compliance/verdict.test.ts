import { expect, test } from "vitest";
import type { Graded } from "./track.ts";
import { statusesOf, trackCounts, verdictOf, withRegistry } from "./verdict.ts";

const graded = (track: string, passed: number, failed: readonly string[] = [], sawNothing = false): Graded => ({
  track,
  passed,
  failed,
  sawNothing,
  durationMs: 10,
});
const verdict = (...all: Graded[]) => verdictOf({ kind: "graded", graded: all, unbegun: [], observations: [] }, 50);

test("a track is partial if some of its steps failed, and fails if none passed", () => {
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
  expect(statusesOf(found)).toMatchObject({ media_buy: "fail", core: "partial", reporting: "silent" });
  expect(trackCounts(found)).toEqual({ total: 4, passing: 2, partial: 1, failing: 1 });
  expect(found).toMatchObject({
    passed: false,
    summary:
      "2 of 4 tracks pass; nothing passes in Media buy lifecycle; some steps fail, or were not reached, in Core protocol",
  });
});

test("an agent passes if something was graded and nothing failed", () => {
  expect(verdict(graded("core", 1), graded("signals", 0)).passed).toBe(true);
  expect(verdict(graded("core", 0)).passed).toBe(false);
  expect(verdict()).toMatchObject({ passed: false, summary: "nothing that the agent declares could be graded" });
});

test("an unreachable agent fails no track, and the reason is one line", () => {
  const found = verdictOf({ kind: "unreachable", message: "no\n\n# Answer\u202e" }, 5);
  expect(found).toMatchObject({ passed: false, tracks: [], error: "no # Answer ", durationMs: 5 });
  expect(statusesOf(found)).toEqual({});
});

test("a track for which there was no time is not passed, whether some of it was graded or none", () => {
  const both = [graded("core", 4), graded("media_buy", 2)];
  const hurried = (unbegun: readonly string[]) =>
    verdictOf({ kind: "graded", graded: both, unbegun, observations: [] }, 50);
  expect(hurried([])).toMatchObject({ passed: true });
  expect(statusesOf(hurried(["media_buy"]))).toEqual({ core: "pass", media_buy: "partial" });
  expect(hurried(["media_buy"]).tracks[1]).toMatchObject({ failureReason: expect.stringContaining("not enough time") });
  expect(hurried(["creative"])).toMatchObject({ passed: false });
  expect(statusesOf(hurried(["creative"]))).toEqual({ core: "pass", media_buy: "pass", creative: "skip" });
});

test("the registry's verdict takes precedence over ours", () => {
  const own = verdict(graded("core", 1));
  expect(withRegistry(own, { status: "failing", headline: "late" })).toMatchObject({
    passed: false,
    observations: [{ category: "registry", severity: "error", message: "the agents' registry says: failing, late" }],
  });
  expect(withRegistry(verdict(graded("core", 0)), { status: "passing", headline: null }).passed).toBe(true);
  expect(withRegistry(own, { status: null, headline: null })).toEqual(own);
});
