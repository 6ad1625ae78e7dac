import type { Decimal } from "../../../../ground/kernel/money.ts";
import type { Caller } from "../../caller.ts";
import type { AddedDelivery } from "./added-delivery.ts";
import { addToDelivery, listAddedDeliveries, setSpend } from "./store.ts";

/** Adds to what a sandbox's buy delivered, and answers all that was added; undefined for a buy that is live, or not the caller's. */
export function addDelivery(
  { side, ...caller }: Caller,
  mediaBuyId: string,
  added: AddedDelivery,
): Promise<AddedDelivery | undefined> {
  return side.write(({ db }) => addToDelivery(db, side.customerId, { ...caller, mediaBuyId }, added));
}

/** Has all that was added to the spend of a trial come to this; false for a buy that is live, or not the caller's. */
export function spendSoFar({ side, ...caller }: Caller, mediaBuyId: string, spend: Decimal): Promise<boolean> {
  return side.write(({ db }) => setSpend(db, side.customerId, { ...caller, mediaBuyId }, spend));
}

/** What was added to each of these media buys. */
export function readAddedDelivery(
  { side }: Caller,
  mediaBuyIds: readonly string[],
): Promise<ReadonlyMap<string, AddedDelivery>> {
  return side.read(({ db }) => listAddedDeliveries(db, side.customerId, mediaBuyIds));
}
