import type { Context } from "../../../ground/kernel/context.ts";
import { listAvails } from "../avails/store.ts";
import type { Booking } from "../ledger/booking.ts";
import type { ModularSource } from "../modular-source.ts";
import type { ModuleTask } from "../modules/module.ts";
import { findPackageToRun, type UpstreamTask } from "./store.ts";

/** A task with everything that a module may need to know about the booking. */
export async function taskFor(
  { db }: Context,
  source: ModularSource,
  booking: Booking,
  { taskKey, stage, attempts }: Pick<UpstreamTask, "taskKey" | "stage" | "attempts">,
): Promise<ModuleTask> {
  const [avail] = await listAvails(db, source, [booking.availId]);
  const part = booking.packageId === null ? undefined : await findPackageToRun(db, source, booking.packageId);
  const opens = avail?.startTime ?? booking.runsUntil;
  const { bookingId, mediaBuyId, packageId, availId, campaignName, advertiserName } = booking;
  const { upstreamOrderId, creativeRef, trafficRef } = booking;
  return {
    stage,
    key: taskKey,
    attempt: attempts,
    booking: {
      bookingId,
      mediaBuyId,
      packageId,
      availId,
      availName: avail?.name ?? availId,
      impressions: booking.requestedImpressions,
      cpm: part?.cpm ?? avail?.cpm ?? null,
      currency: part?.currency ?? avail?.currency ?? null,
      start: part && part.start > opens ? part.start : opens,
      end: booking.runsUntil,
      paused: part?.paused ?? false,
      campaignName,
      advertiserName,
      creatives: part?.creatives ?? [],
      sourceMetadata: avail?.sourceMetadata ?? {},
    },
    known: {
      ...(upstreamOrderId !== null && { upstreamOrderId }),
      ...(creativeRef !== null && { clientCopyMasterRef: creativeRef }),
      ...(trafficRef !== null && { trafficRef }),
    },
  };
}
