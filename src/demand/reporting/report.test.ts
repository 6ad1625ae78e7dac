import fc from "fast-check";
import { expect, test } from "vitest";
import { sum } from "../../ground/kernel/money.ts";
import { type Figures, ratiosOf } from "./figures.ts";
import { type Delivered, type DeliveryDimension, placeKey, reportOf } from "./report.ts";
import { seriesOf } from "./series.ts";

const place = (advertiserId: number, campaign: number, buy: number, pkg: number | null): DeliveryDimension => ({
  advertiserId,
  advertiserName: `Advertiser ${advertiserId}`,
  campaignId: `cmp_${advertiserId}${campaign}`,
  campaignName: "Campaign",
  mediaBuyId: `mb_${advertiserId}${campaign}${buy}`,
  mediaBuyName: "Buy",
  mediaBuyStatus: "ACTIVE",
  sellerName: "Seller",
  packageId: pkg === null ? null : `pkg_${advertiserId}${campaign}${buy}${pkg}`,
  position: pkg ?? 0,
  productId: "product",
  productName: "Product",
  budget: pkg === null ? null : "100",
  currency: pkg === null ? null : "USD",
});

const places = fc.uniqueArray(
  fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 }), fc.nat({ max: 2 }), fc.nat({ max: 2 })).map((at) => place(...at)),
  { selector: placeKey, minLength: 1, maxLength: 20 },
);
const count = fc.nat({ max: 1_000_000 });
const row = fc.record({
  at: fc.nat(),
  day: fc.integer({ min: 1, max: 28 }).map((day) => `2026-01-${String(day).padStart(2, "0")}`),
  currency: fc.constantFrom("USD", "EUR", "JPY"),
  impressions: count,
  clicks: count,
  spend: fc.nat({ max: 10 ** 9 }).map((micros) => (micros / 10 ** 6).toFixed(6)),
  views: count,
  completedViews: count,
  conversions: count,
  conversionValue: fc.nat({ max: 10 ** 9 }).map((micros) => (micros / 10 ** 6).toFixed(6)),
  final: fc.boolean(),
  reportedAt: fc.date({ noInvalidDate: true }),
});
const delivery = fc.tuple(places, fc.array(row, { maxLength: 40 })).map(([places, rows]) => ({
  places,
  delivered: rows.map(({ at, day, ...rest }): Delivered => {
    const { mediaBuyId, packageId } = places[at % places.length] as DeliveryDimension;
    return { ...rest, mediaBuyId, packageId: packageId ?? "", firstDay: day, lastDay: day, timeZone: "UTC" };
  }),
}));

/** The sum of the figures of several scopes, by currency. */
const added = (scopes: readonly { figures: Figures }[]) => {
  const amounts = scopes.flatMap(({ figures }) => figures.byCurrency);
  return [...new Set(amounts.map(({ currency }) => currency))].sort().map((currency) => {
    const mine = amounts.filter((amount) => amount.currency === currency);
    return {
      currency,
      spend: sum(mine.map(({ spend }) => spend)),
      conversionValue: sum(mine.map(({ conversionValue }) => conversionValue)),
      clicks: mine.reduce((n, { clicks }) => n + clicks, 0),
    };
  });
};
const reported = ({ byCurrency }: Figures) =>
  byCurrency.map(({ currency, spend, conversionValue, clicks }) => ({ currency, spend, conversionValue, clicks }));

test("every scope is exactly the sum of the scopes below it, and the whole of all that was delivered", () => {
  fc.assert(
    fc.property(delivery, ({ places, delivered }) => {
      const report = reportOf(places, delivered);
      const campaigns = report.advertisers.flatMap(({ campaigns }) => campaigns);
      const buys = campaigns.flatMap(({ mediaBuys }) => mediaBuys);
      expect(reported(report.figures)).toEqual(added(report.advertisers));
      for (const { figures, campaigns } of report.advertisers) expect(reported(figures)).toEqual(added(campaigns));
      for (const { figures, mediaBuys } of campaigns) expect(reported(figures)).toEqual(added(mediaBuys));
      for (const { figures, packages } of buys) expect(reported(figures)).toEqual(added(packages));
      expect(report.figures.impressions).toBe(delivered.reduce((n, { impressions }) => n + impressions, 0));
      expect(buys.flatMap(({ packages }) => packages)).toHaveLength(places.length);
    }),
    { seed: 20_261_121 },
  );
});

