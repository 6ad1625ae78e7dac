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
  // Last, so that whoever counts columns finds the published ones where they are.
  "Currency",
];

/** A row for each package, and for each buy that has none. */
export function summaryFile(report: Made<Report>): ReportFile {
  const buys = report.advertisers.flatMap(({ campaigns }) => campaigns.flatMap(({ mediaBuys }) => mediaBuys));
  const rows = buys.flatMap((buy) => linesOf(buy).map(({ place, figures }) => cells(place, figures)));
  return fileOf(report, COLUMNS, rows);
}

/** A row for each package and day. */
export function seriesFile(series: Made<Series>): ReportFile {
  const rows = series.rows.map(({ date, place, figures }) => [date, ...cells(place, figures)]);
  return fileOf(series, ["Date", ...COLUMNS], rows);
}

function linesOf(buy: MediaBuyReport): readonly Pick<MediaBuyReport, "place" | "figures">[] {
  return buy.packages.length > 0 ? buy.packages : [buy];
}

function cells(place: Place, figures: Figures): Cell[] {
  const of = metricsView(figures);
  return [
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
  ];
}

function fileOf(
  { periodStart, periodEnd }: Pick<ReportFile, "periodStart" | "periodEnd">,
  columns: readonly string[],
  rows: readonly Cell[][],
): ReportFile {
  const fileName = `reporting-metrics-${periodStart}-to-${periodEnd}.csv`;
  return { fileName, rowCount: rows.length, csv: csvFile(columns, rows), periodStart, periodEnd };
}
