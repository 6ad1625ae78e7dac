import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { doJobs, makeEverythingDue } from "../../../../test/jobs.ts";
import { after, DAY_MS, dayOf } from "../../../ground/kernel/clock.ts";
import { startAmazon } from "../../../main/sandbox/providers/amazon/start-amazon.ts";
import { boughtBy, buyOf, callOf, type Journey, openJourney } from "../journey.fixture.ts";
import { ok } from "../providers.fixture.ts";

let journey: Journey;
beforeAll(async () => {
  journey = await openJourney("amazon", startAmazon);
});
afterAll(() => journey.close());

const SPONSORED = { productId: "amazon:sponsored_products:1", pricingOptionId: "cpc", bidPrice: "0.75" };

const bought = async () => {
  const outcome = await boughtBy(journey.agent(), buyOf(SPONSORED, SPONSORED));
  if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
  return outcome.mediaBuy;
};
const clean = () => {
  const { ledger } = journey.simulated;
  expect(ledger.twice()).toEqual([]);
  expect(ledger.orphans()).toEqual([]);
  expect(ledger.enabledUnread()).toEqual([]);
  expect(ledger.childless("campaign")).toEqual([]);
  expect(ledger.ignored).toEqual([]);
};

test("a seller connects for a year, and profiles of every region are listed with their managers", async () => {
  const accounts = await journey.connected();
  expect(accounts.filter(({ accountType }) => accountType === "organization")).toHaveLength(2);
  const currencies = accounts
    .filter(({ accountType }) => accountType === "sponsored_ads")
    .map(({ currency }) => currency ?? "");
  expect(currencies.toSorted((a, b) => a.localeCompare(b))).toEqual(["BRL", "JPY", "KWD", "USD", "USD", "USD", "USD"]);
  const { items } = ok(await journey.shop.seller.get("/storefront/storefront-connections"));
  expect(items).toMatchObject([{ status: "connected" }]);
  const { products } = await journey.agent().getProducts({}, callOf());
  expect(products).toMatchObject([
    { productId: "amazon:sponsored_products:1", formatOptions: [{ formatKind: "sponsored_placement" }] },
  ]);
});

test("a buy is a campaign and an ad group for each package, paused until it is read back", async () => {
  const { ledger } = journey.simulated;
  expect((await bought()).status).toBe("pending_creatives");
  expect([ledger.count("created", "campaign"), ledger.count("created", "adGroup")]).toEqual([2, 2]);
  expect(ledger.callsOf("POST /adsApi/v1/update/campaigns")).toHaveLength(1);
  clean();
});

test.each(["create/campaigns", "create/adGroups", "update/adGroups", "update/campaigns"])(
  "after a lost reply to %s the result is looked up, and nothing exists twice",
  async (call) => {
    const { ledger, controls } = journey.simulated;
    const before = ledger.count("created", "campaign");
    controls.loseReply(`POST /adsApi/v1/${call}`, 1);
    await bought();
    expect(ledger.count("created", "campaign") - before).toBe(2);
    clean();
  },
);

test("budgets, dates, bids and pauses change; a profile only sells in its own country; a cancelled buy is archived", async () => {
  const { mediaBuyId, packages } = await bought();
  const [first, second] = packages.map(({ packageId }) => packageId);
  const agent = journey.agent();
  const change = (changes: object) =>
    agent.updateMediaBuy({ idempotencyKey: randomUUID(), mediaBuyId, ...changes }, callOf());
  const elsewhere = [{ packageId: first ?? "", targeting: { geo_countries: ["DE"] } }];
  expect(await change({ packages: elsewhere })).toMatchObject({
    kind: "rejected",
    errors: [{ field: "packages[0].targeting_overlay", message: expect.stringContaining("only sells in US") }],
  });
  const moved = {
    endTime: after(new Date(), 20 * DAY_MS),
    packages: [
      { packageId: first ?? "", budget: "2000.5", bidPrice: "0.8" },
      { packageId: second ?? "", paused: true },
    ],
  };
  expect(await change(moved)).toMatchObject({
    kind: "done",
    mediaBuy: { packages: [{ budget: "2000.5" }, { paused: true }] },
  });
  expect(await change({ packages: [{ packageId: second ?? "", canceled: true }] })).toMatchObject({
    mediaBuy: { packages: [{}, { canceled: true }] },
  });
  expect(await change({ canceled: true })).toMatchObject({ kind: "done", mediaBuy: { status: "canceled" } });
  clean();
});

