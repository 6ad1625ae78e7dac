import { sql } from "kysely";
import type { Db } from "../../../ground/db/index.ts";
import type { Decimal } from "../../../ground/kernel/money.ts";
import type { Measures, ReportSource } from "../../delivery/index.ts";

/** One report by a seller about one package's day. */
export interface DeliveryReport extends Measures {
  readonly date: string;
  readonly packageId: string;
  readonly reportedAt: Date;
  readonly source: ReportSource;
  readonly final: boolean;
  readonly currency: string;
  readonly timeZone: string;
  readonly spend: Decimal;
}

export interface ReportsWanted {
  readonly mediaBuyId: string;
  readonly packageId?: string | undefined;
  readonly day?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** A buy's reports and their total number; the newest day comes first, and within a day the newest report. */
export async function listReports(
  db: Db,
  customerId: number,
  { mediaBuyId, packageId, day, limit, offset }: ReportsWanted,
): Promise<{ reports: DeliveryReport[]; total: number }> {
  let wanted = db
    .selectFrom("delivery_reports")
    .where("customer_id", "=", customerId)
    .where("media_buy_id", "=", mediaBuyId);
  if (packageId !== undefined) wanted = wanted.where("package_id", "=", packageId);
  if (day !== undefined) wanted = wanted.where("day", "=", day);
  const [reports, counted] = await Promise.all([
    wanted
      .select(({ ref }) => [
        "day as date",
        "package_id as packageId",
        "reported_at as reportedAt",
        sql<ReportSource>`${ref("source")}`.as("source"),
        "final",
        "currency",
        "time_zone as timeZone",
        "impressions",
        "clicks",
        "spend",
        "views",
        "completed_views as completedViews",
        "conversions",
        "conversion_value as conversionValue",
      ])
      .orderBy("day", "desc")
      .orderBy("package_id")
      .orderBy("reported_at", "desc")
      .orderBy("report_id", "desc")
      .limit(limit)
      .offset(offset)
      .execute(),
    wanted.select(sql<number>`count(*)::int`.as("total")).executeTakeFirstOrThrow(),
  ]);
  return { reports, total: counted.total };
}
