import { z } from "zod";
import { BadRequest, Conflict, Invalid, NotFound, Unavailable } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { pageOf } from "../../../ground/kernel/query.ts";
import { brandIdentityOf } from "../buyer-identity.ts";
import { getAdvertiser } from "../get-advertiser.ts";
import { AdvertiserPath } from "../schema.ts";
import { seatOf } from "./account-link.ts";
import { findAccounts } from "./find-accounts.ts";
import { proveLink, settleLinks } from "./link-accounts.ts";
import { getLink, recordFound, removeLink } from "./read-links.ts";
import {
  AccountLinkSummary,
  AccountLinkView,
  AccountPath,
  AvailableAccountView,
  AvailableQuery,
  availableViewOf,
  LinkedAccountInput,
  LinkListQuery,
  LinkPath,
  linkViewOf,
  RegisteredAccountView,
  registeredViewOf,
  SourceAccountBody,
  SourceAccountPath,
} from "./schema.ts";
import { listLinks } from "./store.ts";

export const listAvailableAccounts = operation({
  id: "listAvailableAccounts",
  api: "buyer",
  method: "get",
  path: "/advertisers/{advertiserId}/accounts/available",
  summary: "List the accounts at a source that can be assigned to an advertiser",
  description:
    "Lists the accounts that your credential shows at the source, limited to the advertiser's brand if the source says which " +
    "brand they belong to. A source that creates accounts creates one if there is none, and `synced` is true. A source " +
    "that needs no credentials has none to choose from. A source's list is cached until `refresh=true`.",
  tag: "Source accounts",
  access: "read",
  params: AdvertiserPath,
  query: AvailableQuery,
  paging: "take/skip",
  answer: z.object({
    accounts: z.array(AvailableAccountView),
    total: z.int(),
    synced: z.boolean(),
    billingOptions: z.object({
      default: z.string().nullable().describe("Null if you have to choose"),
      supported: z.array(z.string()),
    }),
  }),
  errors: [BadRequest, Invalid, NotFound, Unavailable],
  refs: {
    "params.advertiserId": "advertiser",
    "query.storefrontId": "storefront",
    "query.sourceId": "source",
    "query.credentialId": "credential",
  },
  async claim({ params, query }, ctx) {
    const buyer = await brandIdentityOf(ctx, await getAdvertiser(ctx, params.advertiserId));
    return { search: { ...query, buyer }, page: pageOf(query) };
  },
  call: ({ search }, ctx) => findAccounts(search, ctx),
  async settle({ page: { take, skip } }, { accounts, billing, synced }, ctx) {
    await recordFound(ctx, accounts);
    return {
      accounts: accounts.slice(skip, skip + take).map(availableViewOf),
      total: accounts.length,
      synced,
      billingOptions: { default: billing.default, supported: [...billing.supported] },
    };
  },
});

export const listAdvertiserAccounts = operation({
  id: "listAdvertiserAccounts",
  api: "buyer",
  method: "get",
  path: "/advertisers/{advertiserId}/accounts",
  summary: "List the accounts assigned to an advertiser",
  tag: "Source accounts",
  access: "read",
  params: AdvertiserPath,
  query: LinkListQuery,
  paging: "take/skip",
  answer: z.object({ accounts: z.array(AccountLinkSummary), total: z.int() }),
  errors: [Invalid, NotFound],
  refs: {
    "params.advertiserId": "advertiser",
    "query.storefrontId": "storefront",
    "query.sourceId": "source",
  },
  async handle({ params, query }, ctx) {
    const { advertiserId } = await getAdvertiser(ctx, params.advertiserId);
    const { links, total } = await listLinks(ctx.db, ctx.viewer.customerId, advertiserId, query, pageOf(query));
    return { accounts: links.map(linkViewOf), total };
  },
});

export const getAdvertiserAccount = operation({
  id: "getAdvertiserAccount",
  api: "buyer",
  method: "get",
  path: "/advertisers/{advertiserId}/accounts/{accountId}",
  summary: "Get an account assigned to an advertiser",
  tag: "Source accounts",
  access: "read",
  params: AccountPath,
  answer: AccountLinkView,
  errors: [NotFound],
  refs: { "params.advertiserId": "advertiser", "params.accountId": "account" },
  handle: async ({ params }, ctx) => linkViewOf(await getLink(ctx, params.advertiserId, params.accountId)),
});

