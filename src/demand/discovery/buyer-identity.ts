import type { Context } from "../../ground/kernel/context.ts";
import type { BuyerIdentity } from "../../ground/seller-agent/index.ts";
import { findCustomer } from "../../platform/customers/index.ts";
import type { Advertiser } from "../advertisers/index.ts";

/** The viewer as sellers may know it when it acts for this advertiser. */
export async function buyerIdentityOf({ db, viewer }: Context, advertiser: Advertiser): Promise<BuyerIdentity> {
  const customer = await findCustomer(db, viewer.customerId);
  return {
    customerId: viewer.customerId,
    name: customer?.company ?? advertiser.name,
    operatorDomain: customer?.domain ?? null,
    brandDomain: advertiser.brandDomain,
    sandbox: advertiser.sandbox || viewer.sandbox,
  };
}
