import { afterAll, beforeAll, expect, test } from "vitest";
import { doJobs, makeEverythingDue } from "../../../../../test/jobs.ts";
import { type KevelServer, startKevel } from "../../../../../test/kevel/kevel-server.ts";
import { sweep } from "../../../../../test/sweep.ts";
import { openWorld, type World } from "../../../../../test/world.ts";
import { frozenClock } from "../../../../ground/kernel/clock.ts";
import type { NewMediaBuy } from "../../../../ground/seller-agent/index.ts";
import { buy, FLIGHT } from "../../agent/shop.fixture.ts";
import { agentOf, avail, callOf, type ModularFixture, ok, openModularFixture, stock } from "../../modular.fixture.ts";

/**
 * The module, tested with a server that answers in the published forms of Kevel's API (test/kevel/kevel-server.ts); it
 * was never tested live.
 */
const clock = frozenClock(new Date("2026-05-01T09:00:00Z"));

let world: World;
beforeAll(async () => void (world = await openWorld({ clock })));
afterAll(() => world.close());

interface Shop {
  readonly desk: ModularFixture;
  readonly kevel: KevelServer;
}

const CREATIVE = {
  creativeId: "banner",
  name: "Banner",
  manifest: {
    format_kind: "image",
    assets: {
      image: { asset_type: "image", url: "https://cdn.example/banner.png", width: 300, height: 250 },
      click: { asset_type: "url", url_type: "clickthrough", url: "https://acme.example/" },
    },
  },
};
const PLACED = { sourceMetadata: { kevel: { siteId: 77, zoneId: 88, adTypeId: 5 } } };

async function openKevelShop(changes: Record<string, unknown> = PLACED): Promise<Shop> {
  clock.set(new Date("2026-05-01T09:00:00Z"));
  const kevel = await startKevel();
  const desk = await openModularFixture(world, { sandbox: false });
  await stock(desk, avail("a", changes));
  const config = {
    endpointUrl: kevel.url,
    advertiserId: 1_200,
    priorityId: 34,
    adTypeId: 4,
    pollMinutes: 60,
    settlingHours: 24,
  };
  ok(await desk.post("/modules", { contractId: "kevel:v1", config }));
  ok(await desk.post("/modules/traffic-1/credentials/API_KEY", { auth: { apiKey: kevel.key } }));
  return { desk, kevel };
}

async function settle(turns = 6) {
  for (let turn = 0; turn < turns; turn += 1) {
    await makeEverythingDue(world);
    await doJobs(world);
  }
}

const bookingOf = ({ desk }: Shop) =>
  world.database.readInstallation((db) =>
    db
      .selectFrom("modular_bookings")
      .selectAll()
      .where("customer_id", "=", desk.place.customerId)
      .executeTakeFirstOrThrow(),
  );

/** Buys, has the buy booked, and shows a creative. */
async function trafficked(shop: Shop, changes: Partial<NewMediaBuy> = {}) {
  const agent = agentOf(world, shop.desk);
  const request = buy(changes);
  expect((await agent.createMediaBuy(request, callOf(world))).kind).toBe("submitted");
  await settle(2);
  const [standing] = await agent.getMediaBuys({ mediaBuyIds: [request.buyerRef] }, callOf(world));
  const packageId = standing?.packages[0]?.packageId ?? "";
  const shown = {
    idempotencyKey: crypto.randomUUID(),
    mediaBuyId: request.buyerRef,
    packages: [{ packageId, creatives: [CREATIVE] }],
  };
  expect((await agent.updateMediaBuy(shown, callOf(world))).kind).toBe("done");
  await settle(3);
  return { agent, mediaBuyId: request.buyerRef, packageId };
}

const onlyOf = <T>(entries: ReadonlyMap<number, T>): T => {
  const [entry, ...more] = entries.values();
  if (!entry || more.length > 0) throw new Error(`one was wanted, and there are ${entries.size}`);
  return entry;
};

