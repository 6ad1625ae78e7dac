import type { ProviderReply, ProviderRequest } from "../../contract/http.ts";
import { type AnyJob, fail, type JobContext } from "../../contract/job.ts";
import type { PlannedCreative, Review, ShownCreative } from "../../contract/plan.ts";
import { fault, ok, type Result } from "../../contract/provider-error.ts";
import { sequence } from "../sequence.ts";

/** Sends nothing if the creative lacks something. */
export function refusingLacks(
  shown: AnyJob<PlannedCreative, ShownCreative>,
  lackOf: (creative: PlannedCreative) => string | undefined,
): AnyJob<PlannedCreative, ShownCreative> {
  return {
    start(input, ctx) {
      const lack = lackOf(input);
      return lack === undefined ? shown.start(input, ctx) : fail(fault("invalid", lack, { field: "creatives" }));
    },
    next: shown.next,
  };
}

interface Switch {
  readonly adId: string;
  readonly packageRemoteId: string;
  readonly on: boolean;
}

interface AdCalls {
  readonly switch: (input: Switch, ctx: JobContext) => ProviderRequest;
  readonly switched: (reply: ProviderReply) => Result<unknown>;
  readonly look: (input: Switch, ctx: JobContext) => ProviderRequest;
  readonly reviewAfter: (before: Review, reply: ProviderReply) => Result<Review>;
}

/** Makes an ad run or stop, and reads it once more. */
export function switchingAd(calls: AdCalls, unreviewed: Review): AnyJob<Switch, Review> {
  return sequence<Switch, Review, Review>(
    () => [
      {
        request: (input, _, ctx) => calls.switch(input, ctx),
        read(reply, known) {
          const done = calls.switched(reply);
          return done.ok ? ok({ known }) : done;
        },
      },
      {
        request: (input, _, ctx) => calls.look(input, ctx),
        read(reply, known) {
          const review = calls.reviewAfter(known, reply);
          return review.ok ? ok({ known: review.value }) : review;
        },
      },
    ],
    () => unreviewed,
    (review) => review,
  );
}
