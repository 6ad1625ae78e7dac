import { z } from "zod";
import { Invalid, InvalidState, NotFound } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { pageOf } from "../../ground/kernel/query.ts";
import { AdvertiserPath, getAdvertiser } from "../advertisers/index.ts";
import { archiveCatalog, changeCatalog, createCatalog as create, getCatalog as get } from "./change-catalog.ts";
import {
  CatalogChangeBody,
  CatalogListQuery,
  CatalogPath,
  CatalogView,
  NewCatalogBody,
  SyncedCatalogInput,
  viewOf,
} from "./schema.ts";
import { listCatalogs as list } from "./store.ts";

const all = {
  api: "buyer",
  path: "/advertisers/{advertiserId}/catalogs",
  tag: "Catalogs",
  params: AdvertiserPath,
  refs: { "params.advertiserId": "advertiser" },
} as const;

const one = {
  ...all,
  path: "/advertisers/{advertiserId}/catalogs/{catalogId}",
  params: CatalogPath,
  refs: { "params.advertiserId": "advertiser", "params.catalogId": "catalog" },
} as const;

export const listCatalogs = operation({
  ...all,
  id: "listCatalogs",
  method: "get",
  summary: "List an advertiser's catalogs",
  access: "read",
  query: CatalogListQuery,
  paging: "take/skip",
  answer: z.object({ catalogs: z.array(CatalogView), total: z.int() }),
  errors: [NotFound],
  async handle({ params, query }, ctx) {
    const { advertiserId } = await getAdvertiser(ctx, params.advertiserId);
    const { catalogs, total } = await list(ctx.db, ctx.viewer.customerId, advertiserId, query, pageOf(query));
    return { catalogs: catalogs.map(viewOf), total };
  },
});

export const createCatalog = operation({
  ...all,
  id: "createCatalog",
  method: "post",
  summary: "Create a catalog",
  description:
    "It is empty: add offerings one by one, or upload whole catalogs with their items with POST …/catalogs/sync. A campaign refers " +
    "to a catalog by catalogId.",
  access: "write",
  body: NewCatalogBody,
  answer: SyncedCatalogInput,
  status: 201,
  errors: [InvalidState, NotFound],
  audit: { resource: "CATALOG", idIn: "catalog.catalogId" },
  handle: async ({ params, body }, ctx) => ({ catalog: viewOf(await create(ctx, params.advertiserId, body)) }),
});

export const getCatalog = operation({
  ...one,
  id: "getCatalog",
  method: "get",
  summary: "Get a catalog",
  access: "read",
  answer: SyncedCatalogInput,
  errors: [NotFound],
  handle: async ({ params }, ctx) => ({ catalog: viewOf(await get(ctx, params)) }),
});

export const updateCatalog = operation({
  ...one,
  id: "updateCatalog",
  method: "put",
  summary: "Update a catalog: only the fields in the body change",
  access: "write",
  body: CatalogChangeBody,
  answer: SyncedCatalogInput,
  errors: [Invalid, NotFound],
  audit: { resource: "CATALOG" },
  handle: async ({ params, body }, ctx) => ({ catalog: viewOf(await changeCatalog(ctx, params, body)) }),
});

export const deleteCatalog = operation({
  ...one,
  id: "deleteCatalog",
  method: "delete",
  summary: "Archive a catalog and all its offerings",
  description: "Campaigns that refer to it keep the reference; it can no longer be assigned to a campaign.",
  access: "write",
  answer: z.null(),
  status: 204,
  errors: [NotFound],
  audit: { resource: "CATALOG", action: "ARCHIVE" },
  handle: async ({ params }, ctx) => {
    await archiveCatalog(ctx, params);
    return null;
  },
});
