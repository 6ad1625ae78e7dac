import { after, HOUR_MS } from "../../../ground/kernel/clock.ts";
import type { SourceCall } from "../../sources/calls/index.ts";

/** A period, and the calls in it. */
export interface Window {
  readonly from: Date;
  readonly to: Date;
  readonly calls: readonly SourceCall[];
}

export function windowOf(calls: readonly SourceCall[], to: Date, hours: number): Window {
  const from = after(to, -hours * HOUR_MS);
  return { from, to, calls: calls.filter(({ at }) => at >= from && at < to) };
}

/** The calls that were actually made. */
export function exchanges({ calls }: Pick<Window, "calls">): SourceCall[] {
  return calls.filter(({ outcome }) => outcome !== "skipped");
}

export function counted(calls: readonly SourceCall[], ...outcomes: SourceCall["outcome"][]): number {
  return calls.filter(({ outcome }) => outcomes.includes(outcome)).length;
}

/** The share of a part in all, with three decimal places; 0 if there are none. */
export function rate(part: number, all: number): number {
  return all === 0 ? 0 : Math.round((1_000 * part) / all) / 1_000;
}

/** The smallest duration that this percentage of the calls does not exceed; null if no duration is known. */
export function percentile(calls: readonly SourceCall[], percent: number): number | null {
  const times = calls.flatMap(({ tookMs }) => tookMs ?? []).toSorted((a, b) => a - b);
  return times[Math.ceil((percent / 100) * times.length) - 1] ?? null;
}

/** The number of calls that failed, were refused or timed out. */
export function issuesIn(calls: readonly SourceCall[]): number {
  return counted(calls, "failed", "rejected", "timeout");
}

const BARS = 24;

/** Divides the window into equal parts, oldest first. */
export function partsOf({ from, to, calls }: Window): Window[] {
  const partMs = (to.getTime() - from.getTime()) / BARS;
  return Array.from({ length: BARS }, (_, index) => {
    const [start, end] = [after(from, index * partMs), after(from, (index + 1) * partMs)];
    return { from: start, to: end, calls: calls.filter(({ at }) => at >= start && at < end) };
  });
}

export type Trend = "new_issue" | "worse" | "improved" | "recovered" | "unchanged" | "not_enough_data";

/** Compares the window with the previous one. */
export function trendOf(current: Window, previous: Window): Trend {
  const [now, then] = [exchanges(current), exchanges(previous)];
  if (now.length === 0 || then.length === 0) return "not_enough_data";
  const [issues, before] = [issuesIn(now), issuesIn(then)];
  if (before === 0 && issues > 0) return "new_issue";
  if (before > 0 && issues === 0) return "recovered";
  const [share, shareBefore] = [rate(issues, now.length), rate(before, then.length)];
  if (share === shareBefore) return "unchanged";
  return share > shareBefore ? "worse" : "improved";
}
