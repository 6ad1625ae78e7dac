import { z } from "zod";
import { csvPageOf, ROWS_A_PAGE } from "../../ground/kernel/csv/csv-list.ts";
import { NotFound } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { itemsPage } from "../../ground/kernel/query.ts";
import { listListedStorefronts, nameOf } from "../storefronts/index.ts";
import { lifecycleOf } from "./lifecycle.ts";
import {
  BuyerStorefrontView,
  StorefrontListQuery,
  StorefrontPath,
  StorefrontSummaryView,
  UpcomingStorefrontView,
  viewOf,
} from "./schema.ts";
import { findVisibleStorefront, listBuyableStorefronts } from "./store.ts";
import type { StorefrontSummary } from "./visible-storefront.ts";

export const listStorefronts = operation({
  id: "listStorefronts",
  api: "buyer",
  method: "get",
  path: "/storefronts",
  summary: "List the storefronts you can buy from",
  tag: "Storefronts",
  access: "read",
  query: StorefrontListQuery,
  paging: "limit/offset",
  answer: z.object({
    items: z.array(StorefrontSummaryView),
    total: z.int(),
    hasMore: z.boolean(),
    nextOffset: z.int().nullable(),
  }),
  csv: {
    fileName: "storefronts",
    columns: ["id", "name", "domain", "sources", "connectedSources"],
    async page({ query: { name } }, { db, viewer }, after = "0") {
      const window = { limit: ROWS_A_PAGE, offset: Number(after) };
      const { storefronts } = await listBuyableStorefronts(db, viewer, name, window);
      return csvPageOf(storefronts, lineOf, () => window.offset + ROWS_A_PAGE);
    },
  },
  async handle({ query }, { db, viewer }) {
    const { storefronts, total } = await listBuyableStorefronts(db, viewer, query.name, query);
    const items = storefronts.map(({ storefrontId, ...rest }) => ({ id: storefrontId, ...rest }));
    return itemsPage(items, total, query.offset);
  },
});

function lineOf(storefront: StorefrontSummary) {
  const { storefrontId, name, publisherDomain, sourceCount, connectedSourceCount } = storefront;
  return [storefrontId, name, publisherDomain, sourceCount, connectedSourceCount];
}

export const discoverStorefronts = operation({
  id: "discoverStorefronts",
  api: "buyer",
  method: "get",
  path: "/storefronts/discover",
  summary: "See which storefronts are live and which are coming soon",
  tag: "Storefronts",
  access: "read",
  answer: z.object({ items: z.array(UpcomingStorefrontView) }),
  async handle(_, { db, viewer }) {
    const listed = await listListedStorefronts(db, viewer);
    return {
      items: listed.map((storefront) => ({
        id: storefront.storefrontId,
        name: storefront.name,
        publisherDomain: storefront.publisherDomain,
        status: lifecycleOf(storefront),
      })),
    };
  },
});

export const getStorefront = operation({
  id: "getStorefront",
  api: "buyer",
  method: "get",
  path: "/storefronts/{storefrontId}",
  summary: "Get a storefront with its sources and your accounts there",
  tag: "Storefronts",
  access: "read",
  params: StorefrontPath,
  answer: BuyerStorefrontView,
  errors: [NotFound],
  refs: { "params.storefrontId": "storefront" },
  async handle({ params }, { db, viewer }) {
    const storefront = await findVisibleStorefront(db, viewer, params.storefrontId);
    if (!storefront) throw new NotFound(`there is no storefront ${nameOf(params.storefrontId)}`);
    return viewOf(storefront);
  },
});
