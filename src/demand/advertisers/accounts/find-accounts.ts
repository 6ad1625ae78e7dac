import type { CallContext } from "../../../ground/kernel/context.ts";
import { Invalid } from "../../../ground/kernel/errors.ts";
import { newUuid } from "../../../ground/kernel/ids.ts";
import type { BillingOptions, SellerAccount } from "../../../ground/seller-agent/index.ts";
import { askStorefront, type SourceLookup } from "./ask-storefront.ts";

export interface AccountSearch extends SourceLookup {
  readonly credentialId?: number | undefined;
  readonly billingType?: string | undefined;
  readonly refresh: boolean;
}

export interface FoundAccounts {
  readonly accounts: readonly SellerAccount[];
  readonly billing: BillingOptions;
  /** Whether the source had no account yet and opened one. */
  readonly synced: boolean;
}

/**
 * The accounts of a source that can be assigned to an advertiser. If there is none, a source that can open accounts is asked to
 * open one.
 */
export function findAccounts(search: AccountSearch, ctx: CallContext): Promise<FoundAccounts> {
  const { sourceId, credentialId, refresh, billingType } = search;
  const place = { sourceId, ...(credentialId !== undefined && { credentialId }) };
  return askStorefront(ctx, search, async (agent, call) => {
    const { accounts, billing, opensAccounts } = await agent.listAccounts({ ...place, refresh }, call);
    checkBilling(billingType, billing);
    if (accounts.length > 0 || !opensAccounts)
      return { accounts: accounts.filter((account) => isBilled(account, billingType)), billing, synced: false };
    const party = billingType ?? billing.default ?? billing.supported[0] ?? "operator";
    const order = { ...place, billing: party, idempotencyKey: newUuid(ctx.random) };
    return { accounts: await agent.syncAccounts(order, call), billing, synced: true };
  });
}

function checkBilling(billingType: string | undefined, { supported }: BillingOptions): void {
  if (billingType === undefined || supported.length === 0 || supported.includes(billingType)) return;
  throw new Invalid(`billingType: this source bills ${supported.join(" or ")}`, {
    field: "billingType",
    details: { supported },
  });
}

/** If a source does not say how it bills an account, every billing type is possible. */
function isBilled({ billing }: SellerAccount, billingType: string | undefined): boolean {
  return billingType === undefined || billing === null || billing === billingType;
}
