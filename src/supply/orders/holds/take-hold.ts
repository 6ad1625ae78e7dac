import type { Context } from "../../../ground/kernel/context.ts";
import { refusal } from "../../../ground/seller-agent/implementing/refusal.ts";
import type { NewMediaBuy, SellerCall, SellerError } from "../../../ground/seller-agent/index.ts";
import type { BuyerOfStorefront } from "../order.ts";
import type { SellerSide } from "../seller-side.ts";
import { covers, holderOf, mayTake, type ProposalHold } from "./proposal-hold.ts";
import { findNewestHold, giveBack, lockHold, noteBought } from "./store.ts";

/** What is or was held of a proposal for whoever calls; undefined where it was never finalised. */
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
 * Marks what a media buy takes as bought, in the transaction that writes its order: of two that want it, one has it. Answers what
 * stands against it.
 */
export async function takeHold(
  { db, viewer }: Context,
  buyer: BuyerOfStorefront,
  { holdId, idempotencyKey, packages }: NewMediaBuy,
  now: Date,
): Promise<SellerError | undefined> {
  if (holdId === undefined) return undefined;
  const hold = await lockHold(db, viewer.customerId, buyer, holdId);
  if (!hold || !covers(hold, packages) || !mayTake(hold, idempotencyKey, now))
    return refusal("PROPOSAL_EXPIRED", "the inventory of this proposal is not held any more", "proposal_id");
  if (hold.status === "held") await noteBought(db, viewer.customerId, holdId, idempotencyKey);
  return undefined;
}

/** A media buy that came to nothing leaves what was held for another. */
export async function returnHold(side: SellerSide, { holdId, idempotencyKey }: NewMediaBuy): Promise<void> {
  if (holdId !== undefined) await side.write(({ db }) => giveBack(db, side.customerId, holdId, idempotencyKey));
}
