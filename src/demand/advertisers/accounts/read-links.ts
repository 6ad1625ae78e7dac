import type { Context } from "../../../ground/kernel/context.ts";
import { NotFound } from "../../../ground/kernel/errors.ts";
import type { SellerAccount } from "../../../ground/seller-agent/index.ts";
import { getAdvertiser } from "../get-advertiser.ts";
import type { AccountLink } from "./account-link.ts";
import { findLinkTo, recordAccounts, unlink } from "./store.ts";

export async function getLink(ctx: Context, advertiserId: number, accountId: string): Promise<AccountLink> {
  await getAdvertiser(ctx, advertiserId);
  const link = await findLinkTo(ctx.db, ctx.viewer.customerId, advertiserId, accountId);
  if (!link) throw new NotFound(`advertiser ${advertiserId} has no account ${accountId}`);
  return link;
}

export async function removeLink(ctx: Context, advertiserId: number, linkId: number): Promise<void> {
  await getAdvertiser(ctx, advertiserId);
  if (!(await unlink(ctx.db, ctx.viewer.customerId, advertiserId, linkId, ctx.now)))
    throw new NotFound(`advertiser ${advertiserId} has no link ${linkId}`);
}

/** Keeps links up to date: what a source has just reported about an account is stored in every link to that account. */
export async function recordFound({ db, viewer, now }: Context, accounts: readonly SellerAccount[]): Promise<void> {
  const seats = accounts.flatMap(({ way, ...account }) => (way ? [{ ...account, ...way }] : []));
  await recordAccounts(db, viewer.customerId, seats, now);
}
