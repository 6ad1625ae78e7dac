import type { Context } from "../../../ground/kernel/context.ts";
import { detectAsks, type RunWording } from "../detection/detect-asks.ts";
import { LEXICON } from "../detection/lexicon.ts";
import type { BuyerKey, RunFact, ShownProduct } from "../facts/fact.ts";
import { eachOnce, keyOf } from "../facts/normalise.ts";
import type { Concession } from "./concession.ts";
import { insertRunFacts, type NewRunFact, shareStorefront } from "./store.ts";

/** A run as reported by the code that answered it. */
interface NewRun
  extends Pick<
    RunFact,
    | "purpose"
    | "createdAt"
    | "buyerCustomerId"
    | "buyingMode"
    | "resultKind"
    | "resultCode"
    | "selectedPosture"
    | "recommendedPosture"
    | "postureRationale"
    | "postureEvidence"
    | "refinements"
  > {
  readonly runId: number;
  readonly storefrontId: number;
  readonly buyer: BuyerKey;
  readonly shown: readonly ShownProduct[];
  readonly words: RunWording;
  readonly concession: Concession | null;
}

/**
 * Only the first products of a longer answer are counted: a catalogue of thousands, requested every minute, would make
 * millions of rows a day.
 */
const MOST_SHOWN = 100;

/**
 * Records runs for analytics, in the transaction of the runs themselves. It only inserts rows, so that concurrent
 * answers do not wait for each other, as they would for the sums of their day. `addWaitingRuns` adds them to the sums
 * later.
 */
export async function recordRuns({ db, viewer }: Context, runs: readonly NewRunFact[]): Promise<void> {
  const { customerId } = viewer;
  const storefrontIds = [...new Set(runs.map(({ storefrontId }) => storefrontId))];
  for (const storefrontId of storefrontIds) await shareStorefront(db, { customerId, storefrontId });
  await insertRunFacts(db, customerId, runs);
}

/** The facts about a run that analytics records. */
export function runFactOf({ runId, words, ...reported }: NewRun): NewRunFact {
  return {
    ...reported,
    id: String(runId),
    buyer: keyOf(reported.buyer),
    shown: reported.resultKind === "ok" ? eachOnce(reported.shown).slice(0, MOST_SHOWN) : [],
    ...detectAsks(words),
    lexiconVersion: LEXICON.version,
  };
}
