import type { Db } from "../../../ground/db/index.ts";
import { isEligible } from "../attribution/attribute.ts";
import { cellOf, multiplied } from "../payload/totals.ts";
import type { Shop } from "../recording/shop.ts";
import { addToRollups } from "../rollups/add-to-rollups.ts";
import { addProducts } from "../rollups/product-store.ts";
import { type ExpandedRun, listFactsOf, MOST_UNFOLDED, unfoldRuns } from "./alike-store.ts";
import { recordCounted } from "./store.ts";

/**
 * Turns recorded repetitions of earlier runs into runs, and adds them to the sums of their days, all repetitions of one
 * run at once. It all happens in one transaction, because each change invalidates what was learnt from the storefront's
 * runs.
 */
export async function addRunsAlike(db: Db, shop: Shop): Promise<void> {
  const unfolded: ExpandedRun[] = [];
  let some: readonly ExpandedRun[];
  do {
    some = await unfoldRuns(db, shop);
    unfolded.push(...some);
  } while (some.length === MOST_UNFOLDED);
  if (unfolded.length === 0) return;
  const facts = await listFactsOf(db, shop, [...new Set(unfolded.map(({ likeRunId }) => likeRunId))]);
  const counted = unfolded.flatMap(({ likeRunId, createdAt, times }) => {
    const earlier = facts.get(likeRunId);
    const run = earlier && { ...earlier.run, createdAt };
    return run && isEligible(run) ? [{ run, outcome: earlier.outcome, times }] : [];
  });
  const cells = counted.map(({ run, outcome, times }) => multiplied(cellOf(run, outcome), times));
  await addToRollups(db, shop, cells);
  await addProducts(
    db,
    shop,
    counted.map(({ run, times }) => ({ products: run.shown, at: run.createdAt, times })),
  );
  await recordCounted(db, shop);
}
