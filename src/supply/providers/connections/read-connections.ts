import type { z } from "zod";
import type { CallContext, Context } from "../../../ground/kernel/context.ts";
import { NotFound } from "../../../ground/kernel/errors.ts";
import { isChoosable } from "../accounts/connected-account.ts";
import { listMappings } from "../accounts/mapping-store.ts";
import { listAccounts } from "../accounts/store.ts";
import { adapterOf } from "../catalogue.ts";
import { applicationSecrets } from "../host/secrets.ts";
import type { Connection } from "./connection.ts";
import { listPolicies, USUAL_POLICY } from "./policy-store.ts";
import { connectionRowOf, credentialRowOf, policyViewOf, type SummaryView, wiredViewOf } from "./schema.ts";
import { findConnection, listStanding } from "./store.ts";
import { listWired } from "./wired-store.ts";
import type { WiredStorefront } from "./wired-storefront.ts";

/** A storefront's connection as its owner sees it, without the part that only the operator's data tells. */
export type ConnectionDraft = Omit<z.input<typeof SummaryView>, "setupRequired"> & {
  readonly provider: WiredStorefront["provider"];
};

/**
 * Whether a storefront's connection belongs to the viewer: to the seller if it connects for all buyers, otherwise to
 * each buyer.
 */
function isOwner({ ownerKind }: Pick<WiredStorefront, "ownerKind">, { viewer }: Pick<Context, "viewer">): boolean {
  return viewer.customerKind === (ownerKind === "operator" ? "SELLER" : "BUYER");
}

/** Every storefront that the viewer can connect, with the connection's status. */
export async function readConnections(ctx: Context, storefrontId: number | undefined): Promise<ConnectionDraft[]> {
  const { db, viewer } = ctx;
  const wired = (await listWired(db, viewer, storefrontId)).filter((one) => isOwner(one, ctx));
  const standing = new Map((await listStanding(db, viewer.customerId)).map((one) => [one.storefrontId, one]));
  const connectionIds = [...standing.values()].map(({ connectionId }) => connectionId);
  const accounts = await listAccounts(db, viewer.customerId, connectionIds);
  const choosable = accounts.filter(isChoosable);
  const mappings = await listMappings(
    db,
    viewer.customerId,
    choosable.map(({ accountId }) => accountId),
  );
  const storefrontIds = wired.map((one) => one.storefrontId);
  const policies = await listPolicies(db, viewer.customerId, storefrontIds);
  return wired.map((one) => {
    const connection = standing.get(one.storefrontId);
    const own = choosable.filter(({ connectionId }) => connectionId === connection?.connectionId);
    const ids = new Set(own.map(({ accountId }) => accountId));
    const mapped = mappings.filter(({ accountId }) => ids.has(accountId));
    return {
      provider: one.provider,
      storefront: wiredViewOf(one),
      status: statusOf(connection, own),
      authModes: [...(adapterOf(one.provider)?.describe.authModes ?? [])],
      accountCount: own.length,
      mappedAdvertiserCount: new Set(mapped.map(({ advertiserId, brandDomain }) => advertiserId ?? brandDomain)).size,
      featurePolicy: policyViewOf(policies.get(one.storefrontId) ?? USUAL_POLICY),
      connection: connection ? connectionRowOf(connection) : null,
      credential: connection ? credentialRowOf(connection) : null,
    };
  });
}

function statusOf(connection: Connection | undefined, accounts: readonly { readonly isSelected: boolean }[]) {
  if (!connection || connection.status === "PENDING") return "not_connected";
  if (connection.status !== "CONNECTED") return "error";
  // A platform on which nothing is bought has no accounts to select.
  if (!adapterOf(connection.provider)?.sales) return "connected";
  return accounts.some(({ isSelected }) => isSelected) ? "connected" : "needs_account_selection";
}

/** Adds what the operator of the installation has to do first for each platform. */
export async function withSetup(
  out: CallContext,
  drafts: readonly ConnectionDraft[],
): Promise<z.input<typeof SummaryView>[]> {
  const wanting = new Map<string, boolean>();
  for (const { provider } of drafts) {
    if (wanting.has(provider)) continue;
    const needs = adapterOf(provider)?.oauth !== undefined;
    wanting.set(provider, needs && (await applicationSecrets(out, provider)) === undefined);
  }
  return drafts.map(({ provider, ...rest }) => ({
    ...rest,
    setupRequired: wanting.get(provider) === true ? setupOf(provider) : null,
  }));
}

function setupOf(provider: WiredStorefront["provider"]) {
  const name = adapterOf(provider)?.describe.displayName ?? provider;
  const message = `the operator of this installation has to set its application at ${name}: PUT /api/v2/operator/adapters/${provider}/application`;
  return { code: "oauth_client_not_configured" as const, message };
}

/** One of the viewer's own connections, with its storefront. Throws `NotFound`. */
export async function getOwnConnection(
  ctx: Context,
  connectionId: number,
): Promise<{ readonly connection: Connection; readonly wired: WiredStorefront }> {
  const { db, viewer } = ctx;
  const connection = await findConnection(db, { customerId: viewer.customerId, connectionId });
  const [wired] = connection ? await listWired(db, viewer, connection.storefrontId) : [];
  if (!connection || !wired) throw new NotFound(`you have no connection ${connectionId}`);
  return { connection, wired };
}

/** A storefront that the viewer may connect. Throws `NotFound` for any other. */
export async function getWired(ctx: Context, storefrontId: number): Promise<WiredStorefront> {
  const [wired] = await listWired(ctx.db, ctx.viewer, storefrontId);
  if (!wired || !isOwner(wired, ctx))
    throw new NotFound(`you cannot connect storefront ${storefrontId} to a platform, or it does not exist`);
  return wired;
}
