import type { Progress } from "../../../ground/dispatch/index.ts";
import { lifecycle } from "../../../ground/kernel/lifecycle.ts";
import type { CreativeOrder } from "../contract/creative.ts";
import type { Step } from "../contract/job.ts";
import type { Provider } from "../contract/provider.ts";
import type { ProviderError } from "../contract/provider-error.ts";

type JobKind = "create" | "change" | "show" | "switch_ad" | "report" | "clean_up" | "build";
type JobState = "OPEN" | "DONE" | "FAILED";

export const platformJobLife = lifecycle<JobState, "finish" | "fail">({
  noun: "platform job",
  starts: ["OPEN"],
  states: {
    OPEN: "there is a next step, recorded before it is sent",
    DONE: "the platform has done what was requested",
    FAILED: "the platform refused it, or did not answer for too long",
  },
  transitions: { finish: { OPEN: "DONE" }, fail: { OPEN: "FAILED" } },
});

/** A job that has not begun starts by asking its adapter for the first step. */
type StoredStep = Step<unknown, unknown> | { readonly do: "begin" };

/** Work at a platform that takes many calls, and its progress. */
export interface ProviderJob extends Progress {
  readonly customerId: number;
  readonly jobId: string;
  readonly inventorySourceId: number;
  /** Null for work without a media buy, such as producing a creative. */
  readonly mediaBuyId: string | null;
  readonly kind: JobKind;
  readonly packageId: string | null;
  readonly creativeId: string | null;
  readonly status: JobState;
  /** The input of its adapter's job. */
  readonly input: unknown;
  /** The next step, or the end of a job that has ended. */
  readonly step: StoredStep;
  /** Wall-clock time before which nothing is sent. */
  readonly readyAt: Date | null;
  readonly error: ProviderError | null;
  readonly sentAt: Date | null;
}

export type NewJob = Pick<
  ProviderJob,
  "customerId" | "jobId" | "inventorySourceId" | "mediaBuyId" | "kind" | "packageId" | "creativeId" | "input"
>;

/** What a creative is produced from, and through whose connection. */
export interface BuildInput extends CreativeOrder {
  readonly connection: { readonly customerId: number; readonly connectionId: number; readonly provider: Provider };
}