export const assignAccount = operation({
  id: "assignAccount",
  api: "buyer",
  method: "post",
  path: "/advertisers/{advertiserId}/accounts",
  summary: "Assign an account at a source to an advertiser",
  description:
    "The account must be one of `available`. From then on, the advertiser buys from the source's agent under this account and " +
    "with the credential that shows it, through any storefront; with several accounts at one agent, the one assigned last is used. " +
    "Assigning the same account again only changes the credential. Earlier media buys stay under their account.",
  tag: "Source accounts",
  access: "write",
  params: AdvertiserPath,
  body: LinkedAccountInput,
  answer: AccountLinkView,
  status: 201,
  errors: [BadRequest, Invalid, NotFound, Unavailable],
  refs: {
    "params.advertiserId": "advertiser",
    "body.storefrontId": "storefront",
    "body.sourceId": "source",
    "body.accountId": "account",
    "body.credentialId": "credential",
  },
  audit: { resource: "ACCOUNT_LINK", idIn: "linkId" },
  async claim({ params, body }, ctx) {
    const advertiser = await getAdvertiser(ctx, params.advertiserId);
    return { ...params, body, buyer: await brandIdentityOf(ctx, advertiser) };
  },
  call: async ({ buyer, body }, ctx) => [await proveLink(buyer, body, ctx)],
  async settle({ advertiserId }, proven, ctx) {
    const [link] = await settleLinks(ctx, advertiserId, proven);
    if (!link) throw new Error("one account was proven, and none linked");
    return linkViewOf(link);
  },
});

export const unassignAccount = operation({
  id: "unassignAccount",
  api: "buyer",
  method: "delete",
  path: "/advertisers/{advertiserId}/accounts/{linkId}",
  summary: "Remove an account from an advertiser",
  description: "Media buys under the account continue.",
  tag: "Source accounts",
  access: "write",
  params: LinkPath,
  answer: z.object({ unlinked: z.literal(true) }),
  errors: [NotFound],
  refs: { "params.advertiserId": "advertiser", "params.linkId": "accountLink" },
  audit: { resource: "ACCOUNT_LINK" },
  async handle({ params }, ctx) {
    await removeLink(ctx, params.advertiserId, params.linkId);
    return { unlinked: true as const };
  },
});

/** This operation's id is our own: the specification of August 2026 no longer has one. */
export const registerSourceAccount = operation({
  id: "registerSourceAccount",
  api: "buyer",
  method: "post",
  path: "/storefronts/{storefrontId}/sources/{sourceId}/accounts",
  summary: "Register an account at a source, and assign it to an advertiser",
  description:
    "Like registering a credential, under the account's own identifier at the source. Omit auth if you already have a credential " +
    "there that also covers this account, or if the source uses OAuth. With advertiserId the advertiser buys under it " +
    "from now on.",
  tag: "Source accounts",
  access: "write",
  params: SourceAccountPath,
  body: SourceAccountBody,
  bodyOptional: true,
  answer: RegisteredAccountView,
  status: 201,
  errors: [BadRequest, Conflict, Invalid, NotFound, Unavailable],
  refs: {
    "params.storefrontId": "storefront",
    "params.sourceId": "source",
    "body.advertiserId": "advertiser",
  },
  audit: { resource: "CREDENTIAL", idIn: "id" },
  async claim({ params, body }, ctx) {
    if (body.advertiserId !== undefined) await getAdvertiser(ctx, body.advertiserId);
    return { ...params, ...body };
  },
  call: ({ storefrontId, sourceId, accountIdentifier, auth }, ctx) => {
    const registeredBy = ctx.viewer.email;
    const registration = { storefront: storefrontId, sourceId, accountIdentifier, auth, registeredBy };
    return ctx.sellers.registerAccount(ctx.viewer, registration, ctx.requestId);
  },
  async settle({ advertiserId }, registered, ctx) {
    const links = advertiserId === undefined ? [] : await settleLinks(ctx, advertiserId, [seatOf(registered)]);
    return registeredViewOf(registered, links[0]);
  },
});
