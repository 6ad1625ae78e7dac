import { type Decimal, numberOf, ratio, sum } from "../../../ground/kernel/money.ts";
import type { DeliveryRow, Product, SellerMediaBuy } from "../../../ground/seller-agent/index.ts";
import type { Purchase, PurchasedPackage } from "../../../supply/callers/index.ts";
import type { AddedDelivery } from "../../../supply/callers/rehearsals/index.ts";

interface Delivered {
  readonly purchase: Purchase;
  readonly standing: SellerMediaBuy;
  readonly rows: readonly DeliveryRow[];
  /** The products currently on sale, which determine the prices of packages. */
  readonly products: readonly Product[];
  /** How the first package of a trial was measured, as its caller set it; null otherwise. */
  readonly measured: AddedDelivery["measured"];
}

/** The inverse of the seller-agent port's `fromAdcpDelivery`: rows by package and day, totalled as AdCP requires. */
export function toAdcpDelivery({ purchase, standing, rows, products, measured }: Delivered) {
  const { is_final, finalized_at, viewability, vendor_metric_values, measurement_window } = measured ?? {};
  const finality = stated({ is_final, finalized_at: is_final ? finalized_at : undefined });
  return {
    media_buy_id: purchase.mediaBuyId,
    status: standing.status,
    ...finality,
    totals: { ...toAdcpTotals(rows), ...stated({ viewability }) },
    by_package: purchase.packages.map((part, position) => {
      const own = rows.filter(({ packageId }) => packageId === part.packageId);
      return {
        package_id: part.packageId,
        ...toAdcpTotals(own),
        ...toAdcpPrice(part, own, products),
        currency: purchase.currency,
        ...(position === 0 && { ...finality, ...stated({ viewability, vendor_metric_values, measurement_window }) }),
        paused: part.paused,
        daily_breakdown: toAdcpDays(own),
      };
    }),
    daily_breakdown: toAdcpDays(rows),
  };
}

/** Omits fields that were not stated. */
function stated(said: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

export function toAdcpTotals(rows: readonly DeliveryRow[]) {
  const total = (of: (row: DeliveryRow) => number) => rows.reduce((so, row) => so + of(row), 0);
  const impressions = total((row) => row.impressions);
  const clicks = total((row) => row.clicks);
  return {
    impressions,
    spend: numberOf(sum(rows.map(({ spend }) => spend))),
    clicks,
    views: total((row) => row.views),
    completed_views: total((row) => row.completedViews),
    conversions: total((row) => row.conversions),
    ...(impressions > 0 && { ctr: clicks / impressions }),
  };
}

function toAdcpDays(rows: readonly DeliveryRow[]) {
  const days = [...Map.groupBy(rows, ({ day }) => day)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return days.map(([date, own]) => ({ date, ...toAdcpTotals(own), is_final: own.every(({ final }) => final) }));
}

/** The agreed rate, or the bid. If the price is no longer offered, the actual CPM. */
function toAdcpPrice(part: PurchasedPackage, rows: readonly DeliveryRow[], products: readonly Product[]) {
  const option = products
    .find(({ productId }) => productId === part.productId)
    ?.pricingOptions.find(({ pricingOptionId }) => pricingOptionId === part.pricingOptionId);
  const rate = option?.fixedPrice ?? part.bidPrice ?? option?.floorPrice ?? perThousand(rows);
  return { pricing_model: option?.pricingModel ?? "cpm", rate: numberOf(rate) };
}

function perThousand(rows: readonly DeliveryRow[]): Decimal {
  const impressions = rows.reduce((total, row) => total + row.impressions, 0);
  return ratio(sum(rows.map(({ spend }) => spend)), impressions / 1_000, 4) ?? "0";
}
