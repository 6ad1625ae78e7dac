import type { Context } from "../../ground/kernel/context.ts";
import type { BuyerIdentity } from "../../ground/seller-agent/index.ts";
import { findCustomer } from "../../platform/customers/index.ts";
import { buyingAccountsOf } from "./accounts/store.ts";
import type { Advertiser } from "./advertiser.ts";

/** The viewer as sellers may see it when it acts for this advertiser, under the advertiser's accounts. */
export async function buyerIdentityOf(ctx: Context, advertiser: Advertiser): Promise<BuyerIdentity> {
  const [identity, accounts] = await Promise.all([
    brandIdentityOf(ctx, advertiser),
    buyingAccountsOf(ctx.db, ctx.viewer.customerId, advertiser.advertiserId),
  ]);
  return { ...identity, advertiserId: advertiser.advertiserId, ...(accounts.length > 0 && { accounts }) };
}

/** The viewer when it acts for a brand that has no account anywhere. */
export async function brandIdentityOf(
  { db, viewer }: Context,
  { name, brandDomain, sandbox }: Pick<Advertiser, "name" | "brandDomain" | "sandbox">,
): Promise<BuyerIdentity> {
  const customer = await findCustomer(db, viewer.customerId);
  return {
    customerId: viewer.customerId,
    name: customer?.company ?? name,
    operatorDomain: customer?.domain ?? null,
    brandDomain,
    sandbox: sandbox || viewer.sandbox,
    ...(viewer.sandbox && { sandboxOrganisation: true }),
  };
}
