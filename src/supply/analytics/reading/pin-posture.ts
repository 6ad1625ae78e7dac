import { recordChanges } from "../../../ground/kernel/audit-entry.ts";
import type { Context } from "../../../ground/kernel/context.ts";
import { lockOwnStorefront } from "../../storefronts/index.ts";
import type { LearnedDefault } from "../facts/input.ts";
import type { Posture } from "../posture/posture.ts";
import { readState, savePinned } from "./store.ts";

/** Pins the posture that applies where history suggests nothing; null unpins it. */
export async function pinPosture(ctx: Context, posture: Posture | null): Promise<LearnedDefault | null> {
  const { db, viewer, now } = ctx;
  const { storefrontId } = await lockOwnStorefront(ctx);
  const shop = { customerId: viewer.customerId, storefrontId };
  const { learnedDefault: before, reportingCurrency } = await readState(db, shop);
  const pinned = posture && { posture, reason: "pinned by the seller", checkedAt: now.toISOString() };
  recordChanges(ctx, { posture: before?.posture ?? null }, { posture }, ["posture"]);
  await savePinned(db, shop, pinned, reportingCurrency);
  return pinned;
}
