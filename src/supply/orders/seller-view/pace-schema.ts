import { z } from "zod";
import { numberOf } from "../../../ground/kernel/money.ts";
import { type OrderPace, PACE_STATES, type Pace } from "./pace.ts";

const pace = {
  plannedToDate: z.number().describe("What even pacing over the flight would come to, at the buyer's prices"),
  delivered: z.number().describe("What the sources have reported, at the buyer's prices"),
  difference: z.number().describe("delivered - plannedToDate: negative if it is behind"),
  share: z.number().nullable().describe("difference / plannedToDate; null if nothing was due yet"),
  state: z.enum(PACE_STATES).describe("on_plan: within 5 % of the plan"),
};

export const PackagePaceView = z
  .object(pace)
  .nullable()
  .describe("Where it stands against its plan; null until its source has booked it, and once it is canceled");

export const OrderPaceView = z
  .object({
    asOf: z.iso.datetime().describe("The end of the last day that a source has reported; now if none has"),
    currency: z.string().nullable().describe("Null if there are several: see the packages"),
    whole: z.object(pace).nullable().describe("All packages; null if there are several currencies"),
  })
  .nullable()
  .describe("Delivery compared with even pacing over the flight; null until a source has booked a part");

export function orderPaceView({ asOf, whole }: OrderPace): z.input<typeof OrderPaceView> {
  return { asOf: asOf.toISOString(), currency: whole?.currency ?? null, whole: whole && paceView(whole) };
}

export function paceView({ planned, delivered, difference, share, state }: Pace) {
  return {
    plannedToDate: numberOf(planned),
    delivered: numberOf(delivered),
    difference: numberOf(difference),
    share: share === null ? null : numberOf(share),
    state,
  };
}
