import type { Context } from "../../../ground/kernel/context.ts";
import { refusal } from "../../../ground/seller-agent/implementing/refusal.ts";
import type { NewMediaBuy, SellerCall, SellerError } from "../../../ground/seller-agent/index.ts";
import type { BuyerOfStorefront, Order } from "../order.ts";
import type { SellerSide } from "../seller-side.ts";
import { covers, holderOf, mayTake, type ProposalHold } from "./proposal-hold.ts";
import { findNewestHold, lockHold, recordBought, reopenHold } from "./store.ts";

/** What is or was held of a proposal for the caller; undefined if it was never finalised. */
export function readHold(
  side: SellerSide,
  { storefrontId, principal }: BuyerOfStorefront,
  proposalId: string,
  { buyer }: SellerCall,
): Promise<ProposalHold | undefined> {
  const named = { storefrontId, principal, account: holderOf(buyer) };
  return side.read(({ db }) => findNewestHold(db, side.customerId, named, proposalId));
}

/**
 * Marks a hold as bought, in the transaction that stores the order, so that of two buys that want it only one gets it.
 * Returns the error if the buy cannot take it.
 */
export async function consumeHold(
  { db, viewer }: Context,
  buyer: BuyerOfStorefront,
  { holdId, idempotencyKey, packages }: NewMediaBuy,
  now: Date,
): Promise<SellerError | undefined> {
  if (holdId === undefined) return undefined;
  const hold = await lockHold(db, viewer.customerId, buyer, holdId);
  if (!hold || !covers(hold, packages) || !mayTake(hold, idempotencyKey, now))
    return refusal("PROPOSAL_EXPIRED", "the inventory of this proposal is not held any more", "proposal_id");
  if (hold.status === "held") await recordBought(db, viewer.customerId, holdId, idempotencyKey);
  return undefined;
}

/** Leaves the hold of a failed media buy to another one. */
export async function returnHold(
  side: SellerSide,
  { holdId }: Pick<Order, "holdId">,
  idempotencyKey: string,
): Promise<void> {
  if (holdId !== null) await side.write(({ db }) => reopenHold(db, side.customerId, holdId, idempotencyKey));
}
