import { type Context, wallOf } from "../../../ground/kernel/context.ts";
import { BadRequest, Invalid, NotFound } from "../../../ground/kernel/errors.ts";
import { stepped } from "../../../ground/kernel/lifecycle.ts";
import { isChoosable } from "../accounts/connected-account.ts";
import { deleteMappings, saveMapping } from "../accounts/mapping-store.ts";
import { findAccount, listAccounts, selectAccount } from "../accounts/store.ts";
import { adapterOf } from "../catalogue.ts";
import { type Connection, connectionLife, sealTokens } from "./connection.ts";
import { getOwnConnection } from "./read-connections.ts";
import { saveSourceStatus } from "./source-store.ts";
import { ensureConnection, lockConnection, saveConnection } from "./store.ts";
import type { WiredStorefront } from "./wired-storefront.ts";

export function connectionFor({ db, viewer, now }: Context, wired: WiredStorefront): Promise<Connection> {
  const { storefrontId, provider, ownerKind } = wired;
  const modes = adapterOf(provider)?.describe.authModes ?? [];
  const credentialKind = modes.includes("oauth") ? "OAUTH" : "BEARER";
  const { customerId, email } = viewer;
  return ensureConnection(db, { customerId, storefrontId, provider, ownerKind, credentialKind, createdBy: email }, now);
}

/** Selects an account under which to buy or sell. Throws `NotFound`, and `Invalid` for an account that only groups others. */
export async function chooseAccount(ctx: Context, connectionId: number, accountId: number) {
  const { wired } = await getOwnConnection(ctx, connectionId);
  const account = await choosable(ctx, connectionId, accountId);
  await selectAccount(ctx.db, ctx.viewer.customerId, account.accountId, ctx.now);
  return { wired, account: { ...account, isSelected: true } };
}

/** Maps one of the buyer's advertisers, or a brand under a seller's connection, to an account. */
export async function mapAccount(
  ctx: Context,
  connectionId: number,
  accountId: number,
  who: { readonly advertiserId?: number | undefined; readonly brandDomain?: string | undefined },
) {
  const { wired } = await getOwnConnection(ctx, connectionId);
  const account = await choosable(ctx, connectionId, accountId);
  const { customerId } = ctx.viewer;
  const place = { customerId, connectionId, accountId };
  if (wired.ownerKind === "buyer") {
    const { advertiserId } = who;
    if (advertiserId === undefined)
      throw new Invalid("advertiserId: an account of your own connection is assigned to an advertiser", {
        field: "advertiserId",
      });
    if (!(await ctx.advertiserNames([advertiserId])).has(advertiserId))
      throw new NotFound(`you have no advertiser ${advertiserId}`);
    await saveMapping(ctx.db, place, { advertiserId }, ctx.now);
  } else {
    const { brandDomain } = who;
    if (brandDomain === undefined)
      throw new Invalid("brandDomain: an account of a seller's connection is assigned to a brand", {
        field: "brandDomain",
      });
    await saveMapping(ctx.db, place, { brandDomain }, ctx.now);
  }
  await selectAccount(ctx.db, customerId, accountId, ctx.now);
  return { wired, account: { ...account, isSelected: true } };
}

/** Removes a mapping of an account, or all of them. Throws `NotFound` if there is none. */
export async function unmapAccount(
  ctx: Context,
  connectionId: number,
  accountId: number,
  who: { readonly advertiserId?: number | undefined; readonly brandDomain?: string | undefined },
) {
  const { wired } = await getOwnConnection(ctx, connectionId);
  const account = await findAccount(ctx.db, ctx.viewer.customerId, accountId);
  if (!account || account.connectionId !== connectionId)
    throw new NotFound(`connection ${connectionId} has no account ${accountId}`);
  const taken = await deleteMappings(ctx.db, { customerId: ctx.viewer.customerId, accountId }, who);
  if (!taken) throw new NotFound(`the named advertiser or brand is not assigned to account ${accountId}`);
  return { wired, account };
}

async function choosable(ctx: Context, connectionId: number, accountId: number) {
  const account = await findAccount(ctx.db, ctx.viewer.customerId, accountId);
  if (!account || account.connectionId !== connectionId || account.archivedAt)
    throw new NotFound(`connection ${connectionId} has no account ${accountId}`);
  if (!isChoosable(account))
    throw new Invalid(
      `accountId: ${account.name ?? accountId} only groups accounts: choose one of the accounts in it`,
      {
        field: "accountId",
      },
    );
  return account;
}

/** Stores a token that a person provides, for a platform without OAuth. Throws `BadRequest` if the platform uses OAuth. */
export async function saveToken(ctx: Context, connectionId: number, token: string): Promise<Connection> {
  const { connection } = await getOwnConnection(ctx, connectionId);
  const { describe } = adapterOf(connection.provider) ?? {};
  if (!describe?.authModes.includes("bearer"))
    throw new BadRequest(
      `${describe?.displayName ?? connection.provider} is connected by consent: POST /storefronts/${connection.storefrontId}/connection`,
    );
  return saveBearer(ctx, connection, token, ctx.viewer.email);
}

/** Encrypts a token and stores it in place of the connection's previous one. */
export async function saveBearer(
  ctx: Context,
  connection: Connection,
  token: string,
  connectedBy: string | null,
): Promise<Connection> {
  const kept: Connection = {
    ...connection,
    credentialKind: "BEARER",
    status: stepped(connectionLife, "consent", connection.status),
    statusReason: null,
    sealed: sealTokens(ctx.vault, connection, { accessToken: token }),
    expiresAt: null,
    renewAt: null,
    connectedBy,
  };
  await saveConnection(ctx.db, kept, wallOf(ctx));
  if (kept.ownerKind === "operator") await saveSourceStatus(ctx.db, kept, { authConfigured: true, error: null });
  return kept;
}

/** Removes a connection with its tokens. What was bought through it can no longer be read. */
export async function disconnect(ctx: Context, connectionId: number): Promise<void> {
  await getOwnConnection(ctx, connectionId);
  const connection = await lockConnection(ctx.db, { customerId: ctx.viewer.customerId, connectionId });
  if (!connection) throw new NotFound(`you have no connection ${connectionId}`);
  const status = stepped(connectionLife, "disconnect", connection.status);
  const ended = { ...connection, status, sealed: null, renewAt: null, archivedAt: ctx.now };
  await saveConnection(ctx.db, ended, wallOf(ctx));
  if (ended.ownerKind !== "operator") return;
  const name = adapterOf(ended.provider)?.describe.displayName ?? ended.provider;
  const error = `${name} is not connected: POST /api/v2/storefront/storefronts/${ended.storefrontId}/connection`;
  await saveSourceStatus(ctx.db, ended, { authConfigured: false, error });
}

/** The accounts of a connection, for display. */
export function accountsOf({ db, viewer }: Context, connectionId: number) {
  return listAccounts(db, viewer.customerId, [connectionId]);
}
