import type { Context } from "../../../ground/kernel/context.ts";
import { NotFound } from "../../../ground/kernel/errors.ts";
import { type Decision, decide, type SponsoredBuyer } from "./sponsored-buyer.ts";
import { lockSponsoredBuyer, setStatus } from "./store.ts";
import { welcomeBuyer } from "./welcome-buyer.ts";

/** Records the seller's decision on its sponsored buyer. The buyer's running media buys continue in any case. */
export async function decideBuyer(
  { db, viewer, now, enqueue }: Context,
  buyerId: number,
  decision: Decision,
): Promise<SponsoredBuyer> {
  const buyer = await lockSponsoredBuyer(db, viewer.customerId, buyerId);
  if (!buyer) throw new NotFound(`you have no sponsored buyer ${buyerId}`);
  const decided = decide(buyer, decision);
  await setStatus(db, viewer.customerId, decided, now);
  if (decided.status === "active")
    await enqueue(welcomeBuyer, { customerId: buyerId, storefrontId: buyer.storefrontId, slug: buyer.slug });
  return decided;
}
