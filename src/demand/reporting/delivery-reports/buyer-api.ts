import { Invalid, NotFound } from "../../../ground/kernel/errors.ts";
import { numberOf } from "../../../ground/kernel/money.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { itemsPage } from "../../../ground/kernel/query.ts";
import { findNamed } from "../store.ts";
import { DeliveryReportPage, DeliveryReportQuery } from "./schema.ts";
import { type DeliveryReport, listReports } from "./store.ts";

export const listDeliveryReports = operation({
  id: "listDeliveryReports",
  api: "buyer",
  method: "get",
  path: "/reporting/delivery-reports",
  summary: "List the delivery reports that a seller sent for a media buy",
  description:
    "Every report of a package's day as it arrived, including corrections and repetitions, newest first. The " +
    "metrics use the newest final report or, if there is none, the newest. Reports are kept for as long as the " +
    "installation is configured to; the metrics are kept.",
  tag: "Reporting",
  access: "read",
  query: DeliveryReportQuery,
  paging: "limit/offset",
  answer: DeliveryReportPage,
  errors: [Invalid, NotFound],
  refs: { "query.mediaBuyId": "mediaBuy", "query.packageId": "package" },
  async handle({ query }, { db, viewer: { customerId } }) {
    const { mediaBuyId } = query;
    const [named, { reports, total }] = await Promise.all([
      findNamed(db, customerId, { mediaBuyId }),
      listReports(db, customerId, query),
    ]);
    if (!named.mediaBuy) throw new NotFound(`there is no media buy ${mediaBuyId}`);
    return itemsPage(reports.map(viewOf), total, query.offset);
  },
});

function viewOf({ spend, conversionValue, reportedAt, ...report }: DeliveryReport) {
  const money = { spend: numberOf(spend), conversionValue: numberOf(conversionValue) };
  return { ...report, ...money, reportedAt: reportedAt.toISOString() };
}
