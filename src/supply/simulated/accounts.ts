import { createHash } from "node:crypto";
import type { AccountsAnswer, AccountToOpen, BuyerIdentity, SellerAccount } from "../../ground/seller-agent/index.ts";
import { capabilitiesOf } from "./catalogue/capabilities.ts";
import type { Simulation } from "./simulation.ts";

/** The publisher keeps no list: it opens an account for whoever asks. */
export function accountsOf(simulation: Simulation): AccountsAnswer {
  const { supportedBillings } = capabilitiesOf(simulation);
  return { accounts: [], billing: { default: null, supported: supportedBillings }, opensAccounts: true };
}

/** An account as its natural key alone decides it, so that asking twice opens one. */
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
