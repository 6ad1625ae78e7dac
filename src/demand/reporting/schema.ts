import { z } from "zod";
import { Day } from "../../ground/kernel/inputs/period.ts";
import { integerId, queryBoolean, wholeNumber } from "../../ground/kernel/query.ts";
import { RATIO_DIGITS } from "./figures.ts";

const Id = z.string().min(1).max(128);

export const ReportQuery = z.object({
  advertiserId: integerId("advertiserId").optional(),
  campaignId: Id.optional().describe("Must belong to the advertiser, if one is given"),
  mediaBuyId: Id.optional().describe("Must belong to the advertiser and the campaign, if they are given"),
  startDate: Day.optional().describe("The first day, inclusive"),
  endDate: Day.optional().describe("The last day, inclusive; by default today"),
  days: wholeNumber("days", 0, 90)
    .default(7)
    .describe("How many days up to the last; 0 for all time. Ignored if startDate is given"),
  view: z.enum(["summary", "timeseries"]).default("summary"),
  demo: queryBoolean.default(false).describe("Returns made-up figures, marked as such, for the days requested"),
  download: queryBoolean.default(false).describe("Returns a link to the report as a CSV file, instead of the report"),
  bom: queryBoolean
    .default(false)
    .describe("For a download: whether the file begins with a byte-order mark, by which Excel recognises UTF-8"),
});

/** A whole number, but not `z.int()`: a sum of sellers' figures may exceed 2^53, and must not break the buyer's report. */
const count = z.number().nonnegative().multipleOf(1);
const ratio = (what: string) =>
  z.number().nullable().describe(`${what}, to ${RATIO_DIGITS} decimals; null if it would divide by zero`);

export const Metrics = z
  .object({
    impressions: count,
    spend: z
      .number()
      .nullable()
      .describe("In major units of `currency`; null if there are several currencies, which are never added"),
    clicks: count,
    views: count.describe("Viewable impressions"),
    completedViews: count,
    conversions: count,
    conversionValue: z
      .number()
      .nullable()
      .describe(
        "The value of the conversions, in `currency`, as sellers report it; null if there are several currencies",
      ),
    leads: count.describe("Always 0: no seller reports them yet"),
    videoCompletions: count.describe("The same as completedViews"),
    ecpm: ratio("spend × 1000 / impressions"),
    cpc: ratio("spend / clicks"),
    ctr: ratio("clicks / impressions"),
    completionRate: ratio("completedViews / impressions"),
    cpa: ratio("spend / conversions"),
    roas: ratio("conversionValue / spend"),
  })
  .meta({ id: "ReportingMetrics" });

const CurrencyTotals = z.object({ currency: z.string(), ...Metrics.shape }).meta({ id: "ReportingCurrencyTotals" });

export const FreshnessView = z
  .object({
    deliveredThrough: z.iso.date().nullable().describe("The last day for which anything has been reported"),
    reportedAt: z.iso.datetime().nullable().describe("When the newest of the figures arrived"),
    final: z.boolean().describe("Whether the figures are final"),
  })
  .meta({ id: "ReportingFreshness" });

const figures = {
  currency: z
    .string()
    .nullable()
    .describe("Null if there are several currencies: `totalsByCurrency` then has a total for each"),
  totals: Metrics,
  metrics: Metrics.describe("The same as totals, under the name that newer clients use"),
  totalsByCurrency: z.array(CurrencyTotals).optional().describe("Only if there are several currencies"),
};

export const PackageView = z
  .object({ packageId: z.string(), productId: z.string().nullable(), productName: z.string().nullable(), ...figures })
  .meta({ id: "PackageReporting" });

export const MediaBuyView = z
  .object({
    mediaBuyId: z.string(),
    name: z.string(),
    status: z.string(),
    sellerName: z.string(),
    budget: z.number().nullable(),
    timeZone: z
      .string()
      .nullable()
      .describe("The time zone of the seller's reporting days; null before the first report"),
    ...figures,
    freshness: FreshnessView,
    packages: z.array(PackageView),
  })
  .meta({ id: "MediaBuyReporting" });

export const CampaignView = z
  .object({
    campaignId: z.string(),
    name: z.string(),
    campaignName: z.string(),
    ...figures,
    mediaBuys: z.array(MediaBuyView),
  })
  .meta({ id: "CampaignReporting" });

export const AdvertiserView = z
  .object({
    advertiserId: z.string(),
    name: z.string(),
    advertiserName: z.string(),
    ...figures,
    campaigns: z.array(CampaignView),
  })
  .meta({ id: "AdvertiserReporting" });

const frame = {
  ...figures,
  demo: z.boolean().describe("Whether the figures are made up"),
  totalsCurrency: z.string().nullable().describe("The same as currency"),
  periodStart: z.iso.date(),
  periodEnd: z.iso.date(),
  timeZone: z.string().nullable().describe("The time zone of the days: the sellers', or UTC; null if sellers differ"),
  timeZones: z.array(z.string()).describe("The time zones of the days that are counted"),
  freshness: FreshnessView,
};

export const SummaryView = z
  .object({ advertisers: z.array(AdvertiserView), ...frame })
  .meta({ id: "ReportingSummary" });

export const SeriesRowView = z
  .object({
    date: z.iso.date(),
    advertiserId: z.string(),
    advertiserName: z.string(),
    campaignId: z.string(),
    campaignName: z.string(),
    mediaBuyId: z.string(),
    mediaBuyName: z.string(),
    mediaBuyStatus: z.string(),
    sellerName: z.string(),
    packageId: z.string(),
    productId: z.string(),
    productName: z.string(),
    currency: z.string().nullable(),
    metrics: Metrics,
  })
  .meta({ id: "ReportingTimeseriesRow" });

export const TimeseriesView = z
  .object({ timeseries: z.array(SeriesRowView), ...frame })
  .meta({ id: "ReportingTimeseries" });

const DownloadView = z
  .object({
    downloadUrl: z.url().describe("Needs no key; anybody who has the URL can download the report until it expires"),
    expiresAt: z.iso.datetime(),
    fileName: z.string(),
    rowCount: z.int().describe("How many rows the file would have now, without its header"),
  })
  .meta({ id: "ReportingDownload" });

export const ReportView = z.union([SummaryView, TimeseriesView, DownloadView]);