const product = (creativeId: string, name: string, ids: readonly string[]) => ({
  creativeId,
  name,
  manifest: {
    format_kind: "sponsored_placement",
    assets: { catalog: { asset_type: "catalog", type: "product", ids } },
  },
});

test("a product is refused, replaced and approved; its report is built in the background, and read from gzip in the profile's days", async () => {
  const { controls, ledger } = journey.simulated;
  const outcome = await boughtBy(journey.agent(), buyOf(SPONSORED));
  if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
  const { mediaBuyId, packages } = outcome.mediaBuy;
  const packageId = packages[0]?.packageId ?? "";
  const now = () => controls.now();
  const show = async (creativeId: string, name: string, ids: readonly string[]) => {
    const asked = { mediaBuyId, packages: [{ packageId, creativeIds: [creativeId] }] };
    const creatives = [product(creativeId, name, ids)];
    const at = () => callOf({ now: now() });
    const [shown] = await journey.agent().syncCreatives({ idempotencyKey: randomUUID(), ...asked, creatives }, at());
    await journey.agent().updateMediaBuy({ idempotencyKey: randomUUID(), ...asked }, at());
    return shown;
  };
  const standing = async () =>
    (await journey.agent().getMediaBuys({ mediaBuyIds: [mediaBuyId] }, callOf({ now: now() })))[0];

  expect(await show("two", "Two", ["B000000001", "B000000002"])).toMatchObject({
    outcome: "failed",
    message: expect.stringContaining("one product"),
  });
  controls.refuseCreative({ name: "Loud" }, "MISLEADING_CLAIM");
  expect(await show("loud", "Loud", ["B000000001"])).toMatchObject({ approval: "pending_review" });
  controls.advance(2 * 3_600_000);
  expect(await standing()).toMatchObject({
    status: "pending_creatives",
    waitingFor: "Amazon refused the ad: misleading claim",
  });
  controls.loseReply("POST /adsApi/v1/create/ads", 1);
  await show("calm", "Calm", ["sku-41"]);
  expect(await show("calm", "Calm", ["sku-41"])).toMatchObject({ approval: "pending_review" });
  controls.advance(2 * 3_600_000);
  expect(await standing()).toMatchObject({ status: "pending_start" });
  controls.advance(6 * DAY_MS);
  expect(await standing()).toMatchObject({ status: "active" });

  const days = { startDay: dayOf(after(now(), -6 * DAY_MS)), endDay: dayOf(now()) };
  const read = () =>
    journey.agent().getMediaBuyDelivery({ mediaBuyIds: [mediaBuyId], ...days }, callOf({ now: now() }));
  const later = async () => {
    await makeEverythingDue(journey.world);
    await doJobs(journey.world);
  };
  // Nobody waits for the report, so the first answer is empty.
  expect(await read()).toMatchObject({ rows: [], timeZone: "America/New_York", currency: "USD" });
  await later();
  expect((await read()).rows).toEqual([]);
  controls.advance(3_600_000);
  controls.cutReply("GET /{id}.json.gz", 1);
  await later();
  await later();
  expect(ledger.callsOf("POST /reporting/reports")).toHaveLength(1);
  expect(ledger.callsOf("GET /{id}.json.gz")).toHaveLength(2);
  const { rows } = await read();
  const [first] = rows;
  expect(first).toMatchObject({ packageId, spend: expect.stringMatching(/^\d+(\.\d\d?)?$/) });
  expect(rows.map(({ day }) => day)).toEqual([...new Set(rows.map(({ day }) => day))]);
  controls.restate(first?.day ?? "", 500);
  controls.advance(3_600_000);
  await read();
  controls.advance(3_600_000);
  await later();
  expect((await read()).rows[0]?.impressions).toBeLessThan(first?.impressions ?? 0);
  clean();
});
