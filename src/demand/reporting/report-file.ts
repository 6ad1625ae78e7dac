import { type Cell, csvFile } from "../../ground/kernel/csv/csv-file.ts";
import type { Figures } from "./figures.ts";
import type { ReportWithPeriod } from "./make-report.ts";
import type { DeliveryDimension, MediaBuyReport, Report } from "./report.ts";
import { metricsView } from "./report-view.ts";
import type { Series } from "./series.ts";

export interface ReportFile {
  readonly fileName: string;
  readonly rowCount: number;
  readonly csv: string;
  readonly periodStart: string;
  readonly periodEnd: string;
}

const COLUMNS = [
  "Advertiser ID",
  "Advertiser Name",
  "Campaign ID",
  "Campaign Name",
  "Media Buy ID",
  "Media Buy Name",
  "Media Buy Status",
  "Package ID",
  "Impressions",
  "Spend",
  "Clicks",
  "Views",
  "Completed Views",
  "Conversions",
  "Leads",
  "Video Completions",
  "eCPM",
  "CPC",
  "CTR",
  "Completion Rate",
];

/** They come after the published columns, because scripts read those by position. No row has an amount without its currency. */
const FURTHER_COLUMNS = ["Currency", "Seller", "Product ID", "Product Name", "Conversion Value", "CPA", "ROAS"];

/** Each view has its own file name, so that files for the same days do not overwrite each other. */
const NAME = { summary: "reporting-metrics", timeseries: "reporting-timeseries" } as const;

interface Line {
  readonly date?: string;
  readonly place: DeliveryDimension;
  readonly figures: Figures;
}

/** One row for each package and currency, and one for each buy without packages. */
export function summaryFile(report: ReportWithPeriod<Report>): ReportFile {
  const buys = report.advertisers.flatMap(({ campaigns }) => campaigns.flatMap(({ mediaBuys }) => mediaBuys));
  return fileOf(report, NAME.summary, COLUMNS, buys.flatMap(linesOf));
}

/** One row for each package and day. */
export function seriesFile(series: ReportWithPeriod<Series>): ReportFile {
  return fileOf(series, NAME.timeseries, ["Date", ...COLUMNS], series.rows);
}

function linesOf(buy: MediaBuyReport): readonly Line[] {
  return (buy.packages.length > 0 ? buy.packages : [buy]).flatMap(byCurrency);
}

/** A package that was reported in several currencies has a row for each. */
function byCurrency({ place, figures }: Line): readonly Line[] {
  if (figures.byCurrency.length < 2) return [{ place, figures }];
  return figures.byCurrency.map((one) => ({ place, figures: { ...one, byCurrency: [one] } }));
}

function cells({ date, place, figures }: Line): Cell[] {
  const of = metricsView(figures);
  return [
    ...(date === undefined ? [] : [date]),
    String(place.advertiserId),
    place.advertiserName,
    place.campaignId,
    place.campaignName,
    place.mediaBuyId,
    place.mediaBuyName,
    place.mediaBuyStatus,
    place.packageId,
    of.impressions,
    of.spend,
    of.clicks,
    of.views,
    of.completedViews,
    of.conversions,
    of.leads,
    of.videoCompletions,
    of.ecpm,
    of.cpc,
    of.ctr,
    of.completionRate,
    figures.currency,
    place.sellerName,
    place.productId,
    place.productName,
    of.conversionValue,
    of.cpa,
    of.roas,
  ];
}

function fileOf(
  { periodStart, periodEnd }: Pick<ReportWithPeriod<Series>, "periodStart" | "periodEnd">,
  name: string,
  columns: readonly string[],
  lines: readonly Line[],
): ReportFile {
  const rows = lines.map(cells);
  const csv = csvFile([...columns, ...FURTHER_COLUMNS], rows);
  const fileName = `${name}-${periodStart}-to-${periodEnd}.csv`;
  return { fileName, rowCount: rows.length, csv, periodStart, periodEnd };
}