test("amounts of two currencies are never added", () => {
  fc.assert(
    fc.property(delivery, ({ places, delivered }) => {
      const { figures } = reportOf(places, delivered);
      const currencies = new Set(delivered.map(({ currency }) => currency));
      expect(figures.byCurrency.map(({ currency }) => currency)).toEqual([...currencies].sort());
      const mixed = currencies.size > 1;
      expect(figures.spend).toBe(mixed ? null : sum(delivered.map(({ spend }) => spend)));
      expect(mixed && figures.currency).toBe(mixed && null);
      expect(ratiosOf(figures).ecpm === null).toBe(mixed || figures.impressions === 0);
    }),
    { seed: 20_261_121 },
  );
});

test("the order of rows changes nothing, in the tree and in the series", () => {
  const shuffled = delivery.chain(({ places, delivered }) =>
    fc.record({
      places: fc.constant(places),
      delivered: fc.constant(delivered),
      otherPlaces: fc.shuffledSubarray(places, { minLength: places.length }),
      otherDelivered: fc.shuffledSubarray(delivered, { minLength: delivered.length }),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ places, delivered, otherPlaces, otherDelivered }) => {
      expect(reportOf(otherPlaces, otherDelivered)).toEqual(reportOf(places, delivered));
      const days = (rows: readonly Delivered[]) =>
        seriesOf(places, rows).rows.map(({ date, place }) => `${date} ${place.packageId}`);
      expect(days(otherDelivered)).toEqual(days(delivered));
    }),
    { seed: 20_261_121 },
  );
});

test("a series adds up to the same as the tree, in the order of the days", () => {
  fc.assert(
    fc.property(delivery, ({ places, delivered }) => {
      const { rows, figures } = seriesOf(places, delivered);
      expect(reported(figures)).toEqual(reported(reportOf(places, delivered).figures));
      expect(rows.map(({ date }) => date)).toEqual(rows.map(({ date }) => date).sort());
      expect(rows).toHaveLength(delivered.length);
    }),
    { seed: 20_261_121 },
  );
});

test("ratios are recomputed from sums, and are null if there is nothing", () => {
  const base = { views: 0, conversions: 4, conversionValue: "45", currency: "USD", byCurrency: [] };
  const figures = { ...base, impressions: 3000, clicks: 7, completedViews: 1000, spend: "10" };
  const made = {
    ecpm: "3.333333",
    cpc: "1.428571",
    ctr: "0.002333",
    completionRate: "0.333333",
    cpa: "2.5",
    roas: "4.5",
  };
  expect(ratiosOf(figures)).toEqual(made);
  expect(ratiosOf({ ...figures, impressions: 0, clicks: 0, conversions: 0, spend: "0" })).toEqual({
    ecpm: null,
    cpc: null,
    ctr: null,
    completionRate: null,
    cpa: null,
    roas: null,
  });
  const mixed = ratiosOf({ ...figures, spend: null, conversionValue: null });
  expect([mixed.cpa, mixed.roas]).toEqual([null, null]);
});

test("a buy without a package is listed, with zeros and without a currency", () => {
  const [advertiser] = reportOf([place(1, 1, 1, null)], []).advertisers;
  const buy = advertiser?.campaigns[0]?.mediaBuys[0];
  expect(buy).toMatchObject({ packages: [], budget: null, figures: { impressions: 0, spend: "0", currency: null } });
  expect(buy?.freshness).toEqual({ deliveredThrough: null, reportedAt: null, final: false });
});
