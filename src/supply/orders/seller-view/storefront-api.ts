import { csvPageOf } from "../../../ground/kernel/csv/csv-list.ts";
import { Invalid, NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { getSoldOrder, readPace, readSoldOrders, readSoldOrdersBelow, readTimeline } from "./read-sold-orders.ts";
import { detailOf, lineOf, OrderDetailView, OrderListQuery, OrderListView, OrderPath, viewOf } from "./schema.ts";
import { TimelineView, timelineOf } from "./timeline-schema.ts";

const all = { api: "storefront", method: "get", path: "/media-buys", tag: "Media buys", access: "read" } as const;
const one = { ...all, params: OrderPath, refs: { "params.mediaBuyId": "order" }, errors: [NotFound] } as const;

export const listStorefrontMediaBuys = operation({
  ...all,
  id: "listStorefrontMediaBuys",
  summary: "List the media buys at your storefront",
  description:
    "Media buys that are waiting and start within 48 hours come first, then the newest. `status` and `pendingReason` are those " +
    "of the part that most needs attention: with several sources, one may run while another has not decided. Sources are not " +
    "asked; this is their last known answer.",
  query: OrderListQuery,
  paging: "take/skip",
  answer: OrderListView,
  refs: { "query.buyerCustomerId": "customer", "query.sourceId": "source" },
  errors: [Invalid, NotFound],
  csv: {
    fileName: "media-buys",
    columns: ["id", "name", "buyer", "brand", "status", "start", "end", "amount", "currency", "created"],
    async page({ query: { take: _take, skip: _skip, ...filter } }, ctx, after) {
      const sold = await readSoldOrdersBelow(ctx, filter, after);
      return csvPageOf(sold.map(viewOf), lineOf, ({ mediaBuyId }) => mediaBuyId);
    },
  },
  async handle({ query: { take, skip, ...filter } }, ctx) {
    const { orders, total } = await readSoldOrders(ctx, filter, { take, skip });
    return { items: orders.map(viewOf), total, warnings: [], statusFreshness: null };
  },
});

export const getStorefrontMediaBuy = operation({
  ...one,
  id: "getStorefrontMediaBuy",
  path: "/media-buys/{mediaBuyId}",
  summary: "Get one media buy with its packages",
  description: "Budgets and bids are the buyer's; a source is sent its own, before the quoted discount.",
  answer: OrderDetailView,
  async handle({ params: { mediaBuyId } }, ctx) {
    const sold = await getSoldOrder(ctx, mediaBuyId);
    return detailOf(sold, await readPace(ctx, sold));
  },
});

export const getStorefrontMediaBuyTimeline = operation({
  ...one,
  id: "getStorefrontMediaBuyTimeline",
  path: "/media-buys/{mediaBuyId}/timeline",
  summary: "See the timeline of a media buy",
  description:
    "When it arrived, when each source was sent its part and what it has answered since, with the ids to quote to its people; " +
    "then the buyer's changes. Use it to find out where an order is stuck, and with whom.",
  answer: TimelineView,
  handle: async ({ params }, ctx) => timelineOf(await readTimeline(ctx, params.mediaBuyId)),
});
