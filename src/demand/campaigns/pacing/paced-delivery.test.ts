import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../../../test/world.ts";
import { after, DAY_MS, dayOf, startOfDay } from "../../../ground/kernel/clock.ts";
import { PROFILES } from "../../../supply/simulated/index.ts";
import { ok } from "../campaigns.fixture.ts";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

/** An open storefront with one simulated publisher that accepts every buy immediately. */
async function openStorefront(): Promise<void> {
  const seller = await world.caller("SELLER", { sandbox: true });
  const home = { name: "Paced Media", defaultCurrency: "USD", acceptsAllCountries: true };
  const { storefrontId } = ok(await seller.post("/storefront", home));
  const simulation = { ...PROFILES.ctv, seed: "paced", requiresKey: null, approval: { mode: "instant" } };
  const source = { sourceId: "main", name: "Main", executionType: "SIMULATED", type: "SALES", simulation };
  ok(await seller.post("/storefront/inventory-sources", source));
  ok(await seller.put("/storefront", { isPaused: false }));
  const operator = await world.caller("OPERATOR");
  ok(await operator.post(`/operator/storefronts/${storefrontId}/list`));
}

test("a storefront's source delivers each package only within its period, and the report distinguishes them", async () => {
  await openStorefront();
  const buyer = await world.caller("BUYER", { sandbox: true });
  const advertiserId = ok(await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.example" })).id;
  const first = after(startOfDay(dayOf(new Date())), 2 * DAY_MS);
  const day = (index: number) => dayOf(after(first, index * DAY_MS));
  const { productGroups, discoveryId } = ok(await buyer.post("/buyer/discovery/discover-products", { advertiserId }));
  const { products } = productGroups[0];
  const fixedOf = ({ pricingOptions }: { pricingOptions: { isFixed: boolean; pricingOptionId: string }[] }) =>
    pricingOptions.find(({ isFixed }) => isFixed)?.pricingOptionId;
  const product = products.find(fixedOf);
  const choice = { productId: product.productId, pricingOptionId: fixedOf(product) };
  ok(await buyer.post(`/buyer/discovery/${discoveryId}/products`, { products: [choice] }));
  const periods = [
    { label: "Launch", start: day(0), end: day(1), weight: 1 },
    { label: "Close", start: day(4), end: day(5), weight: 1 },
  ];
  const { campaign } = ok(
    await buyer.post("/buyer/campaigns", {
      advertiserId,
      name: "Paced",
      flightDates: { startDate: first.toISOString(), endDate: after(first, 8 * DAY_MS).toISOString() },
      budget: { total: 100_000 },
      pacingPeriods: { mode: "weight", periods },
      discoveryId,
    }),
  );
  const { campaignId } = campaign;
  expect(ok(await buyer.post(`/buyer/campaigns/${campaignId}/execute`))).toMatchObject({ success: true });
  ok(await buyer.post("/sandbox/clock", { days: 14 }));
  const days = await world.database.read({ customerId: buyer.customerId, reach: "tenant" }, (db) =>
    db
      .selectFrom("delivery_days")
      .innerJoin("packages", (on) =>
        on
          .onRef("packages.customer_id", "=", "delivery_days.customer_id")
          .onRef("packages.package_id", "=", "delivery_days.package_id"),
      )
      .select(["period_label", "day", "spend"])
      .where("delivery_days.campaign_id", "=", campaignId)
      .where("spend", ">", "0")
      .orderBy("day")
      .execute(),
  );
  expect(days.map(({ period_label, day }) => [period_label, day])).toEqual([
    ["Launch", day(0)],
    ["Launch", day(1)],
    ["Close", day(4)],
    ["Close", day(5)],
  ]);
  const { mediaBuys, status } = ok(await buyer.get(`/buyer/campaigns/${campaignId}`)).campaign;
  expect(status).toBe("COMPLETED");
  for (const { budget, delivery } of mediaBuys[0].packages) expect(delivery.spend).toBeCloseTo(budget, -1);
});
