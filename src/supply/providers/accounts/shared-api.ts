import { z } from "zod";
import type { Context } from "../../../ground/kernel/context.ts";
import { Invalid, NotFound, Unavailable } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { integerId, itemsPage, limitOffset } from "../../../ground/kernel/query.ts";
import { adapterOf } from "../catalogue.ts";
import { accountsOf, chooseAccount, mapAccount, unmapAccount } from "../connections/change-connection.ts";
import { refreshAccounts } from "../connections/conclude-consent.ts";
import { getOwnConnection } from "../connections/read-connections.ts";
import { AccountPath, AccountView, accountViewOf, ConnectionPath, MappingBody } from "../connections/schema.ts";
import type { WiredStorefront } from "../connections/wired-storefront.ts";
import type { ConnectedAccount } from "./connected-account.ts";
import { explained } from "./list-accounts.ts";
import { listMappable, MappableView, mappableViewOf } from "./mappable.ts";
import { listMappings } from "./mapping-store.ts";
import { FactsView, factsViewOf, getOwnAccount } from "./read-facts.ts";

const refs = { "params.connectionId": "connection", "params.accountId": "connectionAccount" } as const;

const both = { api: ["buyer", "storefront"], sides: ["BUYER", "SELLER"], tag: "Platform connections" } as const;

/** A change of one account, which returns its new state. */
const changing = {
  ...both,
  access: "write",
  reach: "market",
  params: AccountPath,
  answer: AccountView,
  errors: [Invalid, NotFound],
  audit: { resource: "CONNECTION_ACCOUNT" },
} as const;

export const listStorefrontConnectionAccounts = operation({
  ...both,
  id: "listStorefrontConnectionAccounts",
  method: "get",
  path: "/storefront-connections/{connectionId}/accounts",
  summary: "List the accounts that a connection opens",
  access: "read",
  reach: "market",
  params: ConnectionPath,
  query: z.object({ refresh: z.stringbool().optional().describe("Ask the platform again") }),
  answer: z.object({ items: z.array(AccountView) }),
  errors: [NotFound, Unavailable],
  refs: { "params.connectionId": "connection" },
  async claim({ params, query }, ctx) {
    const { connection } = await getOwnConnection(ctx, params.connectionId);
    return { connection, refresh: query.refresh === true && connection.status === "CONNECTED" };
  },
  async call({ connection: { customerId, connectionId, provider }, refresh }, out) {
    if (!refresh) return;
    const listed = await out.perform(refreshAccounts, { customerId, connectionId });
    const name = adapterOf(provider)?.describe.displayName ?? provider;
    if (listed && !listed.ok) throw new Unavailable(explained(listed.error, name));
  },
  async settle({ connection: { connectionId } }, _, ctx) {
    return { items: await accountViews(ctx, connectionId) };
  },
});

/** Not in the published contract, whose buyers only see the effects on products, and in refusals. */
export const getConnectionAccountFacts = operation({
  ...both,
  id: "getConnectionAccountFacts",
  ours: true,
  method: "get",
  path: "/storefront-connections/{connectionId}/accounts/{accountId}/facts",
  summary: "Read what an account adds to its platform's products",
  description:
    "The platform's last answer: it is asked once a day for the selected accounts, and before their first products.",
  access: "read",
  reach: "market",
  params: AccountPath,
  answer: FactsView,
  errors: [NotFound],
  refs: { "params.connectionId": "connection", "params.accountId": "connectionAccount" },
  handle: async ({ params }, ctx) => factsViewOf(await getOwnAccount(ctx, params)),
});

export const selectStorefrontConnectionAccount = operation({
  ...changing,
  id: "selectStorefrontConnectionAccount",
  method: "patch",
  path: "/storefront-connections/{connectionId}/accounts/{accountId}/select",
  summary: "Choose an account of a connection",
  refs,
  async handle({ params }, ctx) {
    const { wired, account } = await chooseAccount(ctx, params.connectionId, params.accountId);
    return accountView(ctx, wired, account);
  },
});

