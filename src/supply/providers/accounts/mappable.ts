import { z } from "zod";
import type { AdvertiserNames, Context } from "../../../ground/kernel/context.ts";
import type { Connection } from "../connections/connection.ts";
import { AccountView, accountViewOf, wiredViewOf } from "../connections/schema.ts";
import { listStanding } from "../connections/store.ts";
import { listWired } from "../connections/wired-store.ts";
import type { WiredStorefront } from "../connections/wired-storefront.ts";
import { isBuyable } from "../contract/account.ts";
import type { ConnectedAccount } from "./connected-account.ts";
import { listMappings, type Mapping } from "./mapping-store.ts";
import { listAccountsEverListed } from "./store.ts";

/** A row of accounts and who buys under them, in the published contract's spelling. */
export const MappableView = z
  .object({
    id: z.string(),
    connectionId: z.string(),
    accountId: z.string(),
    sourceId: z.string(),
    sourceName: z.string(),
    agentId: z.string(),
    providerType: z.string(),
    providerDisplayName: z.string(),
    connectionName: z.string(),
    accountName: z.string(),
    externalAccountId: z.string(),
    selected: z.boolean(),
    status: AccountView.shape.status,
    accountType: z.string().nullable(),
    parentExternalId: z.string().nullable(),
    parentName: z.string().nullable(),
    mappedAdvertisers: AccountView.shape.mappedAdvertisers,
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: "StorefrontConnectionAccountMapping" });

/** An account that can be mapped, its connection, and who buys under it. */
interface Mappable {
  readonly wired: WiredStorefront;
  readonly connection: Connection;
  readonly account: ConnectedAccount;
  readonly mappings: readonly Mapping[];
  readonly names: AdvertiserNames;
}

interface AccountQuery {
  readonly search?: string | undefined;
  readonly provider?: string | undefined;
  readonly advertiserId?: number | undefined;
  readonly storefrontId?: number | undefined;
  readonly mappingStatus: "all" | "mapped" | "unmapped" | "unreachable";
}

/** The accounts of the viewer's connections, in four statements however many there are. */
export async function listMappable(ctx: Context, asked: AccountQuery): Promise<Mappable[]> {
  const { db, viewer } = ctx;
  const wired = new Map((await listWired(db, viewer, asked.storefrontId)).map((one) => [one.storefrontId, one]));
  const connections = new Map((await listStanding(db, viewer.customerId)).map((one) => [one.connectionId, one]));
  const accounts = await listAccountsEverListed(db, viewer.customerId, [...connections.keys()]);
  const ids = accounts.map(({ accountId }) => accountId);
  const mappings = Map.groupBy(await listMappings(db, viewer.customerId, ids), ({ accountId }) => accountId);
  const names = await ctx.advertiserNames(
    [...mappings.values()].flat().flatMap(({ advertiserId }) => advertiserId ?? []),
  );
  return accounts
    .flatMap((account): Mappable[] => {
      const connection = connections.get(account.connectionId);
      const storefront = connection && wired.get(connection.storefrontId);
      const own = mappings.get(account.accountId) ?? [];
      return connection && storefront ? [{ wired: storefront, connection, account, mappings: own, names }] : [];
    })
    .filter((one) => isAsked(one, asked));
}

function isAsked(one: Mappable, { search, provider, advertiserId, mappingStatus }: AccountQuery): boolean {
  const { account, mappings } = one;
  if (!isBuyable(account) || (account.archivedAt !== null && mappings.length === 0)) return false;
  if (provider !== undefined && one.wired.provider !== provider) return false;
  if (advertiserId !== undefined && !mappings.some((mapping) => mapping.advertiserId === advertiserId)) return false;
  if (search !== undefined && !textOf(one).includes(search.toLowerCase())) return false;
  switch (mappingStatus) {
    case "all":
      return true;
    case "mapped":
      return mappings.length > 0 && !isUnreachable(one);
    case "unmapped":
      return mappings.length === 0;
    case "unreachable":
      return mappings.length > 0 && isUnreachable(one);
  }
}

function isUnreachable({ account, connection }: Mappable): boolean {
  return account.archivedAt !== null || connection.status !== "CONNECTED";
}

function textOf({ wired, account }: Mappable): string {
  const { providerDisplayName } = wiredViewOf(wired);
  return [wired.name, wired.provider, providerDisplayName, account.name, account.externalAccountId]
    .join(" ")
    .toLowerCase();
}

export function mappableViewOf({ wired, account, mappings, names }: Mappable): z.input<typeof MappableView> {
  const { providerType, providerDisplayName } = wiredViewOf(wired);
  const view = accountViewOf(account, wired, mappings, names);
  return {
    id: view.id,
    connectionId: view.connectionId,
    accountId: view.id,
    sourceId: providerType,
    sourceName: providerDisplayName,
    agentId: wired.agentId,
    providerType,
    providerDisplayName,
    connectionName: wired.name,
    accountName: account.name ?? account.externalAccountId,
    externalAccountId: account.externalAccountId,
    selected: account.isSelected,
    status: view.status,
    accountType: account.type,
    parentExternalId: account.parentExternalId,
    parentName: account.parentName,
    mappedAdvertisers: view.mappedAdvertisers,
    updatedAt: view.updatedAt,
  };
}
