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

/** Adds runs that are not in the sums of their days yet; if everything is being counted again, that adds them. */
export async function addWaitingRuns(db: Db, shop: Shop): Promise<void> {
  // Outcomes are only counted while the storefront is held: they find a run in the sums, or not yet.
  await shareStorefront(db, shop);
  if (await isTakingIn(db, shop)) return;
  await addRunsAlike(db, shop);
  await addSomeRuns(db, shop);
}

/** Some at a time; answers which. */
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

/** A run of before tells its refinements in text: `omit main:homepage`, with what was asked in words behind it. */
function entryIn(reported: string): RefineEntry {
  const [, action, ask] = /^(include|omit|more_like_this|finalize) \S+(?:: (.*))?$/s.exec(reported) ?? [];
  if (action === undefined) return { scope: "request", ask: reported };
  return { scope: action === "finalize" ? "proposal" : "product", action, ask };
}
