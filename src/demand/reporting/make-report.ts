import { dayOf } from "../../ground/kernel/clock.ts";
import type { Context } from "../../ground/kernel/context.ts";
import { Invalid, NotFound } from "../../ground/kernel/errors.ts";
import { type Period, type PeriodQuery, periodOf } from "../../ground/kernel/inputs/period.ts";
import { demonstrate } from "./demo.ts";
import { type Delivered, type DeliveryDimension, type Report, reportOf } from "./report.ts";
import { type Series, seriesOf } from "./series.ts";
import { deliveredIn, type ExistingEntities, type Filter, findNamed, placesOf } from "./store.ts";

export interface ReportRequest extends Filter, PeriodQuery {
  /** Whether made-up figures are requested. */
  readonly demo?: boolean | undefined;
}

/** A report with its period filled in: for all time, the period is from the first to the last day with delivery. */
export type ReportWithPeriod<T> = T & {
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly timeZones: readonly string[];
  /** True if nothing was delivered, so that the figures are made up. */
  readonly demo: boolean;
};

/** A series of this size is some 20 MB of JSON, and blocks the process for half a second. */
const MOST_ROWS = 50_000;

/** Reports on advertisers, campaigns, buys and packages, each the sum of its parts. Throws `NotFound` and `Invalid`. */
export async function makeReport(ctx: Context, asked: ReportRequest): Promise<ReportWithPeriod<Report>> {
  const { period, delivered, places } = await read(ctx, asked, false);
  return { ...reportOf(places, delivered), ...frameOf(period, delivered, asked, ctx.now) };
}

/** Reports one row for each package and day with delivery. Throws `NotFound` and `Invalid`. */
export async function makeSeries(ctx: Context, asked: ReportRequest): Promise<ReportWithPeriod<Series>> {
  const { period, delivered, places } = await read(ctx, asked, true);
  return { ...seriesOf(places, delivered), ...frameOf(period, delivered, asked, ctx.now) };
}

async function read({ db, viewer: { customerId }, now }: Context, asked: ReportRequest, byDay: boolean) {
  const period = periodOf(asked, dayOf(now));
  if (asked.demo) {
    refuseMissing(asked, await findNamed(db, customerId, asked));
    return { period, ...demonstrate(asked, period, now) };
  }
  const [named, delivered] = await Promise.all([
    findNamed(db, customerId, asked),
    deliveredIn(db, customerId, asked, period, { byDay, most: MOST_ROWS + 1 }),
  ]);
  refuseMissing(asked, named);
  if (delivered.length > MOST_ROWS) {
    throw new Invalid(
      `this report has more than ${MOST_ROWS} rows: ask for fewer days, or for one advertiser or campaign`,
      {
        field: "startDate",
      },
    );
  }
  const mediaBuyIds = [...new Set(delivered.map(({ mediaBuyId }) => mediaBuyId))];
  const places: DeliveryDimension[] = await placesOf(db, customerId, asked, mediaBuyIds);
  return { period, delivered, places };
}

/**
 * A campaign or buy that does not belong to the advertiser or campaign named with it gets the same error as one that
 * does not exist.
 */
function refuseMissing({ advertiserId, campaignId, mediaBuyId }: Filter, there: ExistingEntities): void {
  if (advertiserId !== undefined && !there.advertiser) throw new NotFound(`there is no advertiser ${advertiserId}`);
  if (campaignId !== undefined && !there.campaign) throw new NotFound(`there is no campaign ${campaignId}`);
  if (mediaBuyId !== undefined && !there.mediaBuy) throw new NotFound(`there is no media buy ${mediaBuyId}`);
}

function frameOf({ from, to }: Period, delivered: readonly Delivered[], { demo = false }: ReportRequest, now: Date) {
  const today = dayOf(now);
  const first = delivered.reduce((day, { firstDay }) => (firstDay < day ? firstDay : day), to ?? today);
  const last = delivered.reduce((day, { lastDay }) => (lastDay > day ? lastDay : day), today);
  const timeZones = [...new Set(delivered.map(({ timeZone }) => timeZone))].sort();
  return { periodStart: from ?? first, periodEnd: to ?? last, timeZones, demo };
}
