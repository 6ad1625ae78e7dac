import { runStoryboard, type Storyboard, type StoryboardStepResult } from "@adcp/sdk/testing";
import type { Graded } from "../track.ts";
import { type AgentUnderTest, withoutSecret } from "./examination.ts";
import { BLOCKED_CALL } from "./sandbox-only.ts";

type Options = Parameters<typeof runStoryboard>[2];

const LONGEST_COMPLAINT = 300;

/** Runs one storyboard. A step that fails counts as a failure, however the SDK summarises it. */
export async function gradeStoryboard(
  storyboard: Storyboard,
  examinee: AgentUnderTest,
  options: Options,
): Promise<Graded> {
  const result = await runStoryboard(examinee.endpointUrl, storyboard, options);
  const steps = result.phases.flatMap((phase) => phase.steps).filter(countedIn(storyboard, examinee));
  const failed = steps.filter(({ passed }) => !passed);
  const watched = (result.assertions ?? []).flatMap(({ observation_count }) => observation_count ?? []);
  return {
    track: storyboard.track ?? "core",
    passed: steps.length - failed.length,
    failed: failed.map((step) => withoutSecret(`${storyboard.id}, ${complaintOf(step)}`, examinee)),
    sawNothing: watched.length > 0 && watched.every((count) => count === 0),
    durationMs: result.total_duration_ms,
  };
}

/**
 * Does not count steps that were skipped, calls that we blocked, or refusals over A2A, whose error code the SDK's
 * client 6.11 loses (adcp-client#1571).
 */
function countedIn({ phases }: Storyboard, { protocol }: AgentUnderTest): (step: StoryboardStepResult) => boolean {
  const refusals = phases.flatMap(({ steps }) => steps.flatMap(({ id, expect_error }) => (expect_error ? id : [])));
  const lost = new Set(protocol === "A2A" ? refusals : []);
  return ({ step_id, skipped, error }) => !skipped && !lost.has(step_id) && !error?.includes(BLOCKED_CALL);
}

function complaintOf({ step_id, error, validations }: StoryboardStepResult): string {
  const broken = validations.find(({ passed }) => !passed);
  const reported = error ?? [broken?.description, broken?.error].filter(Boolean).join(": ");
  return `${step_id}: ${reported.replaceAll(/[\s\p{C}]+/gu, " ").slice(0, LONGEST_COMPLAINT)}`;
}
