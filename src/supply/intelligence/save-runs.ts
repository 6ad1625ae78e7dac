import { type Context, wallOf } from "../../ground/kernel/context.ts";
import { compare, numberOf } from "../../ground/kernel/money.ts";
import type { Refinement } from "../../ground/seller-agent/index.ts";
import type { Concession } from "../analytics/index.ts";
import { recordRuns, runFactOf } from "../analytics/recording/index.ts";
import type { NewRun, RunAlike, ShownPrice } from "./intelligence-run.ts";
import { type CompositionResult, type RunRequest, runOf } from "./run-of.ts";
import { insertRuns, insertRunsAlike } from "./store.ts";

type NewFact = Parameters<typeof runFactOf>[0];

/** A run's request and its result. */
export interface FinishedRun {
  readonly asked: Omit<RunRequest, "at">;
  readonly came: CompositionResult;
}

/** Stores the runs of one seller with the facts for analytics; returns their ids in the same order. */
export async function saveRuns(ctx: Context, ended: readonly FinishedRun[]): Promise<readonly number[]> {
  if (ended.length === 0) return [];
  const runs = ended.map(({ asked, came }) => runOf({ ...asked, at: ctx.now }, came));
  const runIds = await insertRuns(ctx.db, ctx.viewer.customerId, runs);
  const facts = ended.flatMap(({ asked, came }, place) => {
    const [run, runId] = [runs[place], runIds[place]];
    return run && runId !== undefined ? [runFactOf(factOf(runId, run, asked, came))] : [];
  });
  await recordRuns(ctx, facts);
  return runIds;
}

/** Stores runs of one storefront that repeat earlier ones; see `insertRunsAlike`. */
export async function saveRunsAlike(
  ctx: Context,
  storefrontId: number,
  runs: readonly RunAlike[],
  hear: (runIds: ReadonlyMap<number, number>) => void,
): Promise<void> {
  const { db, viewer, now } = ctx;
  const shop = { customerId: viewer.customerId, storefrontId };
  if (runs.length > 0) await insertRunsAlike(db, shop, { runs, at: now, wall: wallOf(ctx) }, hear);
}

function factOf(
  runId: number,
  run: NewRun,
  { request, composing }: FinishedRun["asked"],
  came: CompositionResult,
): NewFact {
  const { storefrontId, createdAt, buyerCustomerId, buyingMode, brief, record } = run;
  const { operatorDomain, brandDomain, countries } = record.buyerScope;
  const count = (status: string) => record.refinementsApplied.filter((one) => one.status === status).length;
  const composed = came.kind === "composed";
  return {
    runId,
    storefrontId,
    createdAt,
    buyerCustomerId,
    buyingMode,
    purpose: record.purpose,
    buyer: { operatorDomain, brandDomain, country: countries[0] ?? null },
    resultKind: record.result.kind,
    resultCode: record.result.code,
    selectedPosture: record.posture,
    recommendedPosture: composed ? composing.recommended : null,
    postureRationale: composed ? `${composing.defaults.posture.value}, by ${composing.defaults.posture.source}` : null,
    postureEvidence: composed ? composing.evidence : [],
    refinements: { applied: count("applied"), partial: count("partial"), unable: count("unable") },
    shown: record.shown.map(({ productId, name, prices }) => ({ productId, name, ...priceOf(prices[0]) })),
    words: { buyingMode, brief, refine: request.refine?.map(entryOf) },
    concession: came.kind === "composed" ? concessionIn(came) : null,
  };
}

function entryOf(entry: Refinement) {
  return entry.scope === "request"
    ? { scope: entry.scope, ask: entry.ask }
    : { scope: entry.scope, action: entry.action, ask: entry.ask };
}

function priceOf(price: ShownPrice | undefined) {
  const amount = price?.fixedPrice ?? price?.floorPrice;
  return { sellPrice: amount ? numberOf(amount) : null, currency: amount && price ? price.currency : null };
}

/** The largest reduction of a price in the answer. The buyer can accept what was offered for some time. */
function concessionIn({ input }: Extract<CompositionResult, { kind: "composed" }>): Concession | null {
  const { stance } = input;
  const percents = Object.values(stance?.concessions ?? {}).toSorted(compare);
  const most = percents.at(-1);
  return stance && most !== undefined && compare(most, "0") > 0 ? { percent: most, posture: stance.posture } : null;
}
