import type { Context } from "../../../ground/kernel/context.ts";
import { isLive } from "../ledger/booking.ts";
import { recordChange } from "../ledger/moves/store.ts";
import { listBookingsOfBuys } from "../ledger/store.ts";
import type { ModularSource } from "../modular-source.ts";
import { listModules } from "../modules/store.ts";
import { beginStage, stageModuleOf } from "../trafficking/begin-stage.ts";
import type { Buy, BuyPackage } from "./buy.ts";

/** Notifies upstream systems of changes to what is booked there, and of new creatives. */
export async function notifyUpstream(ctx: Context, source: ModularSource, before: Buy, after: Buy): Promise<void> {
  const modules = await listModules(ctx.db, source);
  const bookings = (await listBookingsOfBuys(ctx.db, source, [after.mediaBuyId])).filter(isLive);
  for (const booking of bookings) {
    const part = after.packages.find(({ packageId }) => packageId === booking.packageId);
    const was = before.packages.find(({ packageId }) => packageId === booking.packageId);
    if (!part || !was) continue;
    const runsUntil = part.end ?? after.end;
    const moved = (part.end ?? after.end) < booking.runsUntil || after.end.getTime() !== before.end.getTime();
    const changes = changesOf(before, was, after, part);
    const hasNewCreatives = JSON.stringify(was.creatives) !== JSON.stringify(part.creatives);
    const mapping = stageModuleOf(modules, "SYNC_CREATIVES");
    if (hasNewCreatives && part.creatives.length > 0 && booking.creativeRef === null && mapping && booking.handedOff)
      await beginStage(ctx, source, mapping, booking, { creatives: part.creatives });
    const isReplaced = hasNewCreatives && booking.creativeRef !== null;
    if (Object.keys(changes).length === 0 && !isReplaced && !moved) continue;
    const changed = await recordChange(ctx.db, source, booking, moved ? runsUntil : null, ctx.now);
    const updating = stageModuleOf(modules, "UPDATE_CAMPAIGN");
    const reported = { ...changes, ...(isReplaced && { creatives: part.creatives }) };
    if (updating && changed.upstreamOrderId !== null)
      await beginStage(ctx, source, updating, changed, { changes: reported });
  }
}

function changesOf(before: Buy, was: BuyPackage, after: Buy, part: BuyPackage): Record<string, unknown> {
  const fields: Readonly<Record<string, readonly [unknown, unknown]>> = {
    impressions: [was.impressions, part.impressions],
    startTime: [was.start ?? before.start, part.start ?? after.start],
    endTime: [was.end ?? before.end, part.end ?? after.end],
    paused: [before.paused || was.paused, after.paused || part.paused],
  };
  const changed = Object.entries(fields).filter(([, [from, to]]) => JSON.stringify(from) !== JSON.stringify(to));
  return Object.fromEntries(changed.map(([name, [, to]]) => [name, to]));
}
