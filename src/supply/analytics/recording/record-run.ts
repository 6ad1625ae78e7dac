import type { Context } from "../../../ground/kernel/context.ts";
import { type AskedWords, detectAsks } from "../detection/detect-asks.ts";
import { LEXICON } from "../detection/lexicon.ts";
import type { BuyerKey, RunFact, ShownProduct } from "../facts/fact.ts";
import { eachOnce, keyOf } from "../facts/normalise.ts";
import type { Concession } from "./concession.ts";
import { insertRunFact, lockStorefront } from "./store.ts";

/** A run as whoever answered it tells of it. */
export interface NewRun
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
  readonly words: AskedWords;
  readonly concession: Concession | null;
}

/** Of a longer answer the first are counted: a catalogue of thousands, asked for every minute, is millions of rows in a day. */
const MOST_SHOWN = 100;

/**
 * Writes a run down for analytics, in the transaction of the run itself. Its row is its own: those who answer at once do not
 * wait for each other, as they would over the sums of their day, to which `addWaitingRuns` adds it.
 */
export async function recordRun({ db, viewer }: Context, { runId, storefrontId, ...reported }: NewRun): Promise<void> {
  const shop = { customerId: viewer.customerId, storefrontId };
  const run = {
    ...reported,
    id: String(runId),
    seq: undefined,
    buyer: keyOf(reported.buyer),
    shown: reported.resultKind === "ok" ? eachOnce(reported.shown).slice(0, MOST_SHOWN) : [],
    ...detectAsks(reported.words),
    lexiconVersion: LEXICON.version,
  };
  await lockStorefront(db, shop, "together");
  await insertRunFact(db, shop, run);
}
