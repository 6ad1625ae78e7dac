import type { Context } from "../../ground/kernel/context.ts";
import type { BuyerIdentity } from "../../ground/seller-agent/index.ts";
import { findCustomer } from "../../platform/customers/index.ts";
import { buyingAccountsOf } from "./accounts/store.ts";
import type { Advertiser } from "./advertiser.ts";

/** The viewer as sellers may see it when it acts for this advertiser, under the advertiser's accounts. */
export async function buyerIdentityOf(ctx: Context, advertiser: Advertiser): Promise<BuyerIdentity> {
  return findBuyerIdentity(ctx, advertiser.advertiserId, Promise.resolve(advertiser));
}

/** The same, read in one round trip with the advertiser. */
export async function findBuyerIdentity(
  ctx: Context,
  advertiserId: number,
  reading: Promise<Advertiser>,
): Promise<BuyerIdentity> {
  const { db, viewer } = ctx;
  const [advertiser, customer, accounts] = await Promise.all([
    reading,
    findCustomer(db, viewer.customerId),
    buyingAccountsOf(db, viewer.customerId, advertiserId),
  ]);
  return { ...identityOf(ctx, advertiser, customer), advertiserId, ...(accounts.length > 0 && { accounts }) };
}

/** The viewer's identity when it acts for a brand that has no accounts anywhere. */
export async function brandIdentityOf(ctx: Context, brand: Brand): Promise<BuyerIdentity> {
  return identityOf(ctx, brand, await findCustomer(ctx.db, ctx.viewer.customerId));
}

type Brand = Pick<Advertiser, "name" | "brandDomain" | "sandbox">;

function identityOf(
  { viewer }: Context,
  { name, brandDomain, sandbox }: Brand,
  customer: Awaited<ReturnType<typeof findCustomer>>,
): BuyerIdentity {
  return {
    customerId: viewer.customerId,
    name: customer?.company ?? name,
    operatorDomain: customer?.domain ?? null,
    brandDomain,
    sandbox: sandbox || viewer.sandbox,
    ...(viewer.sandbox && { sandboxOrganisation: true }),
  };
}
