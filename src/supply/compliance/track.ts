/** The result for one of AdCP's areas: `partial` if some of its steps failed or were not reached, `fail` if none passed. */
type TrackStatus = "pass" | "fail" | "skip" | "partial" | "silent";

/** An area of AdCP as its storyboards grade it: `core`, `media_buy`, `error_handling` (storefront contract §7.3). */
export interface Track {
  readonly track: string;
  readonly status: TrackStatus;
  readonly label: string;
  readonly durationMs: number;
  /** The first steps that failed, and why. */
  readonly failureReason?: string;
}

/** The grades of one storyboard, as far as it got. */
export interface Graded {
  readonly track: string;
  readonly passed: number;
  /** One sentence for each step that failed. */
  readonly failed: readonly string[];
  /** Whether it was meant to observe something but observed none of it. */
  readonly sawNothing: boolean;
  readonly durationMs: number;
  /** Set if there was no time for it. Then it says nothing, but its track cannot pass without it. */
  readonly notBegun?: true;
}

const LABELS: Readonly<Record<string, string>> = {
  core: "Core protocol",
  products: "Product discovery",
  media_buy: "Media buy lifecycle",
  creative: "Creative management",
  reporting: "Reporting and delivery",
  governance: "Governance",
  campaign_governance: "Campaign governance",
  signals: "Signals",
  si: "Sponsored intelligence",
  audiences: "Audience management",
  error_handling: "Error handling",
  brand: "Brand rights",
  security: "Security",
};

const UNFINISHED = "there was not enough time to grade all of it";
const MOST_REASONS = 3;
const LONGEST_REASON = 1_000;

/** The tracks of everything that was graded, by name. A track that was not finished can pass only partially. */
export function tracksOf(graded: readonly Graded[], unbegun: readonly string[] = []): Track[] {
  return [...Map.groupBy([...graded, ...unbegun.map(unfinished)], ({ track }) => track)]
    .map(([track, storyboards]) => trackOf(track, storyboards))
    .sort((a, b) => (a.track < b.track ? -1 : 1));
}

function unfinished(track: string): Graded {
  return { track, passed: 0, failed: [], sawNothing: false, durationMs: 0, notBegun: true };
}

function trackOf(track: string, storyboards: readonly Graded[]): Track {
  const failed = storyboards.flatMap((one) => one.failed);
  return {
    track,
    status: statusOf(storyboards),
    label: LABELS[track] ?? track,
    durationMs: storyboards.reduce((sum, { durationMs }) => sum + durationMs, 0),
    ...(failed.length > 0 && { failureReason: reasonOf(failed) }),
    ...(failed.length === 0 && storyboards.some(({ notBegun }) => notBegun) && { failureReason: UNFINISHED }),
  };
}

function statusOf(storyboards: readonly Graded[]): TrackStatus {
  const passed = storyboards.some((one) => one.passed > 0);
  if (storyboards.some(({ failed }) => failed.length > 0)) return passed ? "partial" : "fail";
  if (!passed) return "skip";
  if (storyboards.some(({ notBegun }) => notBegun)) return "partial";
  return storyboards.every(({ sawNothing }) => sawNothing) ? "silent" : "pass";
}

function reasonOf(failed: readonly string[]): string {
  const more = failed.length - MOST_REASONS;
  const reported = failed.slice(0, MOST_REASONS).join("; ").slice(0, LONGEST_REASON);
  return more > 0 ? `${reported}; and ${more} more` : reported;
}
