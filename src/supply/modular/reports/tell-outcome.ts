import type { Context } from "../../../ground/kernel/context.ts";
import type { Booking } from "../ledger/booking.ts";
import type { ModularSource } from "../modular-source.ts";
import type { DeliveredDay } from "./delivery.ts";

interface Outcome {
  readonly bookings: readonly Booking[];
  /** All that these bookings delivered, as it stands now. */
  readonly days: readonly DeliveredDay[];
  readonly currency: string;
}

/** Tells the seller's analytics what was delivered, in the transaction of the import. */
export async function tellOutcome(_ctx: Context, _source: ModularSource, _outcome: Outcome): Promise<void> {}
