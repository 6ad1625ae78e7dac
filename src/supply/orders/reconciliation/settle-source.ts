import { recordChanges } from "../../../ground/kernel/audit-entry.ts";
import { type Context, wallOf } from "../../../ground/kernel/context.ts";
import { Conflict, InvalidState, NotFound } from "../../../ground/kernel/errors.ts";
import { stepped } from "../../../ground/kernel/lifecycle.ts";
import { foundBuyLife, type Reconciliation, reconciliationLife } from "./reconciliation.ts";
import { listReconciliations, lockReconciliations, saveFoundState, saveReconciliation } from "./store.ts";

/**
 * Records that the storefront's people have compared, and decided to leave the named buys at the source. They have to
 * name all that are open, so that nobody leaves one that they have not seen. Throws `NotFound`, `Conflict`, and
 * `InvalidState` while the source has not answered.
 */
export async function settleSource(ctx: Context, sourceId: string, leave: readonly string[]): Promise<Reconciliation> {
  const { db, viewer } = ctx;
  const before = await getReconciliation(ctx, sourceId);
  const place = { customerId: viewer.customerId, inventorySourceId: before.inventorySourceId };
  await lockReconciliations(db, viewer.customerId, [before.inventorySourceId]);
  const held = await getReconciliation(ctx, sourceId);
  if (held.state === "WAITING")
    throw new InvalidState(`${held.sourceName} is still being asked: ${held.message ?? "wait for its answer"}`);
  const open = held.found.filter(({ state }) => state === "OPEN").map(({ mediaBuy }) => mediaBuy.mediaBuyId);
  if (open.some((id) => !leave.includes(id)) || leave.some((id) => !open.includes(id)))
    throw new Conflict(`leave: these are open at ${held.sourceName}: ${open.join(", ") || "none"}; name each of them`, {
      field: "leave",
    });
  const wall = wallOf(ctx);
  const state = stepped(foundBuyLife, "leave", "OPEN");
  await saveFoundState(db, place, open, { state, legId: null, decidedAt: wall, decidedBy: viewer.userId });
  const settled = {
    state: stepped(reconciliationLife, "confirm", held.state),
    message: null,
    comparedAt: held.comparedAt ?? wall,
  };
  await saveReconciliation(db, place, settled);
  const after = await getReconciliation(ctx, sourceId);
  recordChanges(ctx, held, after, ["state"]);
  return after;
}

async function getReconciliation({ db, viewer }: Context, sourceId: string): Promise<Reconciliation> {
  const all = await listReconciliations(db, viewer.customerId);
  const found = all.find((one) => one.sourceId === sourceId);
  if (!found) throw new NotFound(`nothing is to be compared with a source ${sourceId}`);
  return found;
}
