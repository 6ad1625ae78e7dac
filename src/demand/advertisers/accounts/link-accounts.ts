import type { CallContext, Context } from "../../../ground/kernel/context.ts";
import { Invalid } from "../../../ground/kernel/errors.ts";
import type { AccountsAnswer, BuyerIdentity, SellerAccount } from "../../../ground/seller-agent/index.ts";
import type { Advertiser } from "../advertiser.ts";
import { brandIdentityOf } from "../buyer-identity.ts";
import type { AccountLink, LinkedSeat } from "./account-link.ts";
import { askStorefront } from "./ask-storefront.ts";
import type { LinkedAccountInput } from "./schema.ts";
import { saveLink } from "./store.ts";

/** Accounts to be linked, and the advertiser's identity at their sources. */
export interface ClaimedLinks {
  readonly buyer: BuyerIdentity;
  readonly inputs: readonly LinkedAccountInput[];
}

/** Claims links for an advertiser, which need not exist yet. */
export async function claimLinks(
  ctx: Context,
  advertiser: Pick<Advertiser, "name" | "brandDomain" | "sandbox">,
  inputs: readonly LinkedAccountInput[] = [],
): Promise<ClaimedLinks> {
  return { buyer: await brandIdentityOf(ctx, advertiser), inputs };
}

/** Checks that each source lists its account. Throws whatever `proveLink` throws, with the field prefixed by `linkedAccounts`. */
export function proveLinks({ buyer, inputs }: ClaimedLinks, ctx: CallContext): Promise<LinkedSeat[]> {
  return Promise.all(inputs.map((input, index) => proveLink(buyer, input, ctx, `linkedAccounts.${index}.`)));
}

/** Adds links; existing ones are kept. */
export async function settleLinks(
  { db, viewer, now }: Context,
  advertiserId: number,
  proven: readonly LinkedSeat[],
): Promise<AccountLink[]> {
  const links: AccountLink[] = [];
  for (const seat of proven) links.push(await saveLink(db, viewer.customerId, advertiserId, seat, now));
  return links;
}

/** The account as its source lists it. Throws `Invalid` if the source does not list it, or lists it under several credentials. */
export async function proveLink(
  buyer: BuyerIdentity,
  input: LinkedAccountInput,
  ctx: CallContext,
  within = "",
): Promise<LinkedSeat> {
  const { storefrontId, sourceId, accountId, credentialId, billingType = null } = input;
  const listed = (refresh: boolean) =>
    askStorefront(ctx, { buyer, storefrontId, sourceId }, (agent, call) => {
      const which = credentialId === undefined ? { everyCredential: true } : { credentialId };
      return agent.listAccounts({ sourceId, ...which, refresh }, call);
    });
  const known = reachable(await listed(false), accountId);
  const [seat, ...others] = known.length > 0 ? known : reachable(await listed(true), accountId);
  if (!seat)
    throw new Invalid(
      `${within}accountId: source ${sourceId} lists no account ${accountId} for this advertiser: take one of ` +
        "GET /advertisers/{advertiserId}/accounts/available",
      { field: `${within}accountId` },
    );
  if (others.length > 0) throw severalWays(within, accountId, [seat, ...others]);
  return { ...seat, billingType };
}

type Reachable = Omit<LinkedSeat, "billingType"> & { readonly credentialId: number };

function reachable({ accounts }: AccountsAnswer, accountId: string): Reachable[] {
  return accounts.flatMap(({ way, ...account }: SellerAccount) =>
    way && account.accountId === accountId ? [{ ...account, ...way }] : [],
  );
}

function severalWays(within: string, accountId: string, ways: readonly Reachable[]): Invalid {
  const credentials = ways.map(({ credentialId }) => ({ credentialId: String(credentialId) }));
  const ids = credentials.map((one) => one.credentialId).join(" or ");
  return new Invalid(
    `${within}credentialId: several of your credentials show account ${accountId}: name one of ${ids}`,
    {
      field: `${within}credentialId`,
      details: { credentials },
    },
  );
}
