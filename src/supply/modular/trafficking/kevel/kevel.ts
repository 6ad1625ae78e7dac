import { after, HOUR_MS } from "../../../../ground/kernel/clock.ts";
import type { Module, ModuleTask } from "../../modules/module.ts";
import { creativeIdsIn, saveCreatives, showCreatives } from "./creative.ts";
import { bringUpToDate, type Flight, flightOf, orderFlight, stopFlight } from "./flight.ts";
import { type Kevel, KevelRefused, withKevel } from "./kevel-api.ts";
import { reportOf } from "./report.ts";

/**
 * The stages of `kevel:v1`. Written from Kevel's published specification and reference; docs/kevel.md lists what was
 * not documented.
 */
export const carryOutByKevel: NonNullable<Module["carryOut"]> = {
  FINALIZE_BOOKING: withKevel(async (kevel, task) => ({ upstreamOrderId: String(await orderFlight(kevel, task)) })),
  SYNC_CREATIVES: withKevel(async (kevel, task) => ({
    upstreamCreativeId: (await saveCreatives(kevel, task)).join(","),
  })),
  TRAFFIC_CAMPAIGN: withKevel(async (kevel, task) => {
    const flight = await flightOf(kevel, task);
    const ads = await showCreatives(kevel, flight, creativeIdsIn(task));
    await bringUpToDate(kevel, task, flight);
    return { trafficRef: ads.join(",") };
  }),
  UPDATE_CAMPAIGN: withKevel(async (kevel, task) => {
    const flight = await flightOf(kevel, task);
    // A booking that is not trafficked yet does not serve, whatever has changed: it gets the changes when it is
    // trafficked.
    if (task.known.trafficRef === undefined) {
      await bringUpToDate(kevel, { ...task, booking: { ...task.booking, paused: true } }, flight);
      return { applied: true };
    }
    if (task.booking.creatives.length > 0) await showCreatives(kevel, flight, await saveCreatives(kevel, task));
    await bringUpToDate(kevel, task, flight);
    return { applied: true };
  }),
  RELEASE_BOOKING: withKevel(async (kevel, task) => {
    const flight = await flightUnlessGone(kevel, task);
    if (flight) await stopFlight(kevel, flight);
    return { cancelled: true };
  }),
  SYNC_STATUS: withKevel(async (kevel, task) => ({
    upstreamStatus: statusOf(kevel, task, await flightOf(kevel, task)),
  })),
  IMPORT_REPORTING: withKevel(async (kevel, task) => {
    const { reportId, days } = await reportOf(kevel, task);
    return { reportId, days, deliveredImpressions: days.reduce((sum, { impressions }) => sum + impressions, 0) };
  }),
};

async function flightUnlessGone(kevel: Kevel, task: ModuleTask): Promise<Flight | undefined> {
  try {
    return await flightOf(kevel, task);
  } catch (error) {
    if (error instanceof KevelRefused && error.status === 404) return undefined;
    throw error;
  }
}

/**
 * ENDED is the last status, after which polling stops. Reports are corrected for some hours after the flight, so it is
 * polled until then.
 */
function statusOf({ now, config }: Kevel, { booking }: ModuleTask, { IsActive, IsDeleted }: Flight): string {
  if (now >= after(booking.end, config.settlingHours * HOUR_MS)) return "ENDED";
  if (now >= booking.end) return "SETTLING";
  if (IsDeleted) return "DELETED";
  if (now < booking.start) return IsActive ? "SCHEDULED" : "BOOKED";
  return IsActive ? "LIVE" : "INACTIVE";
}
