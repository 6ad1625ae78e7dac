import { z } from "zod";
import { csvPageOf } from "../../ground/kernel/csv/csv-list.ts";
import { BadRequest, Invalid, NotFound, Unavailable } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import type { Advertiser } from "./advertiser.ts";
import { AdvertiserSummary, AdvertiserView, ListedAdvertiser } from "./advertiser-view.ts";
import { archiveAdvertiser, restoreAdvertiser as restore } from "./archive-advertiser.ts";
import { claimChange, settleChange } from "./change-advertiser.ts";
import { claimAdvertiser, inquire, settleAdvertiser } from "./create-advertiser.ts";
import { getAdvertiser as get } from "./get-advertiser.ts";
import { listAdvertisers as list, readAdvertiser } from "./read-advertiser.ts";
import {
  AdvertiserChangeBody,
  AdvertiserListQuery,
  AdvertiserPath,
  AdvertiserQuery,
  NewAdvertiserBody,
} from "./schema.ts";
import { listAdvertisersBelow } from "./store.ts";

const refs = { "params.advertiserId": "advertiser" } as const;
const accountRefs = {
  "body.linkedAccounts.storefrontId": "storefront",
  "body.linkedAccounts.sourceId": "source",
  "body.linkedAccounts.accountId": "account",
  "body.linkedAccounts.credentialId": "credential",
} as const;

export const listAdvertisers = operation({
  id: "listAdvertisers",
  api: "buyer",
  method: "get",
  path: "/advertisers",
  summary: "List advertisers",
  description:
    "Newest first. `advertisers` has them in full; `items` has the same in brief, as newer clients read them.",
  tag: "Advertisers",
  access: "read",
  query: AdvertiserListQuery,
  paging: "take/skip",
  answer: z.object({
    advertisers: z.array(ListedAdvertiser),
    items: z.array(AdvertiserSummary),
    total: z.int(),
    hasMore: z.boolean(),
    nextOffset: z.int().nullable(),
  }),
  errors: [Invalid],
  csv: {
    fileName: "advertisers",
    columns: ["id", "name", "brand", "status", "currency", "created"],
    async page({ query: { status, name, sandbox } }, { db, viewer }, after) {
      const rows = await listAdvertisersBelow(db, viewer.customerId, { status, name, sandbox }, after);
      return csvPageOf(rows, lineOf, ({ advertiserId }) => advertiserId);
    },
  },
  handle: ({ query }, ctx) => list(ctx, query),
});

function lineOf({ advertiserId, name, brandDomain, status, primaryCurrency, createdAt }: Advertiser) {
  return [advertiserId, name, brandDomain, status, primaryCurrency, createdAt.toISOString()];
}

export const createAdvertiser = operation({
  id: "createAdvertiser",
  api: "buyer",
  method: "post",
  path: "/advertisers",
  summary: "Create an advertiser",
  description:
    "The brand's brand.json is read from its domain, for at most 2.5 s. A brand that is not found is not an error: the " +
    "advertiser is created, and `brandWarning` says where we looked; with `saveBrand: true` your name and description " +
    "are used as `linkedBrand`, marked `saved`. An account that its source does not list is an error, and nothing is created.",
  tag: "Advertisers",
  access: "write",
  body: NewAdvertiserBody,
  answer: AdvertiserView,
  status: 201,
  errors: [BadRequest, Invalid, NotFound, Unavailable],
  refs: accountRefs,
  audit: { resource: "ADVERTISER", idIn: "id" },
  claim: ({ body }, ctx) => claimAdvertiser(ctx, body),
  call: (claimed, ctx) => inquire(claimed, ctx),
  settle: (claimed, findings, ctx) => settleAdvertiser(claimed, findings, ctx),
});

export const getAdvertiser = operation({
  id: "getAdvertiser",
  api: "buyer",
  method: "get",
  path: "/advertisers/{advertiserId}",
  summary: "Get an advertiser with its whole configuration",
  description:
    "Everything in one answer: event sources, test cohorts, measurement configuration, linked accounts and the brand. " +
    "Archived advertisers are returned too.",
  tag: "Advertisers",
  access: "read",
  params: AdvertiserPath,
  query: AdvertiserQuery,
  answer: AdvertiserView,
  errors: [NotFound],
  refs,
  handle: async ({ params }, ctx) => readAdvertiser(ctx, await get(ctx, params.advertiserId)),
});

export const updateAdvertiser = operation({
  id: "updateAdvertiser",
  api: "buyer",
  method: "put",
  path: "/advertisers/{advertiserId}",
  summary: "Update an advertiser in part or in full",
  description:
    "Only the fields in the body change. `linkedAccounts` only adds. Sending `brand` looks it up again, even if " +
    "it is the same; what has already been sent to sellers under the old brand does not change. `sandbox` is fixed and ignored.",
  tag: "Advertisers",
  access: "write",
  params: AdvertiserPath,
  body: AdvertiserChangeBody,
  answer: AdvertiserView,
  errors: [BadRequest, Invalid, NotFound, Unavailable],
  refs: { ...refs, ...accountRefs },
  audit: { resource: "ADVERTISER" },
  claim: ({ params, body }, ctx) => claimChange(ctx, params.advertiserId, body),
  call: (claimed, ctx) => inquire(claimed, ctx),
  settle: (claimed, findings, ctx) => settleChange(claimed, findings, ctx),
});

export const deleteAdvertiser = operation({
  id: "deleteAdvertiser",
  api: "buyer",
  method: "delete",
  path: "/advertisers/{advertiserId}",
  summary: "Archive an advertiser",
  description:
    "It leaves the list and accepts no new campaigns or discoveries; it can still be read, its media buys continue, and " +
    "`restore` restores it.",
  tag: "Advertisers",
  access: "write",
  params: AdvertiserPath,
  answer: z.null(),
  status: 204,
  errors: [NotFound],
  refs,
  audit: { resource: "ADVERTISER", action: "ARCHIVE" },
  async handle({ params }, ctx) {
    await archiveAdvertiser(ctx, params.advertiserId);
    return null;
  },
});

export const restoreAdvertiser = operation({
  id: "restoreAdvertiser",
  api: "buyer",
  method: "post",
  path: "/advertisers/{advertiserId}/restore",
  summary: "Restore an archived advertiser",
  tag: "Advertisers",
  access: "write",
  params: AdvertiserPath,
  answer: AdvertiserView,
  errors: [NotFound],
  refs,
  audit: { resource: "ADVERTISER", action: "UPDATE" },
  handle: async ({ params }, ctx) => readAdvertiser(ctx, await restore(ctx, params.advertiserId)),
});
