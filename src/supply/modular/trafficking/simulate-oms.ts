import { createHash } from "node:crypto";
import type { Module, ModuleTask, RunTask } from "../modules/module.ts";
import type { Stage } from "../modules/stage.ts";

/** The simulated system's result for each stage, with the keys that the task contract requires. */
const ANSWERS: Readonly<Partial<Record<Stage, (task: ModuleTask) => Readonly<Record<string, unknown>>>>> = {
  FINALIZE_BOOKING: ({ booking }) => ({ upstreamOrderId: `sim-order-${digest(booking.bookingId)}` }),
  RELEASE_BOOKING: () => ({ cancelled: true }),
  SYNC_CREATIVES: ({ booking }) => ({
    upstreamCreativeId: `sim-creative-${digest(booking.bookingId, ...booking.creatives.map((one) => one.creativeId))}`,
  }),
  TRAFFIC_CAMPAIGN: ({ booking }) => ({ trafficRef: `sim-line-${digest(booking.bookingId)}` }),
};

/** Whether it fails is derived from the seed, the task and the attempt, so that a run can be repeated. */
const answer: RunTask = async (task, { config }) => {
  const { failureRatePercent = 0, seed = "" } = config;
  const drawn = Number.parseInt(digest(String(seed), task.key, String(task.attempt)).slice(0, 8), 16) / 0xffffffff;
  if (drawn * 100 < Number(failureRatePercent))
    return { kind: "failed", message: "the simulated order system is unavailable, as configured" };
  return { kind: "done", result: ANSWERS[task.stage]?.(task) ?? {} };
};

export const simulateOms: NonNullable<Module["carryOut"]> = {
  FINALIZE_BOOKING: answer,
  RELEASE_BOOKING: answer,
  SYNC_CREATIVES: answer,
  TRAFFIC_CAMPAIGN: answer,
};

function digest(...parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 16);
}

/** The order status that the simulated system reports, which depends only on the flight. */
export const simulateOmsStatus: NonNullable<Module["carryOut"]> = {
  SYNC_STATUS: async ({ booking }, { now }) => {
    const upstreamStatus = now < booking.start ? "BOOKED" : now < booking.end ? "LIVE" : "ENDED";
    return { kind: "done", result: { upstreamStatus } };
  },
};
