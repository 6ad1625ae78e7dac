import { after, DAY_MS } from "../../../ground/kernel/clock.ts";
import type { BuyerIdentity } from "../../../ground/seller-agent/index.ts";
import { type Concession, listConcessions } from "../../analytics/index.ts";
import type { SellerSide } from "../../orders/index.ts";

/** How long a buyer can use a price that was offered to it. */
const OFFERED_FOR_DAYS = 30;

/** The concessions on price in recent answers to this buyer. */
export function offeredTo(
  side: SellerSide,
  storefrontId: number,
  { customerId: buyerCustomerId, operatorDomain }: BuyerIdentity,
): Promise<Concession[]> {
  const shop = { customerId: side.customerId, storefrontId };
  return side.read(({ db, now }) =>
    listConcessions(db, shop, { buyerCustomerId, operatorDomain }, after(now, -OFFERED_FOR_DAYS * DAY_MS)),
  );
}
