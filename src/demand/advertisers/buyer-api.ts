import { z } from "zod";
import { Invalid, NotFound } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { pageOf } from "../../ground/kernel/query.ts";
import { changeAdvertiser, getAdvertiser as get } from "./change-advertiser.ts";
import {
  AdvertiserChangeBody,
  AdvertiserListQuery,
  AdvertiserPath,
  AdvertiserView,
  NewAdvertiserBody,
  viewOf,
} from "./schema.ts";
import { insertAdvertiser, listAdvertisers as list } from "./store.ts";

export const listAdvertisers = operation({
  id: "listAdvertisers",
  api: "buyer",
  method: "get",
  path: "/advertisers",
  summary: "List advertisers",
  tag: "Advertisers",
  access: "read",
  query: AdvertiserListQuery,
  paging: "take/skip",
  answer: z.object({ advertisers: z.array(AdvertiserView), total: z.int() }),
  async handle({ query }, { db, viewer }) {
    const { advertisers, total } = await list(db, viewer.customerId, query, pageOf(query));
    return { advertisers: advertisers.map(viewOf), total };
  },
});

export const createAdvertiser = operation({
  id: "createAdvertiser",
  api: "buyer",
  method: "post",
  path: "/advertisers",
  summary: "Create an advertiser",
  tag: "Advertisers",
  access: "write",
  body: NewAdvertiserBody,
  answer: AdvertiserView,
  status: 201,
  errors: [Invalid],
  audit: { resource: "ADVERTISER", idIn: "id" },
  async handle({ body }, { db, viewer, now }) {
    const { brand, brandDomain, description = null, ...rest } = body;
    const domain = brand ?? brandDomain ?? "";
    return viewOf(await insertAdvertiser(db, viewer.customerId, { ...rest, description, brandDomain: domain }, now));
  },
});

export const getAdvertiser = operation({
  id: "getAdvertiser",
  api: "buyer",
  method: "get",
  path: "/advertisers/{advertiserId}",
  summary: "Get an advertiser with its whole configuration",
  tag: "Advertisers",
  access: "read",
  params: AdvertiserPath,
  answer: AdvertiserView,
  errors: [NotFound],
  refs: { "params.advertiserId": "advertiser" },
  handle: async ({ params }, ctx) => viewOf(await get(ctx, params.advertiserId)),
});

export const updateAdvertiser = operation({
  id: "updateAdvertiser",
  api: "buyer",
  method: "put",
  path: "/advertisers/{advertiserId}",
  summary: "Update an advertiser, partly or wholly",
  tag: "Advertisers",
  access: "write",
  params: AdvertiserPath,
  body: AdvertiserChangeBody,
  answer: AdvertiserView,
  errors: [Invalid, NotFound],
  refs: { "params.advertiserId": "advertiser" },
  audit: { resource: "ADVERTISER" },
  handle: async ({ params, body }, ctx) => viewOf(await changeAdvertiser(ctx, params.advertiserId, body)),
});
