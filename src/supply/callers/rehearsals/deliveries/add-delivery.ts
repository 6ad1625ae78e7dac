import type { Decimal } from "../../../../ground/kernel/money.ts";
import type { Caller } from "../../caller.ts";
import type { AddedDelivery } from "./added-delivery.ts";
import { addToDelivery, listAddedDeliveries, setSpend } from "./store.ts";

/**
 * Adds to the delivery of a sandbox buy, and returns everything added so far; undefined if the buy is live or not the
 * caller's.
 */
export function addDelivery(
  { side, ...caller }: Caller,
  mediaBuyId: string,
  added: AddedDelivery,
): Promise<AddedDelivery | undefined> {
  return side.write(({ db }) => addToDelivery(db, side.customerId, { ...caller, mediaBuyId }, added));
}

/** Sets the total spend added to a sandbox buy; returns false if the buy is live or not the caller's. */
export function spendSoFar({ side, ...caller }: Caller, mediaBuyId: string, spend: Decimal): Promise<boolean> {
  return side.write(({ db }) => setSpend(db, side.customerId, { ...caller, mediaBuyId }, spend));
}

/** The delivery that was added to each of these media buys. */
export function readAddedDelivery(
  { side }: Caller,
  mediaBuyIds: readonly string[],
): Promise<ReadonlyMap<string, AddedDelivery>> {
  return side.read(({ db }) => listAddedDeliveries(db, side.customerId, mediaBuyIds));
}
