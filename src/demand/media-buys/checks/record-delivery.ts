import { type Context, wallOf } from "../../../ground/kernel/context.ts";
import type { DeliveryAnswer, DeliveryRow } from "../../../ground/seller-agent/index.ts";
import {
  deliveryDaysOf,
  type ReportedPackage,
  type ReportSource,
  saveReport,
  upsertDelivery,
} from "../../delivery/index.ts";
import type { MediaBuy } from "../media-buy.ts";
import { notifyOfDelivery } from "../notify-of-buy.ts";

/** How a report arrived, and when the seller made it, by the customer's clock. */
interface Origin {
  readonly source: ReportSource;
  readonly reportedAt: Date;
}

/** Stores a seller's report of a buy's delivery, however it arrived. Returns the rows that belong to the buy. */
export async function recordDelivery(
  ctx: Context,
  buy: MediaBuy,
  answer: DeliveryAnswer,
  { source, reportedAt }: Origin,
): Promise<readonly DeliveryRow[]> {
  const { advertiserId, campaignId, mediaBuyId } = buy;
  const about = { advertiserId, campaignId, mediaBuyId, reportedAt, packageOf: packagesOf(buy) };
  const rows = answer.rows.filter((row) => row.mediaBuyId === buy.sellerMediaBuyId);
  const { days, strays } = deliveryDaysOf({ ...answer, rows }, about);
  if (strays.length > 0) ctx.log.warn({ mediaBuyId, strays }, "delivery of packages that are not the buy's");
  const { customerId } = ctx.viewer;
  await saveReport(ctx.db, customerId, days, source, wallOf(ctx));
  await notifyOfDelivery(ctx, buy, await upsertDelivery(ctx.db, customerId, days));
  return rows;
}

function packagesOf({ packages }: MediaBuy): (sellerPackageId: string) => ReportedPackage | undefined {
  const ours = new Map(packages.map((part) => [part.sellerPackageId, part]));
  // A report without a package id must be about the only package if its seller never gave that package an id.
  const nameless = packages.length === 1 ? ours.get(null) : undefined;
  return (id) => ours.get(id) ?? nameless;
}