test("a buy becomes a campaign, a flight with its dates and placement, a creative and an ad; nothing serves before that", async () => {
  const shop = await openKevelShop();
  const agent = agentOf(world, shop.desk);
  const request = buy();
  await agent.createMediaBuy(request, callOf(world));
  await settle(2);
  expect(onlyOf(shop.kevel.kept.campaigns)).toMatchObject({
    AdvertiserId: 1_200,
    Name: expect.stringMatching(/^May \[bk_/),
  });
  const flight = onlyOf(shop.kevel.kept.flights);
  expect(flight).toMatchObject({
    StartDateISO: FLIGHT.start.toISOString(),
    EndDateISO: FLIGHT.end.toISOString(),
    PriorityId: 34,
    GoalType: 1,
    Impressions: 50_000,
    RateType: 2,
    Price: 20,
    IsActive: false,
    SiteZoneTargeting: [{ SiteId: 77, ZoneId: 88, IsExcluded: false }],
  });
  expect(await bookingOf(shop)).toMatchObject({ status: "BOOKED", upstream_order_id: String(flight.Id) });
  const [
    {
      packages: [bought],
    } = { packages: [] },
  ] = await agent.getMediaBuys({ mediaBuyIds: [request.buyerRef] }, callOf(world));
  const packages = [{ packageId: bought?.packageId ?? "", creatives: [CREATIVE] }];
  await agent.updateMediaBuy({ idempotencyKey: "show", mediaBuyId: request.buyerRef, packages }, callOf(world));
  await settle(3);
  const creative = onlyOf(shop.kevel.kept.creatives);
  expect(creative).toMatchObject({
    AdTypeId: 5,
    ImageLink: "https://cdn.example/banner.png",
    Url: "https://acme.example/",
  });
  expect(onlyOf(shop.kevel.kept.ads)).toMatchObject({
    FlightId: flight.Id,
    Creative: { Id: creative.Id },
    IsActive: true,
  });
  expect(onlyOf(shop.kevel.kept.flights)).toMatchObject({ IsActive: true });
  expect(ok(await shop.desk.get("/work-items")).items).toEqual([]);
  expect(ok(await shop.desk.get()).modules.at(-1)).toMatchObject({ status: "ACTIVE" });
});

test.each([
  "POST /v1/campaign",
  "POST /v1/flight",
  "POST /v1/creative",
  "POST /v1/flight/{id}/creative",
  "PUT /v1/flight/{id}",
])("what was created before the reply to %s was lost is looked up, and not created twice", async (request) => {
  const shop = await openKevelShop();
  shop.kevel.loseReplyTo(request);
  await trafficked(shop);
  expect(shop.kevel.requests.filter((one) => one === request).length).toBeGreaterThanOrEqual(1);
  const { campaigns, flights, creatives, ads } = shop.kevel.kept;
  expect([campaigns.size, flights.size, creatives.size, ads.size]).toEqual([1, 1, 1, 1]);
  expect(await bookingOf(shop)).toMatchObject({ status: "BOOKED", traffic_ref: expect.stringMatching(/^\d+$/) });
  expect(onlyOf(flights)).toMatchObject({ IsActive: true });
});

test("a change, a pause, another creative and a cancellation reach the flight", async () => {
  const shop = await openKevelShop();
  const { agent, mediaBuyId, packageId } = await trafficked(shop);
  const change = async (changes: object) => {
    const outcome = await agent.updateMediaBuy(
      { idempotencyKey: crypto.randomUUID(), mediaBuyId, ...changes },
      callOf(world),
    );
    expect(outcome.kind).toBe("done");
    await settle(2);
    return onlyOf(shop.kevel.kept.flights);
  };
  expect(await change({ packages: [{ packageId, budget: "1500" }] })).toMatchObject({
    Impressions: 75_000,
    IsActive: true,
  });
  expect(await change({ paused: true })).toMatchObject({ IsActive: false });
  expect(await change({ paused: false })).toMatchObject({ IsActive: true });
  const html = { asset_type: "html", content: "<b>Acme</b>" };
  const creatives = [{ ...CREATIVE, manifest: { format_kind: "html5", assets: { html } } }];
  await change({ packages: [{ packageId, creatives }] });
  const ads = [...shop.kevel.kept.ads.values()];
  expect(ads.map(({ IsActive }) => IsActive)).toEqual([false, true]);
  expect([...shop.kevel.kept.creatives.values()].at(-1)).toMatchObject({ IsHTMLJS: true, ScriptBody: "<b>Acme</b>" });
  expect(await change({ canceled: true })).toMatchObject({ IsActive: false });
  expect(await bookingOf(shop)).toMatchObject({ status: "CANCELLED" });
});

test.each([
  ["refuses the flight", "POST /v1/flight", 400, "EXECUTE_UPSTREAM_BOOKING"],
  ["no longer knows the key", "POST /v1/campaign/search", 401, "EXECUTE_UPSTREAM_BOOKING"],
  ["is out of order", "POST /v1/campaign", 503, "EXECUTE_UPSTREAM_BOOKING"],
])("if Kevel %s, people are asked with the reason, and what they book is booked", async (_, request, status, kind) => {
  const shop = await openKevelShop();
  shop.kevel.refuse(request, status);
  await agentOf(world, shop.desk).createMediaBuy(buy(), callOf(world));
  await settle(status === 503 ? 4 : 1);
  const { items } = ok(await shop.desk.get("/work-items"));
  expect(items).toMatchObject([{ kind, requiredResultFields: ["upstreamOrderId"] }]);
  const { item } = ok(await shop.desk.get(`/work-items/${items[0].id}`));
  expect(JSON.stringify(item.payload)).toContain(`Kevel answered ${status}`);
  expect(JSON.stringify(item)).not.toContain(shop.kevel.key);
  ok(await shop.desk.post(`/work-items/${items[0].id}/complete`, { result: { upstreamOrderId: "4711" } }));
  expect(await bookingOf(shop)).toMatchObject({ status: "BOOKED", upstream_order_id: "4711" });
});

test("a creative that cannot be sent automatically is sent by a person, who enters its id there", async () => {
  const shop = await openKevelShop();
  const agent = agentOf(world, shop.desk);
  const request = buy();
  await agent.createMediaBuy(request, callOf(world));
  await settle(2);
  const [standing] = await agent.getMediaBuys({ mediaBuyIds: [request.buyerRef] }, callOf(world));
  const spot = { creativeId: "spot", name: "Spot", manifest: { format_kind: "video_hosted", assets: {} } };
  const packages = [{ packageId: standing?.packages[0]?.packageId ?? "", creatives: [spot] }];
  await agent.updateMediaBuy({ idempotencyKey: "show", mediaBuyId: request.buyerRef, packages }, callOf(world));
  await settle(1);
  const { items } = ok(await shop.desk.get("/work-items"));
  expect(items).toMatchObject([{ kind: "SYNC_UPSTREAM_CREATIVE" }]);
  shop.kevel.kept.creatives.set(5_001, { Id: 5_001, AdvertiserId: 1_200 });
  ok(await shop.desk.post(`/work-items/${items[0].id}/complete`, { result: { upstreamCreativeId: "5001" } }));
  await settle(2);
  expect(onlyOf(shop.kevel.kept.ads)).toMatchObject({ Creative: { Id: 5_001 } });
});

test("a flight's days are its buyer's delivery while it runs, are corrected, and its report completes it", async () => {
  const shop = await openKevelShop();
  const { agent, mediaBuyId } = await trafficked(shop);
  const flight = onlyOf(shop.kevel.kept.flights);
  const poll = async (at: string) => {
    clock.set(new Date(at));
    await sweep(world);
    await settle(2);
  };
  const delivered = async () => {
    const days = { startDay: "2026-05-01", endDay: "2026-06-30" };
    const { rows } = await agent.getMediaBuyDelivery({ mediaBuyIds: [mediaBuyId], ...days }, callOf(world));
    return rows.map(({ day, impressions, spend }) => [day, impressions, Number(spend)]);
  };
  shop.kevel.deliver(flight.Id, "2026-05-10", { Impressions: 1_000, UniqueBucketClicks: 3 });
  await poll("2026-05-10T20:00:00Z");
  expect(await bookingOf(shop)).toMatchObject({ upstream_status: "LIVE" });
  expect(await delivered()).toEqual([["2026-05-10", 1_000, 20]]);
  shop.kevel.deliver(flight.Id, "2026-05-10", { Impressions: 1_500, UniqueBucketClicks: 3 });
  shop.kevel.deliver(flight.Id, "2026-05-11", { Impressions: 48_000, UniqueBucketClicks: 9 });
  await poll("2026-05-11T20:00:00Z");
  expect(await delivered()).toEqual([
    ["2026-05-10", 1_500, 30],
    ["2026-05-11", 48_000, 960],
  ]);
  await poll("2026-05-31T01:00:00Z");
  expect(await bookingOf(shop)).toMatchObject({ upstream_status: "SETTLING", reported_impressions: 49_500 });
  expect(ok(await shop.desk.get("/work-items")).items).toEqual([]);
  shop.kevel.deliver(flight.Id, "2026-05-30", { Impressions: 500, UniqueBucketClicks: 0 });
  await poll("2026-06-01T01:00:00Z");
  expect(await bookingOf(shop)).toMatchObject({ upstream_status: "ENDED", reported_impressions: 50_000 });
  const before = shop.kevel.requests.length;
  await poll("2026-06-03T01:00:00Z");
  expect(shop.kevel.requests.length).toBe(before);
});