export const mapStorefrontConnectionAccountToAdvertiser = operation({
  ...changing,
  id: "mapStorefrontConnectionAccountToAdvertiser",
  method: "post",
  path: "/storefront-connections/{connectionId}/accounts/{accountId}/advertiser",
  summary: "Assign an account to an advertiser or a brand",
  description:
    "A buyer names one of its advertisers; a seller, whose connection serves all its buyers, names a brand by its domain. A media buy " +
    "for which no account is assigned is refused with account_mapping_required.",
  body: MappingBody,
  status: 201,
  refs: { ...refs, "body.advertiserId": "advertiser" },
  async handle({ params, body }, ctx) {
    const { wired, account } = await mapAccount(ctx, params.connectionId, params.accountId, body);
    return accountView(ctx, wired, account);
  },
});

/** Not in the published contract, which has no way to remove a mapping. */
export const unmapStorefrontConnectionAccount = operation({
  ...changing,
  id: "unmapStorefrontConnectionAccount",
  ours: true,
  method: "delete",
  path: "/storefront-connections/{connectionId}/accounts/{accountId}/advertiser",
  summary: "Remove an advertiser or brand from an account",
  description:
    "Removes the named advertiser or brand, or all of them if none is named. Existing media buys continue, and new ones are " +
    "refused with account_mapping_required.",
  query: z.object({
    advertiserId: integerId("advertiserId").optional(),
    brandDomain: z.string().max(253).optional(),
  }),
  refs: { ...refs, "query.advertiserId": "advertiser" },
  async handle({ params, query }, ctx) {
    const { wired, account } = await unmapAccount(ctx, params.connectionId, params.accountId, query);
    return accountView(ctx, wired, account);
  },
});

const STATUSES = ["all", "mapped", "unmapped", "unreachable"] as const;

export const listStorefrontConnectionAccountMappings = operation({
  ...both,
  id: "listStorefrontConnectionAccountMappings",
  method: "get",
  path: "/storefront-connection-account-mappings",
  summary: "List the accounts of all your connections, with the advertiser or brand of each",
  description: "Organisations group accounts and appear as their parents; they are not listed themselves.",
  access: "read",
  reach: "market",
  query: z.object({
    search: z
      .string()
      .trim()
      .max(200)
      .optional()
      .describe("Part of the name of the storefront, the platform or the account, or the account's id"),
    provider: z.string().max(64).optional(),
    advertiserId: integerId("advertiserId").optional(),
    storefrontId: integerId("storefrontId").optional(),
    mappingStatus: z
      .enum(STATUSES)
      .default("all")
      .describe("unreachable: assigned, but the platform no longer lists the account or no longer accepts the consent"),
    ...limitOffset(100, 50),
  }),
  answer: z.object({
    items: z.array(MappableView),
    total: z.int(),
    hasMore: z.boolean(),
    nextOffset: z.int().nullable(),
  }),
  refs: { "query.advertiserId": "advertiser", "query.storefrontId": "storefront" },
  async handle({ query }, ctx) {
    const found = (await listMappable(ctx, query)).map(mappableViewOf);
    const { limit, offset } = query;
    return itemsPage(found.slice(offset, offset + limit), found.length, offset);
  },
});

async function accountViews(ctx: Context, connectionId: number) {
  const { wired } = await getOwnConnection(ctx, connectionId);
  return viewsOf(ctx, wired, await accountsOf(ctx, connectionId));
}

async function accountView(ctx: Context, wired: WiredStorefront, account: ConnectedAccount) {
  const [view] = await viewsOf(ctx, wired, [account]);
  if (!view) throw new Error("an account has no view");
  return view;
}

async function viewsOf(ctx: Context, wired: WiredStorefront, accounts: readonly ConnectedAccount[]) {
  const ids = accounts.map(({ accountId }) => accountId);
  const mappings = await listMappings(ctx.db, ctx.viewer.customerId, ids);
  const names = await ctx.advertiserNames(mappings.flatMap(({ advertiserId }) => advertiserId ?? []));
  return accounts.map((account) => accountViewOf(account, wired, mappings, names));
}
