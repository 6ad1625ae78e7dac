import { Conflict, Invalid, InvalidState, NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { readStanding } from "../lifecycle/read-projection.ts";
import { projectionViewOf } from "../lifecycle/schema.ts";
import { getOwnSource } from "../own-source.ts";
import { SourcePath } from "../schema.ts";
import { release } from "../trafficking/release.ts";
import { itemViewOf } from "../work-queue/schema.ts";
import { finalize } from "./finalize.ts";
import { lockByKey } from "./lock-booking.ts";
import { reserve } from "./reserve.ts";
import { BookingView, bookingViewOf, FinalizeBody, FinalizedView, ReleaseBody, ReserveBody } from "./schema.ts";

const ofSource = {
  api: "storefront",
  tag: "Modular sources",
  method: "post",
  access: "write",
  params: SourcePath,
  refs: { "params.sourceId": "modularSource" },
} as const;

export const reserveModularInventoryProduct = operation({
  ...ofSource,
  id: "reserveModularInventoryProduct",
  path: "/inventory-sources/{sourceId}/modular/reservations",
  summary: "Reserve impressions of an avail for a media buy",
  description:
    "Never more than are free. The same request again returns the existing hold; different impressions for the same package, or more than " +
    "are free, are a conflict. A hold expires automatically.",
  body: ReserveBody,
  answer: BookingView,
  errors: [Conflict, Invalid, InvalidState, NotFound],
  audit: { resource: "BOOKING", action: "CREATE", idIn: "bookingId" },
  async handle({ params, body }, ctx) {
    const source = await getOwnSource(ctx, params.sourceId);
    return bookingViewOf((await reserve(ctx, source, body)).booking);
  },
});

export const finalizeModularInventoryBooking = operation({
  ...ofSource,
  id: "finalizeModularInventoryBooking",
  path: "/inventory-sources/{sourceId}/modular/bookings/finalize",
  summary: "Finalize a reservation so that it can be booked",
  description:
    "Work items are created for people, or a module does it automatically; the hold no longer expires, and is " +
    "BOOKED once it is booked upstream. A source without an execution module books immediately.",
  body: FinalizeBody,
  answer: FinalizedView,
  errors: [Conflict, NotFound],
  audit: { resource: "BOOKING", action: "UPDATE", idIn: "booking.bookingId" },
  async handle({ params, body }, ctx) {
    const source = await getOwnSource(ctx, params.sourceId);
    const { booking, executionStatus, workItems } = await finalize(ctx, source, body);
    const projection = projectionViewOf(await readStanding(ctx, source));
    return { booking: bookingViewOf(booking), executionStatus, workItems: workItems.map(itemViewOf), projection };
  },
});

export const releaseModularInventoryBooking = operation({
  ...ofSource,
  id: "releaseModularInventoryBooking",
  path: "/inventory-sources/{sourceId}/modular/bookings/release",
  summary: "Release the impressions of a booking",
  description:
    "A hold becomes RELEASED, and a booking CANCELLED; open work items are cancelled with it, and a booking " +
    "upstream still has to be cancelled there. A booking that is already final is returned unchanged.",
  body: ReleaseBody,
  answer: BookingView,
  errors: [NotFound],
  audit: { resource: "BOOKING", action: "UPDATE", idIn: "bookingId" },
  async handle({ params, body: { packageId = null, ...key } }, ctx) {
    const source = await getOwnSource(ctx, params.sourceId);
    return bookingViewOf(await release(ctx, source, await lockByKey(ctx, source, { ...key, packageId })));
  },
});
