import { createHash } from "node:crypto";
import { after, DAY_MS, dayOf, daysBetween, startOfDay } from "../../ground/kernel/clock.ts";
import type { Period } from "../../ground/kernel/inputs/period.ts";
import { decimalOf, ratio, times } from "../../ground/kernel/money.ts";
import type { Delivered, DeliveryDimension } from "./report.ts";
import type { Filter } from "./store.ts";

/** How many days the demonstration shows if no period is given. */
const ALL_TIME_DAYS = 90;
/** The value of a made-up conversion, in USD. */
const CONVERSION_VALUE = "68";
const REPORTED_MS = 6 * 60 * 60 * 1000;

interface DemoPackage {
  readonly buy: string;
  readonly productName: string;
  /** The number on an ordinary day. */
  readonly impressions: number;
  readonly cpm: string;
}

const CAMPAIGNS: readonly { readonly name: string; readonly packages: readonly DemoPackage[] }[] = [
  {
    name: "Demo: spring launch",
    packages: [
      { buy: "Demo streaming", productName: "Connected TV", impressions: 42_000, cpm: "24.5" },
      { buy: "Demo streaming", productName: "Online video", impressions: 61_000, cpm: "14.2" },
    ],
  },
  {
    name: "Demo: always on",
    packages: [{ buy: "Demo news network", productName: "Display", impressions: 118_000, cpm: "3.8" }],
  },
];

/**
 * Made-up figures for buyers that have none yet. They are the same for everybody, and each day's figures are the same
 * whenever they are read. Whatever a filter names takes the place of the made-up name.
 */
export function demonstrate(
  filter: Filter,
  period: Period,
  now: Date,
): { places: DeliveryDimension[]; delivered: Delivered[] } {
  const to = period.to ?? dayOf(now);
  const from = period.from ?? dayOf(after(startOfDay(to), (1 - ALL_TIME_DAYS) * DAY_MS));
  const places = placesFor(filter);
  const days = daysBetween(from, to).filter((day) => day <= dayOf(now));
  return {
    places: places.map(({ place }) => place),
    delivered: places.flatMap((one) => days.map(deliveredBy(one, now))),
  };
}

interface DemoPlace {
  readonly place: DeliveryDimension & { readonly packageId: string };
  readonly part: DemoPackage;
}

function placesFor({ advertiserId = 1, campaignId, mediaBuyId }: Filter): DemoPlace[] {
  const narrowed = campaignId !== undefined || mediaBuyId !== undefined;
  return CAMPAIGNS.slice(0, narrowed ? 1 : undefined).flatMap(({ name, packages }, index) =>
    packages.map((part, position) => ({
      part,
      place: {
        advertiserId,
        advertiserName: "Demo advertiser",
        campaignId: campaignId ?? `cmp_demo_${index + 1}`,
        campaignName: name,
        mediaBuyId: mediaBuyId ?? `mb_demo_${index + 1}`,
        mediaBuyName: part.buy,
        mediaBuyStatus: "ACTIVE",
        sellerName: part.buy,
        packageId: `pkg_demo_${index + 1}_${position + 1}`,
        position,
        productId: null,
        productName: part.productName,
        budget: "50000",
        currency: "USD",
      },
    })),
  );
}

function deliveredBy({ place, part }: DemoPlace, now: Date): (day: string) => Delivered {
  const { mediaBuyId, packageId } = place;
  return (day) => {
    const impressions = Math.round(part.impressions * swing(packageId, day, 0.75, 1.25));
    const of = (share: number) => Math.round(impressions * share);
    const conversions = of(0.0006 * swing(`${packageId} conversions`, day, 0.5, 1.5));
    const final = day < dayOf(now);
    const reported = after(startOfDay(day), DAY_MS + REPORTED_MS);
    return {
      mediaBuyId,
      packageId,
      currency: "USD",
      timeZone: "UTC",
      firstDay: day,
      lastDay: day,
      impressions,
      clicks: of(0.004 * swing(`${packageId} clicks`, day, 0.5, 1.5)),
      spend: ratio(decimalOf(impressions * Number(part.cpm)), 1000, 2) ?? "0",
      views: of(0.72),
      completedViews: of(0.55 * swing(`${packageId} views`, day, 0.9, 1.1)),
      conversions,
      conversionValue: times(CONVERSION_VALUE, conversions),
      final,
      reportedAt: reported < now ? reported : now,
    };
  };
}

/** A factor between `least` and `most`, which depends only on the name and the day. */
function swing(name: string, day: string, least: number, most: number): number {
  const [byte = 0] = createHash("sha256").update(`${name} ${day}`).digest();
  return least + ((most - least) * byte) / 255;
}
