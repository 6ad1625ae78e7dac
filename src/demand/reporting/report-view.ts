import type { input } from "zod";
import { instantOf } from "../../ground/kernel/clock.ts";
import { type Decimal, numberOf } from "../../ground/kernel/money.ts";
import { type Figures, ratiosOf } from "./figures.ts";
import type { Freshness } from "./freshness.ts";
import type { ReportWithPeriod } from "./make-report.ts";
import type { AdvertiserReport, CampaignReport, MediaBuyReport, PackageReport, Report } from "./report.ts";
import type {
  AdvertiserView,
  CampaignView,
  FreshnessView,
  MediaBuyView,
  Metrics,
  PackageView,
  SeriesRowView,
  SummaryView,
  TimeseriesView,
} from "./schema.ts";
import type { Series, SeriesRow } from "./series.ts";

export function summaryView({ advertisers, ...made }: ReportWithPeriod<Report>): input<typeof SummaryView> {
  return { advertisers: advertisers.map(advertiserView), ...frameView(made) };
}

export function seriesView({ rows, ...made }: ReportWithPeriod<Series>): input<typeof TimeseriesView> {
  return { timeseries: rows.map(seriesRowView), ...frameView(made) };
}

function frameView({
  figures,
  freshness,
  periodStart,
  periodEnd,
  timeZones,
  demo,
}: Omit<ReportWithPeriod<Series>, "rows">) {
  const [timeZone = "UTC", another] = timeZones;
  return {
    ...figuresView(figures),
    demo,
    totalsCurrency: figures.currency,
    periodStart,
    periodEnd,
    timeZone: another === undefined ? timeZone : null,
    timeZones: [...timeZones],
    freshness: freshnessView(freshness),
  };
}

function advertiserView({ place, campaigns, figures }: AdvertiserReport): input<typeof AdvertiserView> {
  const { advertiserId, advertiserName } = place;
  return {
    advertiserId: String(advertiserId),
    name: advertiserName,
    advertiserName,
    ...figuresView(figures),
    campaigns: campaigns.map(campaignView),
  };
}

function campaignView({ place, mediaBuys, figures }: CampaignReport): input<typeof CampaignView> {
  const { campaignId, campaignName } = place;
  return {
    campaignId,
    name: campaignName,
    campaignName,
    ...figuresView(figures),
    mediaBuys: mediaBuys.map(mediaBuyView),
  };
}

function mediaBuyView(buy: MediaBuyReport): input<typeof MediaBuyView> {
  const { mediaBuyId, mediaBuyName, mediaBuyStatus, sellerName } = buy.place;
  return {
    mediaBuyId,
    name: mediaBuyName,
    status: mediaBuyStatus,
    sellerName,
    budget: amount(buy.budget),
    timeZone: buy.timeZone,
    ...figuresView(buy.figures),
    freshness: freshnessView(buy.freshness),
    packages: buy.packages.map(packageView),
  };
}

function packageView({ place, figures }: PackageReport): input<typeof PackageView> {
  const { packageId, productId, productName } = place;
  return { packageId: packageId ?? "", productId, productName, ...figuresView(figures) };
}

function seriesRowView({ date, place, figures }: SeriesRow): input<typeof SeriesRowView> {
  return {
    ...place,
    date,
    advertiserId: String(place.advertiserId),
    packageId: place.packageId ?? "",
    productId: place.productId ?? "",
    productName: place.productName ?? "",
    currency: figures.currency,
    metrics: metricsView(figures),
  };
}

function figuresView(figures: Figures) {
  const totals = metricsView(figures);
  const mixed = figures.byCurrency.length > 1;
  return {
    currency: figures.currency,
    totals,
    metrics: totals,
    ...(mixed && {
      totalsByCurrency: figures.byCurrency.map((one) => ({
        currency: one.currency,
        ...metricsView({ ...one, byCurrency: [one] }),
      })),
    }),
  };
}

export function metricsView(figures: Figures): input<typeof Metrics> {
  const { ecpm, cpc, ctr, completionRate, cpa, roas } = ratiosOf(figures);
  const { impressions, clicks, views, completedViews, conversions, conversionValue, spend } = figures;
  return {
    impressions,
    spend: amount(spend),
    clicks,
    views,
    completedViews,
    conversions,
    conversionValue: amount(conversionValue),
    leads: 0,
    videoCompletions: completedViews,
    ecpm: amount(ecpm),
    cpc: amount(cpc),
    ctr: amount(ctr),
    completionRate: amount(completionRate),
    cpa: amount(cpa),
    roas: amount(roas),
  };
}

function freshnessView({ deliveredThrough, reportedAt, final }: Freshness): input<typeof FreshnessView> {
  return { deliveredThrough, reportedAt: instantOf(reportedAt), final };
}

function amount(value: Decimal | null): number | null {
  return value === null ? null : numberOf(value);
}
