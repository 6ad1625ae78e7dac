import type { Context } from "../../../ground/kernel/context.ts";
import { InvalidState } from "../../../ground/kernel/errors.ts";
import { archiveMediaBuys } from "../archive-media-buys.ts";
import { requestChanges } from "../changes/request-changes.ts";
import { notifyOfStatus } from "../notify-of-buy.ts";
import { deletePackages } from "../packages/store.ts";
import { saveMediaBuy } from "../store.ts";
import type { Proposal } from "./propose.ts";

/** Carries out proposals; returns the ids of the changes that sellers now have to make. */
export async function applyProposals(ctx: Context, proposals: readonly Proposal[]): Promise<string[]> {
  const deleted = proposals.filter(({ act }) => act === "delete").map(({ before }) => before.mediaBuyId);
  const kept = (await archiveMediaBuys(ctx, deleted)).find(({ error }) => error !== null);
  if (kept) throw new InvalidState(`${kept.mediaBuyId}: ${kept.error}`, { field: "mediaBuys" });
  for (const proposal of proposals) await save(ctx, proposal);
  return requestChanges(
    ctx,
    proposals.flatMap(({ asked }) => asked ?? []),
  );
}

/** Saves everything about a draft, but only our own fields of a buy that its seller holds. */
async function save(ctx: Context, { before, after, act }: Proposal): Promise<void> {
  if (act === "delete" || after === before || (act === "ask" && after.name === before.name)) return;
  const { db, viewer } = ctx;
  const { name, isNamedByBuyer, updatedAt } = after;
  const changed = act === "save" ? after : { ...before, name, isNamedByBuyer, updatedAt };
  const kept = new Set(changed.packages.map(({ packageId }) => packageId));
  const gone = before.packages.map(({ packageId }) => packageId).filter((id) => !kept.has(id));
  if (gone.length > 0) await deletePackages(db, viewer.customerId, gone);
  await notifyOfStatus(ctx, before, await saveMediaBuy(db, viewer.customerId, before, changed));
}
