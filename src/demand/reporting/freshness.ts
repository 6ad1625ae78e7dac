/** How up to date the figures are, and how stable. */
export interface Freshness {
  /** The last day for which a report has arrived. */
  readonly deliveredThrough: string | null;
  /** When the newest of the figures arrived. */
  readonly reportedAt: Date | null;
  /** Whether there are figures, and none of them will be corrected any more. */
  readonly final: boolean;
}

interface Reported {
  readonly lastDay: string;
  readonly reportedAt: Date;
  readonly final: boolean;
}

export function freshnessOf(delivered: readonly Reported[]): Freshness {
  return joinFreshness(delivered.map(({ lastDay, ...rest }) => ({ ...rest, deliveredThrough: lastDay })));
}

export function joinFreshness(parts: readonly Freshness[]): Freshness {
  return {
    deliveredThrough: latest(parts.map(({ deliveredThrough }) => deliveredThrough)),
    reportedAt: latest(parts.map(({ reportedAt }) => reportedAt)),
    final: parts.length > 0 && parts.every(({ final }) => final),
  };
}

function latest<T extends string | Date>(times: readonly (T | null)[]): T | null {
  return times.reduce<T | null>((last, time) => (time !== null && (last === null || time > last) ? time : last), null);
}
