import { z } from "zod";
import { integerId } from "../../../ground/kernel/query.ts";
import { ProjectionView } from "../lifecycle/schema.ts";
import { ItemView } from "../work-queue/schema.ts";
import { type Booking, LONGEST_HOLD } from "./booking.ts";

const id = z.string().min(1).max(255);
const key = { mediaBuyId: id, packageId: id.optional(), buyerCustomerId: integerId("buyerCustomerId") };

export const ReserveBody = z
  .object({
    productId: id.optional(),
    availId: id.optional(),
    ...key,
    requestedImpressions: z.int().min(1),
    holdMinutes: z
      .int()
      .min(1)
      .max(LONGEST_HOLD)
      .optional()
      .describe("1,440 unless the ledger is configured differently"),
  })
  .refine(({ productId, availId }) => (productId === undefined) !== (availId === undefined), {
    path: ["availId"],
    message: "name the avail, or its product",
  })
  .meta({ id: "ModularReservation" });

export const FinalizeBody = z
  .object({
    ...key,
    availId: id,
    campaignName: z.string().max(500).optional(),
    advertiserName: z.string().max(500).optional(),
    advertiserExternalRef: z.string().max(500).optional(),
    creative: z
      .object({ clientCopyMasterRef: z.string().min(1).max(500).optional(), duration: z.string().max(50).optional() })
      .optional(),
  })
  .meta({ id: "ModularFinalization" });

export const ReleaseBody = z.object({ ...key, availId: id }).meta({ id: "ModularRelease" });

export const BookingView = z
  .object({
    bookingId: z.string(),
    availId: z.string(),
    mediaBuyId: z.string(),
    packageId: z.string().nullable(),
    requestedImpressions: z.int(),
    status: z.enum(["HELD", "BOOKED", "RELEASED", "CANCELLED"]),
  })
  .meta({ id: "ModularBooking" });

export const FinalizedView = z
  .object({
    booking: BookingView,
    executionStatus: z.enum(["PENDING_TRAFFICKING", "BOOKED"]).optional(),
    workItems: z.array(ItemView),
    projection: ProjectionView,
  })
  .meta({ id: "ModularFinalizationResult" });

export function bookingViewOf(booking: Booking): z.input<typeof BookingView> {
  const { bookingId, availId, mediaBuyId, packageId, requestedImpressions, status } = booking;
  return { bookingId, availId, mediaBuyId, packageId, requestedImpressions, status };
}
