import type { Db } from "../../../ground/db/index.ts";
import { isEligible } from "../attribution/attribute.ts";
import { detectAsks } from "../detection/detect-asks.ts";
import { LEXICON } from "../detection/lexicon.ts";
import type { RefineEntry } from "../facts/fact.ts";
import { cellOf } from "../payload/totals.ts";
import type { Shop } from "../recording/shop.ts";
import { shareStorefront } from "../recording/store.ts";
import { addToRollups } from "../rollups/add-to-rollups.ts";
import { addProducts } from "../rollups/product-store.ts";
import { addRunsAlike } from "./add-runs-alike.ts";
import { isTakingIn, listWaitingRuns, markRolled, type WaitingRun } from "./store.ts";

const AT_ONCE = 500;

/**
 * Adds runs that are not in the sums of their days yet. Does nothing while everything is being recounted, because the
 * recount adds them.
 */
export async function addWaitingRuns(db: Db, shop: Shop): Promise<void> {
  // Outcomes are only counted while the storefront is locked, so each of them finds its run either in the sums or not.
  await shareStorefront(db, shop);
  if (await isTakingIn(db, shop)) return;
  await addRunsAlike(db, shop);
  await addSomeRuns(db, shop);
}

/** Adds a batch of runs, and returns their ids. */
export async function addSomeRuns(db: Db, shop: Shop): Promise<readonly string[]> {
  const waiting = await listWaitingRuns(db, shop, AT_ONCE);
  if (waiting.length === 0) return [];
  const read = waiting.map((row) => ({ ...row, run: row.asked ? { ...row.run, ...detectionOf(row) } : row.run }));
  const ids = read.map(({ run }) => run.id);
  const detected = read.filter(({ asked }) => asked !== null).map(({ run }) => ({ ...pickDetection(run), id: run.id }));
  await markRolled(db, shop, ids, detected, LEXICON.version);
  const shown = read.filter(({ run }) => isEligible(run));
  const cells = shown.map(({ run, outcome }) => cellOf(run, outcome));
  await addToRollups(db, shop, cells);
  const products = shown.map(({ run }) => ({ products: run.shown, at: run.createdAt, times: 1 }));
  await addProducts(db, shop, products);
  return ids;
}

function pickDetection({ requestAskCount, productAskCount, proposalAskCount, ...had }: ReturnType<typeof detectAsks>) {
  const { hadPriceObjection, hadPackagingAsk } = had;
  return { requestAskCount, productAskCount, proposalAskCount, hadPriceObjection, hadPackagingAsk };
}

function detectionOf({ run, asked }: WaitingRun) {
  const refine = (asked?.requestAsks ?? []).map(entryIn);
  return detectAsks({ buyingMode: run.buyingMode, brief: asked?.brief, refine });
}

/**
 * Runs recorded by older versions describe their refinements as text: `omit main:homepage`, followed by the wording of
 * the ask.
 */
function entryIn(reported: string): RefineEntry {
  const [, action, ask] = /^(include|omit|more_like_this|finalize) \S+(?:: (.*))?$/s.exec(reported) ?? [];
  if (action === undefined) return { scope: "request", ask: reported };
  return { scope: action === "finalize" ? "proposal" : "product", action, ask };
}
