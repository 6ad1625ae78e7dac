import type { Context } from "../../ground/kernel/context.ts";
import { compare, numberOf } from "../../ground/kernel/money.ts";
import type { Refinement } from "../../ground/seller-agent/index.ts";
import { type Concession, recordRun } from "../analytics/index.ts";
import type { NewRun, ShownPrice } from "./intelligence-run.ts";
import { type Asked, type CameOfIt, runOf } from "./run-of.ts";
import { insertRun } from "./store.ts";

type NewFact = Parameters<typeof recordRun>[1];

/** Writes a run down, and what analytics goes by with it. */
export async function keepRun(ctx: Context, asked: Asked, came: CameOfIt): Promise<void> {
  const run = runOf(asked, came);
  const runId = await insertRun(ctx.db, ctx.viewer.customerId, run);
  await recordRun(ctx, factOf(runId, run, asked, came));
}

function factOf(runId: number, run: NewRun, { request, composing }: Asked, came: CameOfIt): NewFact {
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

/** The most that the answer offered off a price; what was offered may be bought at for a while. */
function concessionIn({ input }: Extract<CameOfIt, { kind: "composed" }>): Concession | null {
  const { stance } = input;
  const percents = Object.values(stance?.concessions ?? {}).toSorted(compare);
  const most = percents.at(-1);
  return stance && most !== undefined && compare(most, "0") > 0 ? { percent: most, posture: stance.posture } : null;
}
