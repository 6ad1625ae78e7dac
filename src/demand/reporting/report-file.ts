import { type Cell, csvFile } from "./csv-file.ts";
import type { Figures } from "./figures.ts";
import type { Made } from "./make-report.ts";
import type { MediaBuyReport, Place, Report } from "./report.ts";
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

/** Where a report is in one currency the published columns are all; where currencies meet each row names its own, last. */
const CURRENCY = "Currency";

interface Line {
  readonly date?: string;
  readonly place: Place;
  readonly figures: Figures;
}

/** A row for each package, and for each buy that has none. */
export function summaryFile(report: Made<Report>): ReportFile {
  const buys = report.advertisers.flatMap(({ campaigns }) => campaigns.flatMap(({ mediaBuys }) => mediaBuys));
  return fileOf(report, COLUMNS, buys.flatMap(linesOf));
}

/** A row for each package and day. */
export function seriesFile(series: Made<Series>): ReportFile {
  return fileOf(series, ["Date", ...COLUMNS], series.rows);
}

function linesOf(buy: MediaBuyReport): readonly Line[] {
  return buy.packages.length > 0 ? buy.packages : [buy];
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
  ];
}

function fileOf(
  { periodStart, periodEnd, figures }: Pick<Made<Series>, "periodStart" | "periodEnd" | "figures">,
  columns: readonly string[],
  lines: readonly Line[],
): ReportFile {
  const mixed = figures.byCurrency.length > 1;
  const rows = lines.map((line) => (mixed ? [...cells(line), line.figures.currency] : cells(line)));
  const csv = csvFile(mixed ? [...columns, CURRENCY] : columns, rows);
  const fileName = `reporting-metrics-${periodStart}-to-${periodEnd}.csv`;
  return { fileName, rowCount: rows.length, csv, periodStart, periodEnd };
}
