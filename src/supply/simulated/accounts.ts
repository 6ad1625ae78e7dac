import { createHash } from "node:crypto";
import type { AccountsAnswer, AccountToOpen, BuyerIdentity, SellerAccount } from "../../ground/seller-agent/index.ts";
import { capabilitiesOf } from "./catalogue/capabilities.ts";
import type { Simulation } from "./simulation.ts";

/** The publisher has no list of accounts: it opens one for every request. */
export function accountsOf(simulation: Simulation): AccountsAnswer {
  const { supportedBillings } = capabilitiesOf(simulation);
  return { accounts: [], billing: { default: null, supported: supportedBillings }, opensAccounts: true };
}

/** An account derived from its natural key alone, so that a repeated request opens only one. */
export function openedAccount(
  { name }: Simulation,
  agentId: string,
  { billing }: AccountToOpen,
  buyer: BuyerIdentity,
): SellerAccount {
  const { brandDomain, operatorDomain, sandbox } = buyer;
  const key = JSON.stringify([agentId, buyer.name, brandDomain, operatorDomain, sandbox]);
  const accountId = `acc_${createHash("sha256").update(key).digest("hex").slice(0, 16)}`;
  return {
    accountId,
    name: `${buyer.name} at ${name}`,
    advertiser: brandDomain,
    billingProxy: operatorDomain,
    house: brandDomain,
    billing,
    brandDomain,
    status: "active",
    sandbox,
    way: null,
  };
}
