import type { RegistryVerdict } from "../publishers/index.ts";
import type { Examination, Observation } from "./storyboards/examination.ts";
import { type Track, tracksOf } from "./track.ts";

/** The result of the storyboards for one agent (storefront contract §7.3). */
export interface Verdict {
  /** Whether something was graded and no step failed. */
  readonly passed: boolean;
  readonly tracks: readonly Track[];
  /** A single sentence. */
  readonly summary: string;
  readonly observations: readonly Observation[];
  readonly durationMs: number;
  /** Why nothing was graded. An agent that cannot be reached has not failed anything. */
  readonly error?: string;
}

const LONGEST_ERROR = 500;

export function verdictOf(examination: Examination, durationMs: number): Verdict {
  if (examination.kind === "unreachable") {
    const error = examination.message.replaceAll(/[\s\p{C}]+/gu, " ").slice(0, LONGEST_ERROR);
    return {
      passed: false,
      tracks: [],
      summary: "the agent could not be examined",
      observations: [],
      durationMs,
      error,
    };
  }
  const { graded, unbegun } = examination;
  const tracks = tracksOf(graded, unbegun);
  return {
    passed: hasPassed(tracks) && unbegun.length === 0,
    tracks,
    summary: summaryOf(tracks),
    observations: examination.observations,
    durationMs,
  };
}

/** The status of each track. */
export function statusesOf({ tracks }: Verdict): Record<string, Track["status"]> {
  return Object.fromEntries(tracks.map(({ track, status }) => [track, status]));
}

/** Adds the registry's verdict, which takes precedence over ours (seed 003). */
export function withRegistry(verdict: Verdict, { status, headline }: RegistryVerdict): Verdict {
  if (status === null) return verdict;
  const message = [`the agents' registry says: ${status}`, headline].filter(Boolean).join(", ");
  const severity = status === "passing" ? "info" : "error";
  const observations = [...verdict.observations, { category: "registry", severity, message } as const];
  return { ...verdict, passed: status === "passing", observations };
}

/** The number of tracks by status; tracks that were not run do not count. */
export function trackCounts({ tracks }: Verdict) {
  const count = (...statuses: readonly Track["status"][]) =>
    tracks.filter(({ status }) => statuses.includes(status)).length;
  return {
    total: count("pass", "silent", "partial", "fail"),
    passing: count("pass", "silent"),
    partial: count("partial"),
    failing: count("fail"),
  };
}

function hasPassed(tracks: readonly Track[]): boolean {
  const broken = tracks.some(({ status }) => status === "fail" || status === "partial");
  return !broken && tracks.some(({ status }) => status === "pass");
}

function summaryOf(tracks: readonly Track[]): string {
  const named = (wanted: Track["status"]) => tracks.filter(({ status }) => status === wanted).map(({ label }) => label);
  const [failing, partial] = [named("fail"), named("partial")];
  const ran = tracks.filter(({ status }) => status !== "skip").length;
  if (ran === 0) return "nothing that the agent declares could be graded";
  const parts = [
    `${ran - failing.length - partial.length} of ${ran} tracks pass`,
    failing.length > 0 && `nothing passes in ${failing.join(", ")}`,
    partial.length > 0 && `some steps fail, or were not reached, in ${partial.join(", ")}`,
  ];
  return parts.filter(Boolean).join("; ");
}
