import { z } from "zod";
import { Conflict, NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { pageOf } from "../../../ground/kernel/query.ts";
import { getCatalog } from "../change-catalog.ts";
import { CatalogPath } from "../schema.ts";
import { changeOffering, createOffering as create, getOffering as get, removeOffering } from "./change-offering.ts";
import {
  NewOfferingBody,
  OfferingChangeBody,
  OfferingListQuery,
  OfferingPath,
  OfferingView,
  OneOffering,
  viewOf,
} from "./schema.ts";
import { listOfferings as list } from "./store.ts";

const all = {
  api: "buyer",
  path: "/advertisers/{advertiserId}/catalogs/{catalogId}/offerings",
  tag: "Catalogs",
  params: CatalogPath,
  refs: { "params.advertiserId": "advertiser", "params.catalogId": "catalog" },
} as const;

const one = {
  ...all,
  path: "/advertisers/{advertiserId}/catalogs/{catalogId}/offerings/{offeringId}",
  params: OfferingPath,
  refs: { ...all.refs, "params.offeringId": "offering" },
} as const;

export const listOfferings = operation({
  ...all,
  id: "listOfferings",
  method: "get",
  summary: "List the offerings of a catalog",
  access: "read",
  query: OfferingListQuery,
  paging: "take/skip",
  answer: z.object({ offerings: z.array(OfferingView), total: z.int() }),
  errors: [NotFound],
  async handle({ params, query }, ctx) {
    const { catalogId } = await getCatalog(ctx, params);
    const page = pageOf(query);
    const { offerings, total } = await list(ctx.db, ctx.viewer.customerId, catalogId, query.title, page);
    return { offerings: offerings.map(viewOf), total };
  },
});

export const createOffering = operation({
  ...all,
  id: "createOffering",
  method: "post",
  summary: "Add an offering to a catalog",
  description: "The id is yours to choose. The id of an archived offering may be used again.",
  access: "write",
  body: NewOfferingBody,
  answer: OneOffering,
  status: 201,
  errors: [Conflict, NotFound],
  audit: { resource: "OFFERING", idIn: "offering.offeringId" },
  handle: async ({ params, body }, ctx) => ({ offering: viewOf(await create(ctx, params, body)) }),
});

export const getOffering = operation({
  ...one,
  id: "getOffering",
  method: "get",
  summary: "Get an offering",
  access: "read",
  answer: OneOffering,
  errors: [NotFound],
  handle: async ({ params }, ctx) => ({ offering: viewOf(await get(ctx, params)) }),
});

export const updateOffering = operation({
  ...one,
  id: "updateOffering",
  method: "put",
  summary: "Update an offering: only the fields in the body change",
  description: "In a catalog that is synced or read from a feed, the next sync or reading overwrites the change.",
  access: "write",
  body: OfferingChangeBody,
  answer: OneOffering,
  errors: [NotFound],
  audit: { resource: "OFFERING" },
  handle: async ({ params, body }, ctx) => ({ offering: viewOf(await changeOffering(ctx, params, body)) }),
});

export const deleteOffering = operation({
  ...one,
  id: "deleteOffering",
  method: "delete",
  summary: "Archive an offering",
  access: "write",
  answer: z.null(),
  status: 204,
  errors: [NotFound],
  audit: { resource: "OFFERING", action: "ARCHIVE" },
  handle: async ({ params }, ctx) => {
    await removeOffering(ctx, params);
    return null;
  },
});
