import { dayOf } from "../../../ground/kernel/clock.ts";
import { Invalid, NotFound } from "../../../ground/kernel/errors.ts";
import { periodOf } from "../../../ground/kernel/inputs/period.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { itemsPage } from "../../../ground/kernel/query.ts";
import { getOwnStorefront } from "../../storefronts/index.ts";
import { figuresView, rowViewOf, SoldDeliveryQuery, SoldDeliveryView } from "./schema.ts";
import { listSoldFigures, totalSoldFigures } from "./store.ts";

export const getStorefrontDelivery = operation({
  id: "getStorefrontDelivery",
  api: "storefront",
  method: "get",
  path: "/reporting/delivery",
  summary: "Report what your storefront delivered and earned, by order, buyer, source or day",
  description:
    "The figures that sources last reported, at the prices that buyers pay. Amounts in different currencies are " +
    "never added: each has its own row. Sources are asked whenever a buyer's delivery is read, which this " +
    "marketplace does automatically for its own buyers.",
  tag: "Media buys",
  access: "read",
  query: SoldDeliveryQuery,
  paging: "limit/offset",
  answer: SoldDeliveryView,
  errors: [Invalid, NotFound],
  refs: { "query.mediaBuyId": "order", "query.buyerCustomerId": "customer", "query.sourceId": "source" },
  async handle({ query: { groupBy, limit, offset, startDate, endDate, days, ...filter } }, ctx) {
    const { db, viewer, now } = ctx;
    const { storefrontId } = await getOwnStorefront(ctx);
    const period = periodOf({ startDate, endDate, days }, dayOf(now));
    const sold = { ...filter, storefrontId };
    const [{ figures, total }, totals] = await Promise.all([
      listSoldFigures(db, viewer.customerId, sold, period, { by: groupBy, limit, offset }),
      totalSoldFigures(db, viewer.customerId, sold, period),
    ]);
    const page = itemsPage(
      figures.map((one) => rowViewOf(one, groupBy)),
      total,
      offset,
    );
    return { groupBy, ...page, totals: totals.map(figuresView), periodStart: period.from, periodEnd: period.to };
  },
});
